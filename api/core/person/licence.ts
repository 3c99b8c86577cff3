import { accept, type Result, refuse } from '../result.ts'

/** What the law asks for in a restricted trade, as somebody has sent a picture of it; it counts only once a second person has looked. */
export type Licence = {
  readonly id: string
  readonly person: string
  readonly cert: string
  /** Himself by his id, or the account of the staff who did it for him. */
  readonly uploadedBy: string
  readonly uploadedAt: Temporal.Instant
} & (
  | { readonly state: 'waiting' }
  | {
      readonly state: 'approved'
      readonly reviewedBy: string
      readonly reviewedAt: Temporal.Instant
      readonly validUntil: Temporal.PlainDate
      /** The next review (复审) that it needs to go on counting; null where it needs none. */
      readonly reviewOn: Temporal.PlainDate | null
    }
  | { readonly state: 'rejected'; readonly reviewedBy: string; readonly reviewedAt: Temporal.Instant; readonly reason: string }
)

export type Decision =
  | { readonly decision: 'approve'; readonly validUntil: Temporal.PlainDate; readonly reviewOn: Temporal.PlainDate | null }
  | { readonly decision: 'reject'; readonly reason: string }

export interface Review {
  readonly by: string
  readonly at: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** Who registered the person; null where he did so himself. */
  readonly registrar: string | null
}

/** The last day on which it counts: the earlier of its end and its next review. */
export const countsUntil = (validUntil: Temporal.PlainDate, reviewOn: Temporal.PlainDate | null): Temporal.PlainDate =>
  reviewOn !== null && Temporal.PlainDate.compare(reviewOn, validUntil) < 0 ? reviewOn : validUntil

/** One look by somebody who neither sent the picture nor registered the person. */
export function reviewLicence<T extends Licence>(licence: T, decision: Decision, { by, at, today, registrar }: Review): Result<Licence> {
  const { id, person, cert, uploadedBy, uploadedAt } = licence
  if (licence.state !== 'waiting') return refuse('licence-reviewed')
  if (by === uploadedBy || by === registrar) return refuse('own-review')
  const head = { ...licence, id, person, cert, uploadedBy, uploadedAt, reviewedBy: by, reviewedAt: at }
  if (decision.decision === 'reject') return accept({ ...head, state: 'rejected', reason: decision.reason })
  const { validUntil, reviewOn } = decision
  if (Temporal.PlainDate.compare(countsUntil(validUntil, reviewOn), today) < 0) return refuse('licence-over')
  return accept({ ...head, state: 'approved', validUntil, reviewOn })
}

/** Before a licence counts no longer its owner hears of it so many days ahead, and on the day after. */
export const LICENCE_REMINDERS_DAYS = [60, 30, 7, -1] as const
