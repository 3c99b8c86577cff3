import { randomBytes, sign } from 'node:crypto'
import { COUNTY_TIME_ZONE } from '../../core/clock.ts'
import type { PagePay } from '../../core/payment/payment.ts'
import type { OpenReport, PaymentReport } from '../../core/payment/report.ts'
import type { PaymentOrder, PaymentProvider } from '../port.ts'
import { jsapiAnswer, nativeAnswer, type Transaction, transaction } from './shapes.ts'
import type { WechatConfig } from './wechat-config.ts'
import { isSuccess, nothingKnown, says, unknown, type Wire, type WireAnswer } from './wire.ts'

type PayIn = Pick<PaymentProvider, 'openPayment' | 'askPayment' | 'closePayment'>

/** Both spellings are about. */
const NO_SUCH_ORDER = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST']

const wireTimeOf = (at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(COUNTY_TIME_ZONE).toString({ smallestUnit: 'second', timeZoneName: 'never' })

/** What a page gives to the chat app; the app checks the signature before it shows the amount. */
export function signPage({ appid, merchantKey }: WechatConfig, prepayId: string, at: Temporal.Instant): PagePay {
  const unsigned = {
    appId: appid,
    timeStamp: String(Math.floor(at.epochMilliseconds / 1000)),
    nonceStr: randomBytes(16).toString('hex'),
    package: `prepay_id=${prepayId}`,
  }
  const message = `${unsigned.appId}\n${unsigned.timeStamp}\n${unsigned.nonceStr}\n${unsigned.package}\n`
  return { ...unsigned, signType: 'RSA', paySign: sign('RSA-SHA256', Buffer.from(message), merchantKey).toString('base64') }
}

function paidOf({ transaction_id, success_time, amount }: Transaction): PaymentReport {
  if (transaction_id === undefined || success_time === undefined || amount === undefined) return unknown('unreadable')
  if (amount.currency !== 'CNY') return unknown('other-currency')
  return { state: 'paid', amountFen: amount.total, transaction: transaction_id, paidAt: success_time }
}

export function paymentReport(told: Transaction): PaymentReport {
  switch (told.trade_state) {
    case 'SUCCESS':
    case 'REFUND':
      return paidOf(told)
    case 'CLOSED':
    case 'REVOKED':
      return { state: 'closed' }
    case 'PAYERROR':
      return { state: 'failed', code: told.trade_state }
    default:
      return { state: 'unpaid' }
  }
}

function readTransaction({ mchid, appid }: WechatConfig, number: string, answer: WireAnswer): PaymentReport {
  const read = transaction.safeParse(answer.data)
  if (!read.success) return unknown('unreadable')
  const { data } = read
  return data.mchid === mchid && data.appid === appid && data.out_trade_no === number ? paymentReport(data) : unknown('not-ours')
}

const orderBody = ({ appid, mchid, notifyUrl }: WechatConfig, { number, amountFen, description, expiresAt, payer }: PaymentOrder) => ({
  appid,
  mchid,
  description,
  out_trade_no: number,
  time_expire: wireTimeOf(expiresAt),
  notify_url: notifyUrl(),
  amount: { total: amountFen, currency: 'CNY' },
  ...(payer === undefined ? {} : { payer: { openid: payer } }),
})

function meansOf(config: WechatConfig, { way }: PaymentOrder, { data }: WireAnswer): OpenReport {
  if (way === 'native') {
    const read = nativeAnswer.safeParse(data)
    return read.success ? { state: 'open', means: { way, codeUrl: read.data.code_url } } : unknown('unreadable')
  }
  const read = jsapiAnswer.safeParse(data)
  if (!read.success) return unknown('unreadable')
  return { state: 'open', means: { way, page: signPage(config, read.data.prepay_id, Temporal.Now.instant()) } }
}

export const createPayIn = (config: WechatConfig, wire: Wire): PayIn => ({
  async openPayment(order) {
    const answer = await wire({ method: 'POST', path: `v3/pay/transactions/${order.way}`, body: orderBody(config, order) })
    return isSuccess(answer) ? meansOf(config, order, answer) : nothingKnown(answer)
  },
  async askPayment(number) {
    const answer = await wire({ method: 'GET', path: `v3/pay/transactions/out-trade-no/${number}`, query: { mchid: config.mchid } })
    if (says(answer, 404, NO_SUCH_ORDER)) return { state: 'absent' }
    return isSuccess(answer) ? readTransaction(config, number, answer) : nothingKnown(answer)
  },
  async closePayment(number) {
    const path = `v3/pay/transactions/out-trade-no/${number}/close`
    const answer = await wire({ method: 'POST', path, body: { mchid: config.mchid } })
    if (says(answer, 404, NO_SUCH_ORDER)) return { state: 'absent' }
    return isSuccess(answer) ? { state: 'closed' } : nothingKnown(answer)
  },
})
