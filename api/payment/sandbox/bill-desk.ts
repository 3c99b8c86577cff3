import { createHash, randomBytes } from 'node:crypto'
import { countyDay } from '../../core/clock.ts'
import { BILL_HEADINGS, SUM_HEADINGS } from './bill-heading-copy.ts'
import type { Office, Order, RefundRow } from './books.ts'
import { type Asked, fail, type Said, say } from './desk.ts'
import { takes } from './mischief.ts'

export const yuan = (amountFen: number): string => (amountFen / 100).toFixed(2)
export const line = (values: readonly string[]): string => values.map((value) => `\`${value}`).join(',')

interface Line {
  readonly at: Temporal.Instant
  readonly order: Order
  readonly refund?: RefundRow
}

function lineOf({ keys }: Office, { at, order, refund }: Line): string {
  const back = refund?.amountFen ?? 0
  return line([
    ...[at.toString(), keys.appid, keys.mchid, '0', '', order.transaction ?? '', order.number, '-', order.way.toUpperCase()],
    ...[refund === undefined ? 'SUCCESS' : 'REFUND', 'OTHERS', 'CNY', refund === undefined ? yuan(order.totalFen) : '0.00', '0.00'],
    ...[refund === undefined ? '0' : `50${refund.number}`, refund?.number ?? '0', yuan(back), '0.00'],
    ...[refund === undefined ? '' : 'ORIGINAL', refund?.status ?? '', order.description, '', '0.00000', '0.60%'],
    ...[refund === undefined ? yuan(order.totalFen) : '0.00', yuan(back), ''],
  ])
}

function linesOf({ orders, refunds }: Office, day: string): readonly Line[] {
  const paid = orders.values().flatMap((order) => (order.paidAt === undefined ? [] : [{ at: order.paidAt, order }]))
  const back = refunds
    .values()
    .flatMap((refund) => (refund.doneAt === undefined ? [] : [{ at: refund.doneAt, order: refund.order, refund }]))
  return [...paid, ...back].filter(({ at }) => countyDay(at).toString() === day)
}

/** The day that a bill is asked of, or why there is none. */
export function dayAsked({ clock }: Office, { query }: Asked): string | Said {
  const day = query.get('bill_date') ?? ''
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return fail(400, 'PARAM_ERROR')
  return day >= countyDay(clock.now()).toString() ? fail(400, 'STATEMENT_CREATING') : day
}

export function openBill(office: Office, asked: Asked): Said {
  const day = dayAsked(office, asked)
  if (typeof day !== 'string') return day
  const lines = linesOf(office, day)
  if (lines.length === 0) return fail(400, 'NO_STATEMENT_EXIST')
  const sum = line([`${lines.length}`, ...Array.from({ length: 6 }, () => '0.00')])
  return hand(office, [BILL_HEADINGS, ...lines.map((each) => lineOf(office, each)), SUM_HEADINGS, sum])
}

/** Puts a file ready to be fetched. */
export function hand(office: Office, lines: readonly string[]): Said {
  const file = Buffer.from([...lines, ''].join('\r\n'))
  const token = randomBytes(16).toString('hex')
  office.bills.set(token, file)
  const hash_value = createHash('sha1').update(file).digest('hex')
  return say({ hash_type: 'SHA1', hash_value, download_url: `${office.baseUrl}v3/billdownload/file?token=${token}` })
}

export function downloadBill({ bills, mischief }: Office, { query }: Asked): Said {
  const file = bills.get(query.get('token') ?? '')
  if (file === undefined) return fail(404, 'RESOURCE_NOT_EXISTS')
  return { status: 200, file: takes(mischief, 'spoilFiles') ? file.subarray(1) : file }
}
