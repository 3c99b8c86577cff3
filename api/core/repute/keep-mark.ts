import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import type { EmployerMark, WorkerMark } from './marks.ts'

type Mark = Pick<EmployerMark, 'job' | 'version' | 'at'> & {
  readonly owedSince?: Temporal.Instant | null
  readonly came?: WorkerMark['came']
}

/** A database gives fields back in an order of its own. */
const textOf = (mark: Mark): string =>
  JSON.stringify(Object.entries({ ...mark, version: 0 }).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Since when what happened counts. */
export const countsFrom = (now: Temporal.Instant): Temporal.Instant => now.subtract({ hours: LIMIT.reputeDays * 24 })

/**
 * With the newest mark of a job in it; the very same list where that says nothing new. A job that a slower process saw earlier changes
 * nothing. Only what still counts is kept, and of that the newest; what is owed counts however old it is.
 */
export function keepMark<M extends Mark>(marks: readonly M[], mark: M, now: Temporal.Instant): readonly M[] {
  const known = marks.find(({ job }) => job === mark.job)
  if (known ? known.version >= mark.version || textOf(known) === textOf(mark) : mark.came === 'none') return marks
  return within([...marks.filter((each) => each !== known), mark], now)
}

/** What of them is kept: of the last half year, of those the newest. */
export function within<M extends Mark>(marks: readonly M[], now: Temporal.Instant): readonly M[] {
  const from = countsFrom(now)
  const counted = marks.filter(({ at, owedSince }) => !isBefore(at, from) || (owedSince ?? null) !== null)
  const newestFirst = counted.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at) || (one.job < other.job ? -1 : 1))
  return newestFirst.slice(0, LIMIT.reputeJobs)
}
