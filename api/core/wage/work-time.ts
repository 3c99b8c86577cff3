import type { Terms } from '../job/job.ts'
import type { Take } from '../take/take.ts'

export interface WorkTime {
  /** Days on which some of the work was done. */
  readonly days: number
  readonly minutes: number
}

interface Attendance {
  readonly startedAt: Temporal.Instant | null
  readonly finishedAt: Temporal.Instant | null
  /** Both sides agreed to more than the terms: the work may have ended later. */
  readonly overtime: boolean
}

const DAY_MINUTES = 24 * 60

/**
 * How long somebody worked: from his word that he starts to his word that he finishes, as far as it lies within the hours of the job, for a
 * word that was forgotten until the next morning is no night shift. Nobody says anything in the evening of an earlier day, so such a day
 * counts until its agreed end.
 */
export function workTime(terms: Pick<Terms, 'startsAt' | 'endsAt' | 'days'>, { startedAt, finishedAt, overtime }: Attendance): WorkTime {
  if (startedAt === null || finishedAt === null) return { days: 0, minutes: 0 }
  const minutesIn = (at: Temporal.Instant) => Math.floor(at.since(terms.startsAt).total('minutes'))
  const [started, finished] = [minutesIn(startedAt), minutesIn(finishedAt)]
  const agreed = minutesIn(terms.endsAt) - (terms.days - 1) * DAY_MINUTES
  const worked = Array.from({ length: terms.days }, (_, day) => {
    const begins = day * DAY_MINUTES
    const isLast = finished < begins + DAY_MINUTES || day === terms.days - 1
    const ends = begins + (overtime && isLast ? DAY_MINUTES : agreed)
    return Math.max(0, Math.min(ends, finished) - Math.max(begins, started))
  })
  const minutes = worked.filter((each) => each > 0)
  return { days: minutes.length, minutes: minutes.reduce((sum, each) => sum + each, 0) }
}

export const takeTime = (
  terms: Parameters<typeof workTime>[0],
  { startedAt, finishedAt, deals }: Pick<Take, 'startedAt' | 'finishedAt' | 'deals'>,
): WorkTime => workTime(terms, { startedAt, finishedAt, overtime: deals.some(({ kind }) => kind === 'overtime') })
