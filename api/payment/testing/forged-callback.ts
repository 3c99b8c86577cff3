import { createCipheriv, type KeyObject, sign } from 'node:crypto'
import { COUNTY, KEYS } from './payment-room.ts'

/** A callback as a test wants it, right in all that the test does not name. Made step by step, with no line of the code it tests. */
export interface Forgery {
  readonly id?: string
  readonly event?: string
  readonly content: object
  readonly at: Temporal.Instant
  readonly serial?: string
  readonly signedWith?: KeyObject
  readonly sealedWith?: Uint8Array
  readonly nonce?: string
  readonly associatedData?: string | undefined
  readonly algorithm?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

function resourceOf({ content, sealedWith = KEYS.apiV3Key, nonce = 'abcdefghijkl', associatedData = '', algorithm }: Forgery): object {
  const cipher = createCipheriv('aes-256-gcm', sealedWith, Buffer.from(nonce.padEnd(12, 'x').slice(0, 12)))
  cipher.setAAD(Buffer.from(associatedData))
  const bytes = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final(), cipher.getAuthTag()])
  return {
    algorithm: algorithm ?? 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    nonce,
    ...(associatedData === '' ? {} : { associated_data: associatedData }),
  }
}

export interface Forged {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function forge(forgery: Forgery): Forged {
  const { id = 'EV-1', event = 'TRANSACTION.SUCCESS', at, serial = KEYS.platformSerial, signedWith = KEYS.platformKey } = forgery
  const body = forgery.body ?? JSON.stringify({ id, event_type: event, resource: resourceOf(forgery) })
  const timestamp = String(Math.floor(at.epochMilliseconds / 1000))
  const nonce = '5K8264ILTKCH16CQ2502SI8ZNMTM67VS'
  const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), signedWith).toString('base64')
  const headers = {
    'content-type': 'application/json',
    'wechatpay-serial': serial,
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': signature,
  }
  return { body, headers: { ...headers, ...forgery.headers } }
}

export const paidContent = (payment: string, change: object = {}): object => ({
  mchid: KEYS.mchid,
  appid: KEYS.appid,
  out_trade_no: payment,
  transaction_id: `4200${payment}`,
  trade_state: 'SUCCESS',
  success_time: '2026-11-23T16:00:00+08:00',
  amount: { total: 30_000, payer_total: 30_000, currency: 'CNY' },
  attach: COUNTY,
  ...change,
})

export const refundContent = (payment: string, refund: string, change: object = {}): object => ({
  mchid: KEYS.mchid,
  out_trade_no: payment,
  out_refund_no: refund,
  refund_status: 'SUCCESS',
  amount: { total: 30_000, refund: 5_000 },
  ...change,
})

export const payoutContent = (payout: string, bill: string, change: object = {}): object => ({
  mch_id: KEYS.mchid,
  out_bill_no: payout,
  transfer_bill_no: bill,
  state: 'SUCCESS',
  transfer_amount: 10_000,
  openid: 'o-li',
  ...change,
})
