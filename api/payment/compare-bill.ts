import type { Fen } from '../core/money.ts'
import { type PaymentDoc, payments } from './payment.collection.ts'
import type { PaymentPorts } from './payment-ports.ts'
import type { BillRow, NoBill } from './port.ts'

export interface BillDifference {
  readonly what: 'not-ours' | 'not-in-our-book' | 'other-amount' | 'not-in-the-bill' | 'came-back'
  readonly kind: BillRow['kind'] | 'payout'
  readonly number: string
  readonly amountFen: Fen
}

export type Comparison = { readonly state: 'compared'; readonly rows: number; readonly differences: readonly BillDifference[] } | NoBill

const PAGE = 100

function differenceOf(row: BillRow, payment: PaymentDoc | undefined): BillDifference | undefined {
  const { kind, number, amountFen } = row
  const about = { kind, number, amountFen }
  if (payment === undefined) return { what: 'not-ours', ...about }
  const refund = payment.refunds.find((each) => each.number === number)
  if (kind === 'refund' && refund === undefined) return { what: 'not-ours', ...about }
  const ours = kind === 'refund' ? refund?.amountFen : payment.amountFen
  if (ours !== amountFen) return { what: 'other-amount', ...about }
  const isUnheard = refund === undefined ? payment.state !== 'paid' : refund.state === 'created' || refund.state === 'unknown'
  return isUnheard ? { what: 'not-in-our-book', ...about } : undefined
}

async function* paidOn({ store, county }: PaymentPorts, day: Temporal.PlainDate): AsyncGenerator<PaymentDoc> {
  for (let after: string | undefined; ; ) {
    const equals = { paidOn: day.toString() }
    const page = await store.find(payments, { index: 'paidOn', county, equals, limit: PAGE, ...(after === undefined ? {} : { after }) })
    yield* page.docs
    after = page.next
    if (after === undefined) return
  }
}

async function missing(ports: PaymentPorts, day: Temporal.PlainDate, rows: readonly BillRow[]): Promise<readonly BillDifference[]> {
  const billed = new Set(rows.filter(({ kind }) => kind === 'payment').map(({ number }) => number))
  const found: BillDifference[] = []
  for await (const { id, amountFen } of paidOn(ports, day)) {
    if (!billed.has(id)) found.push({ what: 'not-in-the-bill', kind: 'payment', number: id, amountFen })
  }
  return found
}

/** The provider's bill of a county day against our book, both ways. What we missed is asked for at once. */
export async function compareBill(ports: PaymentPorts, day: Temporal.PlainDate): Promise<Comparison> {
  const { provider, store, county, setTimer, clock } = ports
  const bill = await provider.bill(day)
  if (bill.state !== 'bill') return bill
  const { rows } = bill
  const differences: BillDifference[] = []
  for (const row of rows) {
    const difference = differenceOf(row, await store.get(payments, county, row.payment))
    if (difference === undefined) continue
    differences.push(difference)
    const kind = row.kind === 'payment' ? 'ask-payment' : 'ask-refunds'
    if (difference.what === 'not-in-our-book') await setTimer({ kind, subject: row.payment, dueAt: clock.now() })
  }
  return { state: 'compared', rows: rows.length, differences: [...differences, ...(await missing(ports, day, rows))] }
}
