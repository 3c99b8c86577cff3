import { z } from 'zod'
import type { Office, Order } from './books.ts'
import { type Asked, fail, isLocal, makeNumber, type Said, say } from './desk.ts'

const order = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: z.string().regex(/^[\w*-]{6,32}$/),
  time_expire: z.string().optional(),
  notify_url: z.string().refine(isLocal),
  amount: z.object({ total: z.int().min(1), currency: z.literal('CNY') }),
  payer: z.object({ openid: z.string().min(1) }).optional(),
})

const EXPIRES_AFTER_HOURS = 24 * 7

export function transactionOf({ keys }: Office, row: Order, lieFen = 0): object {
  const paid = { transaction_id: row.transaction, success_time: row.paidAt?.toString(), trade_state_desc: row.state }
  return {
    appid: keys.appid,
    mchid: keys.mchid,
    out_trade_no: row.number,
    trade_type: row.way.toUpperCase(),
    trade_state: row.state,
    ...(row.paidAt === undefined ? {} : paid),
    amount: { total: row.totalFen + lieFen, payer_total: row.totalFen + lieFen, currency: 'CNY', payer_currency: 'CNY' },
  }
}

const answerOf = ({ baseUrl }: Office, { way, number }: Order): Said =>
  say(way === 'native' ? { code_url: `${baseUrl}sandbox/pay/${number}` } : { prepay_id: `wxsandbox${number}` })

function reopened(office: Office, row: Order, { totalFen, way }: Pick<Order, 'totalFen' | 'way'>): Said {
  if (row.state === 'CLOSED') return fail(400, 'ORDER_CLOSED')
  if (row.state !== 'NOTPAY') return fail(400, 'ORDERPAID')
  return row.totalFen === totalFen && row.way === way ? answerOf(office, row) : fail(400, 'OUT_TRADE_NO_USED')
}

export const openWith =
  (way: Order['way']) =>
  (office: Office, { body }: Asked): Said => {
    const read = order.safeParse(body)
    if (!read.success || (way === 'jsapi' && read.data.payer === undefined)) return fail(400, 'PARAM_ERROR')
    const { keys, clock, orders, mischief } = office
    const { out_trade_no: number, description, time_expire, notify_url: notifyUrl, amount } = read.data
    if (read.data.mchid !== keys.mchid || read.data.appid !== keys.appid) return fail(400, 'APPID_MCHID_NOT_MATCH')
    const known = orders.get(number)
    if (known !== undefined) return reopened(office, known, { totalFen: amount.total, way })
    const expiresAt = time_expire === undefined ? clock.now().add({ hours: EXPIRES_AFTER_HOURS }) : Temporal.Instant.from(time_expire)
    const terms = { number, way, totalFen: amount.total, description, expiresAt, notifyUrl }
    const row = orders.set(number, { ...terms, state: 'NOTPAY', transaction: undefined, paidAt: undefined })
    if (mischief.atOnce) payOrder(office, number)
    return answerOf(office, row)
  }

export function showOrder(office: Office, { number, query }: Asked): Said {
  const row = office.orders.get(number)
  if (query.get('mchid') !== office.keys.mchid) return fail(400, 'MCH_NOT_EXISTS')
  return row === undefined ? fail(404, 'ORDER_NOT_EXIST') : say(transactionOf(office, row))
}

export function closeOrder({ orders }: Office, { number }: Asked): Said {
  const row = orders.get(number)
  if (row === undefined) return fail(404, 'ORDER_NOT_EXIST')
  if (row.state !== 'NOTPAY' && row.state !== 'CLOSED') return fail(400, 'ORDERPAID')
  row.state = 'CLOSED'
  return { status: 204 }
}

/** What the payer's thumb does. False when there is nothing (more) to pay. */
export function payOrder(office: Office, number: string): boolean {
  const row = office.orders.get(number)
  const { clock, notices, mischief } = office
  if (row?.state !== 'NOTPAY' || Temporal.Instant.compare(clock.now(), row.expiresAt) >= 0) return false
  row.state = 'SUCCESS'
  row.transaction = makeNumber('42')
  row.paidAt = clock.now()
  const content = transactionOf(office, row, mischief.lieFen)
  notices.add({ url: row.notifyUrl, event: 'TRANSACTION.SUCCESS', type: 'transaction', content })
  return true
}
