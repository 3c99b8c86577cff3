import { z } from 'zod'
import { type Fen, fen } from '../../core/money.ts'

/** The wire's answers as far as we read them; the vendor may add to them. */
export const wireFen = z
  .int()
  .min(0)
  .transform((amount): Fen => fen(amount))

/** The vendor's times carry the zone; ours have whole milliseconds. */
export const wireTime = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(Temporal.Instant.from(text).epochMilliseconds)
  } catch {
    context.issues.push({ code: 'custom', message: 'not a time', input: text })
    return z.NEVER
  }
})

export const wireText = z.string().min(1).max(1000)
const currency = z.string().default('CNY')

export const nativeAnswer = z.object({ code_url: wireText })
export const jsapiAnswer = z.object({ prepay_id: wireText })

export const transaction = z.object({
  appid: wireText,
  mchid: wireText,
  out_trade_no: wireText,
  trade_state: z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR', 'ACCEPT']),
  transaction_id: wireText.optional(),
  success_time: wireTime.optional(),
  amount: z.object({ total: wireFen, currency }).optional(),
})
export type Transaction = z.output<typeof transaction>

export const REFUND_STATES = ['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'] as const

export const refundAnswer = z.object({
  out_trade_no: wireText,
  out_refund_no: wireText,
  status: z.enum(REFUND_STATES),
  amount: z.object({ refund: wireFen, total: wireFen }),
})

export const refundNotice = z.object({
  mchid: wireText,
  out_trade_no: wireText,
  out_refund_no: wireText,
  refund_status: z.enum(REFUND_STATES),
  amount: z.object({ refund: wireFen, total: wireFen }),
})

export const TRANSFER_STATES = [
  'ACCEPTED',
  'PROCESSING',
  'WAIT_USER_CONFIRM',
  'TRANSFERING',
  'SUCCESS',
  'FAIL',
  'CANCELING',
  'CANCELLED',
] as const

export const transferBill = z.object({
  mch_id: wireText.optional(),
  appid: wireText.optional(),
  out_bill_no: wireText,
  transfer_bill_no: wireText,
  state: z.enum(TRANSFER_STATES),
  transfer_amount: wireFen.optional(),
  package_info: wireText.optional(),
  fail_reason: z.string().optional(),
})
export type TransferBill = z.output<typeof transferBill>

export const billAnswer = z.object({ hash_type: z.literal('SHA1'), hash_value: wireText, download_url: wireText })

export const notification = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  event_type: wireText,
  resource: z.object({
    algorithm: z.literal('AEAD_AES_256_GCM'),
    ciphertext: z.base64().max(64 * 1024),
    nonce: z.string().refine((nonce) => Buffer.byteLength(nonce) === 12),
    associated_data: z.string().max(64).default(''),
  }),
})
