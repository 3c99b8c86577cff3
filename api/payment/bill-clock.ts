import { countyDay } from '../core/clock.ts'
import { NO_FEN } from '../core/money.ts'
import { askBillAgainAt, billDueAt, isBillKept, isBillMissed, keptBillDay } from '../core/payment/bill-day.ts'
import { type BillDifference, type Comparison, compareBill } from './compare-bill.ts'
import { compareFlow } from './compare-flow.ts'
import { payments } from './payment.collection.ts'
import type { PaymentPorts } from './payment-ports.ts'

/** Whatever has gone wrong to make so many, a person learns nothing from more of them. */
const DIFFERENCES_A_DAY = 200

/** What was only told of, and never came in, stands under no day. */
const ANY_DAY = { field: 'paidOn', from: '0000', below: '9999' }

const today = ({ clock }: PaymentPorts): Temporal.PlainDate => countyDay(clock.now())

/** Each day has one such timer for ever, so winding it twice is winding it once, also after it ran. */
const wind = ({ setTimer }: PaymentPorts, day: Temporal.PlainDate): Promise<void> =>
  setTimer({ kind: 'compare-bill', subject: day.toString(), dueAt: billDueAt(day) })

/**
 * Starts the nightly comparison, at every start of the county again: from the day of the first payment on, or from today. Each day winds the
 * next, so that after days without the county they are gone through one by one.
 */
export async function windBillClock(ports: PaymentPorts): Promise<void> {
  const { store, county } = ports
  const { docs } = await store.find(payments, { index: 'paidOn', county, range: ANY_DAY, limit: 1 })
  const first = docs[0]?.state === 'paid' ? Temporal.PlainDate.from(docs[0].paidOn) : today(ports)
  await wind(ports, keptBillDay(first, today(ports)))
}

/** The next day first: a bill that never comes must not hold up all that follow. */
export async function compareDay(ports: PaymentPorts, day: Temporal.PlainDate): Promise<void> {
  await wind(ports, keptBillDay(day.add({ days: 1 }), today(ports)))
  await askForBill(ports, day)
}

/** Compares a day with its two bills, and comes back in an hour while one of them is not there. */
export async function askForBill(ports: PaymentPorts, day: Temporal.PlainDate): Promise<void> {
  if (!isBillKept(day, today(ports))) return
  const comparisons = [await compareBill(ports, day), await compareFlow(ports, day)]
  await tellDifferences(
    ports,
    day,
    comparisons.flatMap((each) => (each.state === 'compared' ? each.differences : [])),
  )
  const lacking = comparisons.find(({ state }) => state === 'later' || state === 'unknown')
  if (lacking !== undefined) await comeBack(ports, day, lacking)
}

async function comeBack(ports: PaymentPorts, day: Temporal.PlainDate, lacking: Comparison): Promise<void> {
  const { clock, log, setTimer } = ports
  const now = clock.now()
  log.warn({ timer: 'ask-bill', code: lacking.state === 'unknown' ? lacking.code : lacking.state }, 'the bill of a day is not there yet')
  if (isBillMissed(day, now)) await tell(ports, day, { what: 'no-bill', kind: 'bill', number: day.toString(), amountFen: NO_FEN })
  await setTimer({ kind: 'ask-bill', subject: day.toString(), dueAt: askBillAgainAt(now) })
}

async function tellDifferences(ports: PaymentPorts, day: Temporal.PlainDate, differences: readonly BillDifference[]): Promise<void> {
  for (const difference of differences.slice(0, DIFFERENCES_A_DAY)) await tell(ports, day, difference)
  const more = differences.length - DIFFERENCES_A_DAY
  if (more > 0) await tell(ports, day, { what: 'and-more', kind: 'bill', number: String(more), amountFen: NO_FEN })
}

type Told = Omit<BillDifference, 'what' | 'kind'> & {
  readonly what: BillDifference['what'] | 'no-bill' | 'and-more'
  readonly kind: BillDifference['kind'] | 'bill'
}

const tell = ({ openTask }: PaymentPorts, day: Temporal.PlainDate, { what, kind: of, number, amountFen }: Told): Promise<void> =>
  openTask({
    key: `bill-difference:${day}:${number}`,
    kind: 'bill-difference',
    subject: number,
    facts: { day: day.toString(), what, of, number, amountFen },
  })
