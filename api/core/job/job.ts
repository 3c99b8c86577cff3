import type { ChatNumber } from '../chat-number.ts'
import type { JobId, PersonId } from '../id.ts'
import type { Fen } from '../money.ts'
import type { Take } from '../take/take.ts'

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

export const JOB_STATES = ['draft', 'open', 'filled', 'working', 'done', 'settled', 'cancelled', 'expired'] as const
export type JobState = (typeof JOB_STATES)[number]

/** One aggregate: the seats sold are the takes in it, so one conditional write keeps the promise that no seat is sold twice. */
export interface Job {
  readonly id: JobId
  readonly number: ChatNumber
  readonly county: string
  readonly demo: boolean
  readonly employer: PersonId
  readonly terms: Terms
  readonly state: JobState
  readonly takes: readonly Take[]
  readonly postedAt: Temporal.Instant
  readonly publishedAt: Temporal.Instant | null
  readonly insuredAt: Temporal.Instant | null
  /** Four digits that only the employer is told; typing them at the work place is the proof of being there. */
  readonly startCode: string
}
