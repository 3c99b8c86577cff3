import { isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import type { Job, JobState } from '../job/job.ts'
import type { Fen } from '../money.ts'
import type { RefusalKey } from '../refusal.ts'
import type { Take } from '../take/take.ts'

/** What holds somebody here who wants to be forgotten: others count on it, it is his money, or he would come back as another than who has to rest. The first that holds is the one he is told. */
export const OBLIGATIONS = [
  'pay-contested',
  'pay-owed',
  'work-open',
  'money-under-way',
  'money-left',
  'still-paused',
  'hall-first',
] as const satisfies readonly RefusalKey[]
export type Obligation = (typeof OBLIGATIONS)[number]

type Seat = Pick<Take, 'worker' | 'state' | 'contestedAt' | 'paidAt'>
type JobWithHim = Pick<Job, 'employer' | 'state' | 'dues' | 'terms'> & { readonly takes: readonly Seat[] }

/** A draft is nobody's promise. */
const OVER: readonly JobState[] = ['draft', 'settled', 'cancelled', 'expired']

/** The seats of a job that are his affair: all of his own job, his own of another's. */
const seatsOf = ({ employer, takes }: JobWithHim, person: PersonId): readonly Seat[] =>
  employer === person ? takes : takes.filter(({ worker }) => worker === person)

const goesOn = ({ state }: Seat): boolean => state === 'taken' || state === 'started' || state === 'finished'

/** What of one job holds somebody who posted it or held a seat of it. */
export function obligationsOfJob(job: JobWithHim, person: PersonId): readonly Obligation[] {
  const seats = seatsOf(job, person)
  const isOwn = job.employer === person
  const owed = job.dues.some(({ state, worker }) => state === 'open' && (isOwn || worker === person))
  const obligations: readonly (readonly [Obligation, boolean])[] = [
    ['pay-contested', seats.some((seat) => seat.contestedAt !== null && goesOn(seat))],
    ['pay-owed', owed || seats.some(({ state }) => state === 'confirmed')],
    ['work-open', isOwn ? !OVER.includes(job.state) : seats.some(goesOn)],
  ]
  return obligations.flatMap(([obligation, holds]) => (holds ? [obligation] : []))
}

/** The last moment of a job that the wage ledger has a row of him for; undefined where nobody was paid. */
export function lastWageOfJob(job: JobWithHim, person: PersonId): Temporal.Instant | undefined {
  const paid = seatsOf(job, person).filter(({ state, paidAt }) => state === 'paid' || paidAt !== null)
  if (paid.length === 0) return undefined
  const settled = job.dues.flatMap(({ settledAt }) => settledAt ?? [])
  return [...paid.flatMap(({ paidAt }) => paidAt ?? []), ...settled].reduce(later, job.terms.endsAt)
}

export const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (isBefore(one, other) ? other : one)

interface Standing {
  /** What lies here for him or for his jobs. */
  readonly leftFen: Fen
  /** What is on its way to him, or back to him. */
  readonly underWayFen: Fen
  /** He has to rest from taking and publishing, for three days at most. */
  readonly isPaused: boolean
  /** A person of the hall has to talk with him first. */
  readonly isHallFirst: boolean
}

/** The first of the obligations that holds. */
export function firstObligation(
  ofJobs: ReadonlySet<Obligation>,
  { leftFen, underWayFen, isPaused, isHallFirst }: Standing,
): Obligation | undefined {
  const holds = (obligation: Obligation): boolean =>
    ofJobs.has(obligation) ||
    (obligation === 'money-under-way' && underWayFen > 0) ||
    (obligation === 'money-left' && leftFen > 0) ||
    (obligation === 'still-paused' && isPaused) ||
    (obligation === 'hall-first' && isHallFirst)
  return OBLIGATIONS.find(holds)
}
