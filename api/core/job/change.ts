import { instantText } from '../clock.ts'
import type { DomainEvent, EventFacts, EventType, WorkPlace } from '../event.ts'
import type { PersonId } from '../id.ts'
import { step } from '../life.ts'
import type { Refused } from '../result.ts'
import { holdsSeat, type Take, type TakeState } from '../take/take.ts'
import { NEXT_TAKE_STATE } from '../take/take-life.ts'
import type { Job, JobState } from './job.ts'
import { NEXT_JOB_STATE } from './job-life.ts'

/** What a decision asks to be written: one document and what has thereby happened. */
export interface JobChange {
  readonly job: Job
  readonly events: readonly DomainEvent[]
  /** A "no" that must be remembered in the document all the same, such as a wrong start code. */
  readonly butRefused?: Refused
}

export const unchanged = (job: Job): JobChange => ({ job, events: [] })

export const inState = (job: Job, state: JobState): Job => ({ ...job, state: step<JobState>(NEXT_JOB_STATE, job.state, state) })

export const takeInState = (take: Take, state: TakeState): Take => ({ ...take, state: step<TakeState>(NEXT_TAKE_STATE, take.state, state) })

export const withTake = (job: Job, changed: Take): Job => ({
  ...job,
  takes: job.takes.map((take) => (take.id === changed.id ? changed : take)),
})

/** Only what has been published is ever taken. */
export const publishedText = ({ publishedAt, postedAt }: Job): string => instantText(publishedAt ?? postedAt)

export const seatsLeft = (job: Job): number => job.terms.seats - job.takes.filter(holdsSeat).length

/** The take by which a worker holds a seat; a worker has at most one. */
export const takeOf = (job: Job, worker: PersonId): Take | undefined => job.takes.find((take) => take.worker === worker && holdsSeat(take))

type JobEventType = { [T in EventType]: EventFacts[T] extends WorkPlace & { readonly job: string } ? T : never }[EventType]
type TakeEventType = { [T in EventType]: EventFacts[T] extends { readonly take: string } ? T : never }[EventType]
type Extra<T extends EventType, Known> = Omit<EventFacts[T], keyof Known>

const jobFacts = (job: Job) => ({
  job: job.id,
  number: job.number,
  employer: job.employer,
  employerType: job.poster.kind,
  township: job.terms.township,
  trade: job.terms.trade,
  riskClass: job.terms.riskClass,
  startsAt: instantText(job.terms.startsAt),
})

const eventOf = (job: Job, type: EventType, at: Temporal.Instant, subject: string, facts: object): DomainEvent =>
  ({ id: `${type}:${subject}`, type, county: job.county, at, demo: job.demo, facts }) as DomainEvent

/** An event of the job itself; `again` tells apart what may happen to one job more than once. */
export function jobEvent<T extends Exclude<JobEventType, TakeEventType>>(
  type: T,
  { job, at, again }: { job: Job; at: Temporal.Instant; again?: string },
  extra: Extra<T, ReturnType<typeof jobFacts>>,
): DomainEvent {
  const subject = again === undefined ? job.id : `${job.id}:${again}`
  return eventOf(job, type, at, subject, { ...jobFacts(job), ...extra })
}

/** An event of one take; `again` tells apart what may happen to it more than once. */
export function takeEvent<T extends TakeEventType>(
  type: T,
  { job, take, at, again }: { job: Job; take: Take; at: Temporal.Instant; again?: string },
  extra: Extra<T, ReturnType<typeof jobFacts> & { take: string; worker: string }>,
): DomainEvent {
  const subject = again === undefined ? take.id : `${take.id}:${again}`
  return eventOf(job, type, at, subject, { ...jobFacts(job), take: take.id, worker: take.worker, ...extra })
}
