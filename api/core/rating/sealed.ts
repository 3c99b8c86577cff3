import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import type { Side } from '../take/proposal.ts'
import type { Take } from '../take/take.ts'
import type { Rating } from './rating.ts'

/** Until when both sides may rate, and each change its own word; null while the take is not paid. */
export const ratingUntil = ({ paidAt }: Pick<Take, 'paidAt'>): Temporal.Instant | null => paidAt?.add({ hours: LIMIT.rateHours }) ?? null

/** Nobody sees the other's word before he has said his own, or can say it no more. */
export function isSealed(take: Pick<Take, 'paidAt' | 'ratingsShownAt'>, now: Temporal.Instant): boolean {
  const until = ratingUntil(take)
  return until !== null && take.ratingsShownAt === null && isBefore(now, until)
}

export const ratingBy = ({ ratedByEmployer, ratedByWorker }: Take, side: Side): Rating | null =>
  side === 'employer' ? ratedByEmployer : ratedByWorker
