import { z } from 'zod'
import type { Office, Order, RefundRow } from './books.ts'
import { type Asked, fail, isLocal, makeNumber, type Said, say } from './desk.ts'

const refund = z.object({
  out_trade_no: z.string(),
  out_refund_no: z.string().regex(/^[\w|*@-]{1,64}$/),
  notify_url: z.string().refine(isLocal),
  amount: z.object({ refund: z.int().min(1), total: z.int().min(1), currency: z.literal('CNY') }),
})
type Wanted = z.output<typeof refund>

const answerOf = ({ number, order, amountFen, status, doneAt }: RefundRow): Said =>
  say({
    refund_id: `50${number}`,
    out_refund_no: number,
    out_trade_no: order.number,
    status,
    ...(doneAt === undefined ? {} : { success_time: doneAt.toString() }),
    amount: { refund: amountFen, total: order.totalFen, currency: 'CNY' },
  })

function believed({ believes, orders, clock }: Office, { out_trade_no: number, amount, notify_url: notifyUrl }: Wanted): Order | undefined {
  const known = orders.get(number)
  if (known !== undefined || !believes) return known
  const now = clock.now()
  const terms = { number, way: 'native', totalFen: amount.total, description: number, expiresAt: now, notifyUrl } as const
  return orders.set(number, { ...terms, state: 'SUCCESS', transaction: makeNumber('42'), paidAt: now })
}

function refundedFen({ refunds }: Office, { number }: Order): number {
  const rows = refunds.values().filter(({ order, status }) => order.number === number && status !== 'CLOSED')
  return rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

export function openRefund(office: Office, { body }: Asked): Said {
  const read = refund.safeParse(body)
  if (!read.success) return fail(400, 'PARAM_ERROR')
  const { out_refund_no: number, amount, notify_url: notifyUrl } = read.data
  const known = office.refunds.get(number)
  if (known !== undefined) return known.amountFen === amount.refund ? answerOf(known) : fail(400, 'INVALID_REQUEST')
  const order = believed(office, read.data)
  if (order === undefined) return fail(404, 'RESOURCE_NOT_EXISTS')
  const isPaid = order.state === 'SUCCESS' || order.state === 'REFUND'
  if (!isPaid || order.totalFen !== amount.total) return fail(400, 'INVALID_REQUEST')
  if (refundedFen(office, order) + amount.refund > order.totalFen) return fail(403, 'NOT_ENOUGH')
  const terms = { number, order, amountFen: amount.refund, notifyUrl }
  const row = office.refunds.set(number, { ...terms, status: 'PROCESSING', doneAt: undefined })
  const said = answerOf(row)
  if (!office.mischief.refundsWait) settleRefund(office, number, 'SUCCESS')
  return said
}

export function showRefund({ refunds }: Office, { number }: Asked): Said {
  const row = refunds.get(number)
  return row === undefined ? fail(404, 'RESOURCE_NOT_EXISTS') : answerOf(row)
}

/** What banks do afterwards. False when there is nothing (more) to settle. */
export function settleRefund(office: Office, number: string, status: 'SUCCESS' | 'CLOSED' | 'ABNORMAL'): boolean {
  const row = office.refunds.get(number)
  if (row === undefined || (row.status !== 'PROCESSING' && row.status !== 'ABNORMAL')) return false
  const { keys, clock, notices, mischief } = office
  row.status = status
  row.doneAt = status === 'SUCCESS' ? clock.now() : undefined
  if (status === 'SUCCESS') row.order.state = 'REFUND'
  const content = {
    mchid: keys.mchid,
    out_trade_no: row.order.number,
    transaction_id: row.order.transaction,
    out_refund_no: number,
    refund_status: status,
    amount: { refund: row.amountFen + mischief.lieFen, total: row.order.totalFen },
  }
  notices.add({ url: row.notifyUrl, event: `REFUND.${status}`, type: 'refund', content })
  return true
}
