import type { Facts } from '../facts.ts'
import type { Life } from '../life.ts'
import type { Fen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'

/**
 * What a person of the hall must look at: one row a kind, with the facts that whoever opens one has to bring. Facts are ids, numbers, codes,
 * days and amounts; what they belong to is looked up by whoever may see it.
 */
export const STAFF_TASK = {
  /** An employer deducts from the pay of a take and the worker does not agree: the money stays held. */
  'pay-disputed': ['job', 'take', 'payFen', 'deductFen'],
  /** The provider's bill of a day and our book say different things of one number. */
  'bill-difference': ['day', 'what', 'of', 'number', 'amountFen'],
  /** Money that should go back to whoever paid, and cannot. */
  'refund-stuck': ['payment', 'refund', 'amountFen', 'code'],
  /** Money that should go to a worker, and comes to no end. */
  'payout-stuck': ['payout', 'amountFen', 'code'],
  /** Much money that a worker wants to have: somebody looks at it before it is sent. */
  'payout-look': ['payout', 'worker', 'amountFen'],
  /** The provider says what cannot be true together with our book. */
  'provider-contradicts': ['of', 'number', 'why'],
  /** Somebody says that it was not his fault that he did not keep his word. */
  appeal: ['person', 'reason', 'why', 'job'],
  /** Somebody has not kept his word so often that a person of the hall talks with him before he takes or publishes again. */
  'hall-first': ['person', 'reason', 'job'],
  /** An employer owes for work that was done. */
  arrears: ['employer', 'job', 'owedFen'],
  /** Half a year is over since somebody looked at a company. */
  'company-check': ['company', 'checkOn'],
  /** Somebody said what must not stand in the market; `room` is `private` where he said it to the bot alone, `person` may be `unregistered`. */
  'flagged-line': ['sign', 'person', 'room', 'day'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Instead of the id of somebody whom nobody has registered. */
export const NOBODY_KNOWN = 'unregistered'

export type StaffTaskKind = keyof typeof STAFF_TASK
export const STAFF_TASK_KINDS = Object.keys(STAFF_TASK) as StaffTaskKind[] // the keys of the table the type is made of

type FactsOf<Kind extends StaffTaskKind> = {
  readonly [Name in (typeof STAFF_TASK)[Kind][number]]: Name extends `${string}Fen` ? Fen : string
}

/** `key` names what is to be looked at, for ever: what has to be looked at once more needs another one. */
export type AskedStaffTask<K extends StaffTaskKind = StaffTaskKind> = {
  [Kind in K]: {
    readonly key: string
    readonly kind: Kind
    readonly subject: string
    readonly facts: FactsOf<Kind>
    /** Where it belongs; left out where it belongs to no township, so that only who works for the whole county sees it. */
    readonly township?: string
  }
}[K]

/** The port of whoever finds something that a person must look at. Said twice is said once. */
export type OpenStaffTask = (asked: AskedStaffTask) => Promise<void>

export type StaffTaskState = 'open' | 'done'
export const NEXT_STAFF_TASK_STATE = { open: ['done'], done: [] } as const satisfies Life<StaffTaskState>

export type StaffTaskStanding =
  | { readonly state: 'open' }
  | { readonly state: 'done'; readonly doneAt: Temporal.Instant; readonly doneBy: string; readonly note: string }

export type StaffTask = StaffTaskStanding & {
  readonly id: string
  readonly county: string
  readonly key: string
  readonly kind: StaffTaskKind
  /** The id or the number of what it is about. */
  readonly subject: string
  readonly facts: Facts
  /** Empty where it belongs to none. */
  readonly township: string
  readonly openedAt: Temporal.Instant
}

interface Done {
  readonly by: string
  readonly note: string
  readonly at: Temporal.Instant
}

/** Somebody has looked, and says what came of it. What was looked at once is not looked at over. */
export function closeStaffTask<T extends StaffTask>(task: T, { by, note, at }: Done): Result<T> {
  const next: Life<StaffTaskState> = NEXT_STAFF_TASK_STATE
  if (!next[task.state].includes('done')) return refuse('staff-task-done')
  return accept({ ...task, state: 'done', doneAt: at, doneBy: by, note })
}
