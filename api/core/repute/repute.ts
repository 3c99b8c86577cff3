import { isBefore } from '../clock.ts'
import { arrearsFrom } from '../job/mark-arrears.ts'
import { LIMIT } from '../limit.ts'
import { countsFrom, within } from './keep-mark.ts'
import { type EmployerMark, PAID_WITHIN_HOURS, type WorkerMark } from './marks.ts'

export const PAY_SPEEDS = [...PAID_WITHIN_HOURS.map((hours) => `within-${hours}h` as const), 'slow'] as const
export type PaySpeed = (typeof PAY_SPEEDS)[number]

interface Stars {
  readonly ratings: number
  /** To a tenth; null while too few have said anything for it to mean something. */
  readonly average: number | null
}

/** How an employer has kept his word; all zeros and nulls: nothing is known of him yet. */
export interface EmployerRepute extends Stars {
  /** That somebody came to. */
  readonly jobs: number
  readonly insuredJobs: number
  /** Taken back although somebody had taken them. */
  readonly calledOff: number
  /** Half of his workers had their money so soon after 收工; null while too few were paid. */
  readonly paySpeed: PaySpeed | null
  /** Owes somebody pay for more than a day, now. */
  readonly inArrears: boolean
}

/** How a worker has kept his word, of what came to its start. */
export interface WorkerRepute extends Stars {
  readonly came: number
  readonly missed: number
  /** Handed back when nobody else could easily be found. */
  readonly leftLate: number
  /** Half of the times he began no later than so many minutes after the hour; null while he came too seldom. */
  readonly lateMinutes: number | null
}

function starsOf(given: readonly number[]): Stars {
  const ratings = given.reduce((sum, count) => sum + count, 0)
  const total = given.reduce((sum, count, index) => sum + count * (index + 1), 0)
  return { ratings, average: ratings < LIMIT.ratingsToAverage ? null : Math.round((total * 10) / ratings) / 10 }
}

const addUp = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0))

/** Where the middle one lies; the lower of two. */
function middleOf(counts: readonly number[]): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all < LIMIT.ratingsToAverage) return null
  let below = 0
  return counts.findIndex((count) => {
    below += count
    return below * 2 >= all
  })
}

export function employerRepute(marks: readonly EmployerMark[], now: Temporal.Instant): EmployerRepute {
  const from = countsFrom(now)
  const counted = within(marks, now).filter(({ at }) => !isBefore(at, from))
  const worked = counted.filter((mark) => mark.worked)
  const middle = middleOf(addUp(counted.map(({ paid }) => paid)))
  return {
    ...starsOf(addUp(counted.map(({ stars }) => stars))),
    jobs: worked.length,
    insuredJobs: worked.filter(({ insured }) => insured).length,
    calledOff: counted.filter(({ calledOff }) => calledOff).length,
    paySpeed: middle === null ? null : (PAY_SPEEDS[middle] ?? null),
    inArrears: marks.some(({ owedSince }) => owedSince !== null && !isBefore(now, arrearsFrom(owedSince))),
  }
}

export function workerRepute(marks: readonly WorkerMark[], now: Temporal.Instant): WorkerRepute {
  const counted = within(marks, now)
  const times = counted.filter(({ came }) => came === 'came').map(({ lateMinutes }) => lateMinutes)
  const sorted = times.toSorted((one, other) => one - other)
  const given = [1, 2, 3, 4, 5].map((many) => counted.filter(({ stars }) => stars === many).length)
  return {
    ...starsOf(given),
    came: times.length,
    missed: counted.filter(({ came }) => came === 'missed').length,
    leftLate: counted.filter(({ came }) => came === 'left-late').length,
    lateMinutes: times.length < LIMIT.ratingsToAverage ? null : (sorted[Math.floor((sorted.length - 1) / 2)] ?? null),
  }
}
