import type { Life } from '../life.ts'
import type { Fen } from '../money.ts'

/**
 * The provider's own states in our words, and before it `held`, until somebody of the hall has looked, `created` and `unknown`. `waiting`: for
 * the payee's word on a page.
 */
export type PayoutState =
  | 'held'
  | 'created'
  | 'unknown'
  | 'accepted'
  | 'processing'
  | 'waiting'
  | 'transferring'
  | 'cancelling'
  | 'done'
  | 'failed'
  | 'cancelled'

/** Only forward: whatever arrives late and says less than we know changes nothing. */
export const NEXT_PAYOUT_STATE = {
  held: ['created', 'cancelled'],
  created: ['unknown', 'accepted', 'processing', 'waiting', 'transferring', 'cancelling', 'done', 'failed', 'cancelled'],
  unknown: ['accepted', 'processing', 'waiting', 'transferring', 'cancelling', 'done', 'failed', 'cancelled'],
  accepted: ['processing', 'waiting', 'transferring', 'cancelling', 'done', 'failed', 'cancelled'],
  processing: ['waiting', 'transferring', 'cancelling', 'done', 'failed', 'cancelled'],
  waiting: ['transferring', 'cancelling', 'done', 'failed', 'cancelled'],
  transferring: ['done', 'failed', 'cancelled'],
  cancelling: ['done', 'failed', 'cancelled'],
  done: [],
  failed: [],
  cancelled: [],
} as const satisfies Life<PayoutState>

export interface PayoutTerms {
  /** Ours at the provider (`out_bill_no`), kept for ever whatever happens. */
  readonly id: string
  readonly county: string
  readonly demo: boolean
  readonly key: string
  readonly worker: string
  /** Tells whether the payee is still the one that the payout was made for, without saying who it is. */
  readonly payeeMark: string
  readonly amountFen: Fen
  readonly remark: string
  readonly jobType: string
  readonly payNote: string
  /** From here on it is on its way: when it was asked for, or when it was held no longer. */
  readonly createdAt: Temporal.Instant
  /** How often it was ordered; counted before the order is sent. */
  readonly orders: number
  readonly orderedAt: Temporal.Instant | null
  /** The provider's number of it. */
  readonly bill: string | null
  /** The county day on which we heard that it has arrived. */
  readonly doneOn: string | null
}

/** `packageInfo` is what the payee's page confirms with; null when only a later answer, which lacks it, reached us. */
export type PayoutStanding =
  | { readonly state: 'held' | 'created' | 'accepted' | 'processing' | 'transferring' | 'cancelling' | 'done' }
  | { readonly state: 'waiting'; readonly packageInfo: string | null }
  | { readonly state: 'unknown' | 'failed' | 'cancelled'; readonly code: string }

export type Payout = PayoutTerms & PayoutStanding

export const isOpenPayout = ({ state }: Pick<Payout, 'state'>): boolean => NEXT_PAYOUT_STATE[state].length > 0
