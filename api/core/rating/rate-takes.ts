import { instantText, isBefore } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import type { PersonId, TakeId } from '../id.ts'
import { type JobChange, takeEvent, unchanged, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Side } from '../take/proposal.ts'
import type { Take } from '../take/take.ts'
import type { Rating } from './rating.ts'
import { isSealed, ratingUntil } from './sealed.ts'

export interface SaidOfTake {
  /** An employer who names none means everybody who can still be rated. */
  readonly take?: string | undefined
  readonly stars: number
  readonly text: string
}

export interface Rate {
  readonly by: PersonId
  readonly ratings: readonly SaidOfTake[]
  readonly now: Temporal.Instant
}

/** One word of each side for a take. While it is sealed a later one takes its place; with the second side's both are shown. */
export function rateTakes(job: Job, { by, ratings, now }: Rate): Result<JobChange> {
  let change = unchanged(job)
  for (const said of ratings) {
    const next = rateSeats(change.job, said, { by, now })
    if (!next.ok) return next
    change = { job: next.value.job, events: [...change.events, ...next.value.events] }
  }
  return accept(change)
}

function rateSeats(job: Job, { take, stars, text }: SaidOfTake, { by, now }: Pick<Rate, 'by' | 'now'>): Result<JobChange> {
  const side: Side = job.employer === by ? 'employer' : 'worker'
  const seats = job.takes.filter((each) => (side === 'worker' ? each.worker === by : take === undefined || each.id === take))
  if (seats.length === 0) return refuse('no-take')
  const paid = seats.filter(({ paidAt }) => paidAt !== null)
  if (paid.length === 0) return refuse('not-settled')
  const open = paid.filter((each) => isSealed(each, now))
  if (open.length === 0) return refuse('rating-over')
  return accept(open.reduce((change, each) => rated(change, each, { side, rating: { stars, text, at: now } }), unchanged(job)))
}

function rated({ job, events }: JobChange, take: Take, { side, rating }: { side: Side; rating: Rating }): JobChange {
  const said = side === 'employer' ? { ...take, ratedByEmployer: rating } : { ...take, ratedByWorker: rating }
  const isComplete = said.ratedByEmployer !== null && said.ratedByWorker !== null
  if (!isComplete) return { job: withTake(job, said), events }
  const shown = showing(job, said, { by: side, at: rating.at })
  return { job: shown.job, events: [...events, ...shown.events] }
}

/** Who has not rated by then does not any more, and what the other has said is shown. */
export function showRatings(job: Job, { take: id, now }: { take: TakeId; now: Temporal.Instant }): Result<JobChange> {
  const take = job.takes.find((each) => each.id === id)
  const until = take && ratingUntil(take)
  if (!take || !until || take.ratingsShownAt !== null || isBefore(now, until)) return accept(unchanged(job))
  return accept(showing(job, take, { by: 'clock', at: until }))
}

interface Shown {
  readonly by: Side | 'clock'
  readonly at: Temporal.Instant
}

function showing(job: Job, take: Take, how: Shown): JobChange {
  const shown = { ...take, ratingsShownAt: how.at }
  return { job: withTake(job, shown), events: [ratingsShown(job, shown, how)] }
}

/** What is told of it: 0 stars and no time where a side has said nothing. */
export function ratingsShown(job: Job, take: Take, { by, at }: Shown): DomainEvent {
  const [employer, worker] = [take.ratedByEmployer, take.ratedByWorker]
  return takeEvent(
    'ratingsShown',
    { job, take, at },
    {
      by,
      employerStars: employer?.stars ?? 0,
      employerRatedAt: timeOf(employer),
      workerStars: worker?.stars ?? 0,
      workerRatedAt: timeOf(worker),
    },
  )
}

const timeOf = (rating: Rating | null): string => (rating === null ? '' : instantText(rating.at))
