import type { PersonId, TakeId } from '../id.ts'
import type { Fen } from '../money.ts'
import type { Rating } from '../rating/rating.ts'
import type { Deal, Proposal } from './proposal.ts'

export const TAKE_STATES = ['taken', 'started', 'finished', 'confirmed', 'paid', 'cancelled', 'missed'] as const
export type TakeState = (typeof TAKE_STATES)[number]

export const FREED_BY = ['undone', 'worker', 'employer', 'weather'] as const

/** A worker's seat on a job. */
export interface Take {
  readonly id: TakeId
  readonly worker: PersonId
  readonly state: TakeState
  readonly takenAt: Temporal.Instant
  /** When accident cover began for this seat; null while there is none. */
  readonly coveredFrom: Temporal.Instant | null
  readonly startedAt: Temporal.Instant | null
  readonly finishedAt: Temporal.Instant | null
  /** Wrong start codes typed so far. */
  readonly wrongCodes: number
  /** What both sides agreed this seat is paid; null: as the terms say. */
  readonly agreedFen: Fen | null
  /** How many offers about its pay there have been. */
  readonly offers: number
  /** What one side has offered and the other has not answered. */
  readonly proposal: Proposal | null
  /** What was agreed in place of the terms, the newest last. */
  readonly deals: readonly Deal[]
  /** Since when the two sides disagree about the pay, which stays held until they or the staff say how much it is. */
  readonly contestedAt: Temporal.Instant | null
  readonly confirmedAt: Temporal.Instant | null
  readonly paidBy: 'wallet' | 'cash' | null
  readonly paidAt: Temporal.Instant | null
  /** Whose word freed the seat; `undone`: the worker's own, within the first minute. Null while nobody's has. */
  readonly freedBy: (typeof FREED_BY)[number] | null
  /** When; null where nobody's has, or before it was written down. */
  readonly freedAt: Temporal.Instant | null
  /** What each side has said of the other once it was paid; sealed until `ratingsShownAt`. */
  readonly ratedByEmployer: Rating | null
  readonly ratedByWorker: Rating | null
  readonly ratingsShownAt: Temporal.Instant | null
}

/** Whether a take occupies its seat. */
export const holdsSeat = (take: Take): boolean => take.state !== 'cancelled' && take.state !== 'missed'

/** A seat that has just been taken, with nothing said about it yet. */
export const NEW_TAKE = {
  state: 'taken',
  startedAt: null,
  finishedAt: null,
  agreedFen: null,
  offers: 0,
  proposal: null,
  deals: [],
  contestedAt: null,
  confirmedAt: null,
  paidBy: null,
  paidAt: null,
  freedBy: null,
  freedAt: null,
  ratedByEmployer: null,
  ratedByWorker: null,
  ratingsShownAt: null,
} as const satisfies Partial<Take>
