import type { PersonId, TakeId } from '../id.ts'

export const TAKE_STATES = ['taken', 'started', 'finished', 'confirmed', 'paid', 'cancelled', 'missed'] as const
export type TakeState = (typeof TAKE_STATES)[number]

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
}

/** Whether a take occupies its seat. */
export const holdsSeat = (take: Take): boolean => take.state !== 'cancelled' && take.state !== 'missed'
