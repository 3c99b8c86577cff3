import type { JobId, PersonId } from '../id.ts'

export const PENALTY_REASONS = ['no-show', 'late-hand-back', 'late-cancel', 'late-pay'] as const
export type PenaltyReason = (typeof PENALTY_REASONS)[number]

/** Why somebody says that it was not his fault; what exactly it was he tells a person of the hall, and nobody writes it down. */
export const APPEAL_WHYS = ['weather', 'illness', 'accident', 'other'] as const
export type AppealWhy = (typeof APPEAL_WHYS)[number]

export type AppealStanding =
  | { readonly state: 'waiting' }
  | { readonly state: 'lifted' | 'upheld'; readonly decidedAt: Temporal.Instant; readonly reason: string }

export type Appeal = AppealStanding & { readonly why: AppealWhy; readonly at: Temporal.Instant }

/** A word that was not kept. */
export interface Penalty {
  /** Its own for ever, such as `no-show:TAKE`, so that what is told twice counts once. */
  readonly id: string
  readonly reason: PenaltyReason
  readonly job: JobId
  readonly jobNumber: string
  readonly at: Temporal.Instant
  /** What it weighed when it was given; what the table says later changes nothing of it. */
  readonly points: number
  readonly appeal: Appeal | null
  /** When a person of the hall had talked it over with him, where that was needed. */
  readonly talkedOverAt: Temporal.Instant | null
}

export interface Conduct {
  readonly id: PersonId
  readonly county: string
  readonly demo: boolean
  readonly penalties: readonly Penalty[]
}

/**
 * What follows from so many points together: taking and publishing waits for some hours, or until a person of the hall has talked it over with him,
 * however long that takes.
 */
export type Consequence = { readonly points: number } & (
  | { readonly kind: 'pause'; readonly hours: number }
  | { readonly kind: 'hall-first' }
)

/** What a county counts, and what follows from it. */
export interface PenaltyRules {
  /** Nothing that happened before this day counts. */
  readonly from: Temporal.PlainDate
  readonly points: Readonly<Record<PenaltyReason, number>>
  /** Half of it is forgotten after so many days, half of the rest after as many more. */
  readonly halveDays: number
  /** All of it after so many. */
  readonly expireDays: number
  /** The most points last. */
  readonly consequences: readonly Consequence[]
  /** So long somebody may say that it was not his fault. */
  readonly appealDays: number
}
