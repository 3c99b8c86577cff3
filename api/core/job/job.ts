import type { ChatNumber } from '../chat-number.ts'
import type { JobId, PersonId } from '../id.ts'
import type { Fen } from '../money.ts'
import type { Take } from '../take/take.ts'
import type { Due } from './due.ts'
import { HOUSEHOLD, type Poster } from './poster.ts'

/** What the employer promises; nothing in it changes once a worker holds a seat. */
export interface Terms {
  readonly trade: string
  readonly riskClass: number
  readonly content: string
  readonly seats: number
  readonly pay: { readonly amountFen: Fen; readonly unit: 'day' | 'hour' | 'job' }
  /** What one worker gets for the whole job. */
  readonly payPerTakeFen: Fen
  readonly startsAt: Temporal.Instant
  /** The last moment of the work. */
  readonly endsAt: Temporal.Instant
  readonly days: number
  readonly township: string
  readonly place: string
  readonly licences: readonly string[]
  readonly perks: readonly string[]
}

/**
 * `escrow`: the pay lies with the provider before anybody hears of the job. `credit`: staff trust the employer to pay afterwards. `cash`: it
 * changes hands at the work place, and both sides say so.
 */
export const FUNDINGS = ['escrow', 'credit', 'cash'] as const
export type Funding = (typeof FUNDINGS)[number]

export const JOB_STATES = ['draft', 'unpaid', 'open', 'filled', 'working', 'done', 'settled', 'cancelled', 'expired'] as const
export type JobState = (typeof JOB_STATES)[number]

/** One aggregate: the seats sold are the takes in it, so one conditional write keeps the promise that no seat is sold twice. */
export interface Job {
  readonly id: JobId
  readonly number: ChatNumber
  readonly county: string
  readonly demo: boolean
  readonly employer: PersonId
  /** The label of the kind of employer, which stands on every card of it. */
  readonly poster: Poster
  readonly terms: Terms
  readonly state: JobState
  readonly takes: readonly Take[]
  readonly postedAt: Temporal.Instant
  readonly publishedAt: Temporal.Instant | null
  readonly insuredAt: Temporal.Instant | null
  /** Since when the employer wants cover whose premium has not come in. */
  readonly coverAskedAt: Temporal.Instant | null
  readonly funding: Funding
  /** What the employer owes beyond what was put aside, and how it ended. */
  readonly dues: readonly Due[]
  /** Since when the oldest of what is still owed has been due: kept beside it so that it can be looked for. */
  readonly owedSince: Temporal.Instant | null
  /** The `owedSince` that staff have been told of. */
  readonly arrearsOf: Temporal.Instant | null
  /** Four digits that only the employer is told; typing them at the work place is the proof of being there. */
  readonly startCode: string
  readonly firstTakenAt: Temporal.Instant | null
  /** Takes that were handed back and are no longer kept among `takes`. */
  readonly forgottenHandBacks: number
}

/** A job about which nothing has been said but its terms. */
export const NEW_JOB = {
  poster: HOUSEHOLD,
  takes: [],
  publishedAt: null,
  insuredAt: null,
  coverAskedAt: null,
  funding: 'escrow',
  dues: [],
  owedSince: null,
  arrearsOf: null,
  firstTakenAt: null,
  forgottenHandBacks: 0,
} as const satisfies Partial<Job>
