import type { PersonId, TakeId } from '../id.ts'
import type { Fen } from '../money.ts'

/** `pay`: confirmed work beyond what was put aside. `compensation`: a seat taken back late. */
export const DUE_KINDS = ['pay', 'compensation'] as const
export type DueKind = (typeof DUE_KINDS)[number]

/** `paid`: through the provider. `cash`: from hand to hand, as both sides said. */
export const DUE_STATES = ['open', 'paid', 'cash'] as const
export type DueState = (typeof DUE_STATES)[number]

/** What the employer owes one worker of this job. Several that fell due together are asked for by one bill. */
export interface Due {
  readonly take: TakeId
  readonly worker: PersonId
  readonly kind: DueKind
  readonly amountFen: Fen
  readonly since: Temporal.Instant
  /** The number of the bill, counted from 1 within the job. */
  readonly bill: number
  readonly state: DueState
  /** When it was paid; null while it is open. */
  readonly settledAt: Temporal.Instant | null
}
