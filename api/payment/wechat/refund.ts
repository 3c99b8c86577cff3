import type { RefundProgress, RefundReport } from '../../core/payment/report.ts'
import type { PaymentProvider } from '../port.ts'
import { type REFUND_STATES, refundAnswer } from './shapes.ts'
import type { WechatConfig } from './wechat-config.ts'
import { isSuccess, nothingKnown, says, unknown, type Wire, type WireAnswer } from './wire.ts'

type Refunding = Pick<PaymentProvider, 'refund' | 'askRefund'>

export const REFUND_STATE: Readonly<Record<(typeof REFUND_STATES)[number], RefundProgress['state']>> = {
  PROCESSING: 'asked',
  ABNORMAL: 'abnormal',
  SUCCESS: 'done',
  CLOSED: 'closed',
}

function readRefund(number: string, { data }: WireAnswer): RefundReport {
  const read = refundAnswer.safeParse(data)
  if (!read.success) return unknown('unreadable')
  const { out_refund_no: refund, out_trade_no: payment, status, amount } = read.data
  return refund === number ? { state: REFUND_STATE[status], refund, payment, amountFen: amount.refund } : unknown('not-ours')
}

export const createRefunding = ({ notifyUrl }: WechatConfig, wire: Wire): Refunding => ({
  async refund({ number, payment, amountFen, paymentFen }) {
    const body = {
      out_trade_no: payment,
      out_refund_no: number,
      notify_url: notifyUrl(),
      amount: { refund: amountFen, total: paymentFen, currency: 'CNY' },
    }
    const answer = await wire({ method: 'POST', path: 'v3/refund/domestic/refunds', body })
    return isSuccess(answer) ? readRefund(number, answer) : nothingKnown(answer)
  },
  async askRefund(number) {
    const answer = await wire({ method: 'GET', path: `v3/refund/domestic/refunds/${number}` })
    if (says(answer, 404, ['RESOURCE_NOT_EXISTS'])) return { state: 'absent' }
    return isSuccess(answer) ? readRefund(number, answer) : nothingKnown(answer)
  },
})
