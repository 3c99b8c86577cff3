import type { z } from 'zod'
import type { NotGenuine, RawNotification, ReadNotification } from '../port.ts'
import { paymentReport } from './pay-in.ts'
import { payoutProgress } from './pay-out.ts'
import { REFUND_STATE } from './refund.ts'
import { notification, refundNotice, transaction, transferBill } from './shapes.ts'
import { isSignedBy, type Signed, unseal } from './signature.ts'
import type { WechatConfig } from './wechat-config.ts'

const CLOCK_OFFSET_SECONDS = 300
const no = (why: NotGenuine): { readonly ok: false; readonly why: NotGenuine } => ({ ok: false, why })

type Fact = Extract<ReadNotification, { ok: true }>['fact']
type ReadFact = { readonly ok: true; readonly fact: Fact } | ReturnType<typeof no>

function signedPart({ headers, body }: RawNotification): (Signed & { readonly serial: string }) | undefined {
  const [serial, timestamp, nonce, signature] = ['serial', 'timestamp', 'nonce', 'signature'].map((name) => headers[`wechatpay-${name}`])
  if (typeof serial !== 'string' || typeof timestamp !== 'string' || typeof nonce !== 'string' || typeof signature !== 'string')
    return undefined
  return { serial, timestamp, nonce, signature, body }
}

const isFresh = (timestamp: string, now: Temporal.Instant): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.epochMilliseconds / 1000 - Number(timestamp)) <= CLOCK_OFFSET_SECONDS

/** Nothing of a body is looked at before its signature is right. */
function notGenuine(config: WechatConfig, raw: RawNotification, now: Temporal.Instant): NotGenuine | undefined {
  const signed = signedPart(raw)
  if (signed === undefined) return 'headers-missing'
  if (!isFresh(signed.timestamp, now)) return 'too-old'
  const key = config.platformKeys.get(signed.serial)
  if (key === undefined) return 'serial-unknown'
  return isSignedBy(key, signed) ? undefined : 'signature-wrong'
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

const parsed = <T>(shape: z.ZodType<T>, value: unknown): T | undefined => {
  const read = shape.safeParse(value)
  return read.success ? read.data : undefined
}

function paymentFact({ mchid, appid }: WechatConfig, content: unknown): ReadFact {
  const told = parsed(transaction, content)
  if (told === undefined) return no('unreadable')
  if (told.mchid !== mchid) return no('other-merchant')
  if (told.appid !== appid) return no('other-app')
  if (told.amount !== undefined && told.amount.currency !== 'CNY') return no('other-currency')
  return { ok: true, fact: { kind: 'payment', payment: told.out_trade_no, report: paymentReport(told) } }
}

function refundFact({ mchid }: WechatConfig, content: unknown): ReadFact {
  const told = parsed(refundNotice, content)
  if (told === undefined) return no('unreadable')
  if (told.mchid !== mchid) return no('other-merchant')
  const { out_refund_no: refund, out_trade_no: payment, refund_status, amount } = told
  return { ok: true, fact: { kind: 'refund', report: { state: REFUND_STATE[refund_status], refund, payment, amountFen: amount.refund } } }
}

function payoutFact({ mchid }: WechatConfig, content: unknown): ReadFact {
  const told = parsed(transferBill, content)
  if (told === undefined || told.mch_id === undefined || told.transfer_amount === undefined) return no('unreadable')
  if (told.mch_id !== mchid) return no('other-merchant')
  return { ok: true, fact: { kind: 'payout', report: payoutProgress(told) } }
}

const FACTS = [
  ['TRANSACTION.', paymentFact],
  ['REFUND.', refundFact],
  ['MCHTRANSFER.BILL.', payoutFact],
] as const

/** The vendor's algorithm, step by step: headers, age, key by serial, signature over the bytes, seal, and then whether it is about us. */
export function readNotification(config: WechatConfig, raw: RawNotification, now: Temporal.Instant): ReadNotification {
  const fault = notGenuine(config, raw, now)
  if (fault !== undefined) return no(fault)
  const notice = parsed(notification, parseJson(raw.body))
  if (notice === undefined) return no('unreadable')
  const { ciphertext, nonce, associated_data: associatedData } = notice.resource
  const opened = unseal(config.apiV3Key, { ciphertext, nonce, associatedData })
  if (opened === undefined) return no('not-decryptable')
  const read = FACTS.find(([prefix]) => notice.event_type.startsWith(prefix))?.[1]
  const fact = read === undefined ? no('unreadable') : read(config, parseJson(opened))
  return fact.ok ? { ok: true, id: notice.id, fact: fact.fact } : fact
}
