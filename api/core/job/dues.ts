import { assert } from '../assert.ts'
import { instantText, isBefore } from '../clock.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'
import { PAYMENT_LIMIT } from '../payment/payment-limit.ts'
import { type JobChange, jobEvent } from './change.ts'
import type { Due } from './due.ts'
import type { Job } from './job.ts'

export const openDues = ({ dues }: Pick<Job, 'dues'>): readonly Due[] => dues.filter(({ state }) => state === 'open')

export const owedFen = (job: Pick<Job, 'dues'>): Fen => addFen(...openDues(job).map(({ amountFen }) => amountFen))

export const openPayDues = (job: Pick<Job, 'dues'>, take: string): readonly Due[] =>
  openDues(job).filter((due) => due.take === take && due.kind === 'pay')

/** The job with other dues; since when it owes follows from them. */
export function withDues<J extends Job>(job: J, dues: readonly Due[]): J {
  const since = openDues({ dues }).map((due) => due.since)
  const owedSince = since.reduce<Temporal.Instant | null>((oldest, at) => (oldest !== null && isBefore(oldest, at) ? oldest : at), null)
  return { ...job, dues, owedSince }
}

/** What stands on one bill: all of it has been due since the same moment, for a bill is written at once and only ever moved whole. */
function onBill({ dues }: Pick<Job, 'dues'>, bill: number, only: (due: Due) => boolean = () => true) {
  const found = dues.filter((due) => due.bill === bill && only(due))
  const [first] = found
  assert(first !== undefined, 'a bill asks for something')
  const amountFen = addFen(NO_FEN, ...found.map((due) => due.amountFen))
  return { bill, amountFen, seats: new Set(found.map(({ take }) => take)).size, since: instantText(first.since) }
}

type NewDue = Pick<Due, 'take' | 'worker' | 'kind' | 'amountFen'>

const nextBill = ({ dues }: Job): number => 1 + Math.max(0, ...dues.map(({ bill }) => bill))

/** As many as one payment can pay for. */
function billFull(owed: readonly NewDue[]): readonly NewDue[] {
  let sumFen = 0
  const beyond = owed.findIndex(({ amountFen }, at) => {
    sumFen += amountFen
    return at > 0 && sumFen > PAYMENT_LIMIT.amountFen
  })
  return beyond < 0 ? owed : owed.slice(0, beyond)
}

/** Puts what has fallen due on one new bill, or on several where no single payment could hold it. */
export function owe(change: JobChange, fresh: readonly NewDue[], now: Temporal.Instant): JobChange {
  const owed = fresh.filter(({ amountFen }) => amountFen > 0)
  if (owed.length === 0) return change
  const first = billFull(owed)
  return owe(bill(change, first, now), owed.slice(first.length), now)
}

function bill({ job, events }: JobChange, owed: readonly NewDue[], now: Temporal.Instant): JobChange {
  const bill = nextBill(job)
  const billed = withDues(job, [...job.dues, ...owed.map((due): Due => ({ ...due, since: now, bill, state: 'open', settledAt: null }))])
  return { job: billed, events: [...events, billEvent(billed, bill, now)] }
}

const billEvent = (job: Job, bill: number, at: Temporal.Instant) =>
  jobEvent('payDue', { job, at, again: `${bill}` }, { ...onBill(job, bill), cash: job.funding === 'cash' })

/**
 * Some of what one bill asks for was settled otherwise: the bill is withdrawn, and the rest stands on a new one, due since it was due.
 */
export function rebill({ job, events }: JobChange, bill: number, now: Temporal.Instant): JobChange {
  const withdrawn = jobEvent('billWithdrawn', { job, at: now, again: `${bill}` }, onBill(job, bill))
  const rest = job.dues.filter((due) => due.bill === bill && due.state === 'open')
  if (rest.length === 0) return { job, events: [...events, withdrawn] }
  const next = nextBill(job)
  const moved = withDues(
    job,
    job.dues.map((due) => (rest.includes(due) ? { ...due, bill: next } : due)),
  )
  return { job: moved, events: [...events, withdrawn, billEvent(moved, next, now)] }
}

/** The money of a bill has come in. What of it had been settled otherwise stays as it is: that part goes back to the employer. */
export function payBill(job: Job, { bill, now }: { bill: number; now: Temporal.Instant }): JobChange {
  const isMeant = (due: Due): boolean => due.bill === bill && due.state === 'open'
  if (!job.dues.some(isMeant)) return { job, events: [] }
  const paid = job.dues.map((due): Due => (isMeant(due) ? { ...due, state: 'paid', settledAt: now } : due))
  const event = jobEvent('billPaid', { job, at: now, again: `${bill}` }, onBill(job, bill, isMeant))
  return { job: withDues(job, paid), events: [event] }
}
