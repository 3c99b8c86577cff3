import type { Intent } from './intent.ts'

export type PayUnit = 'day' | 'hour' | 'job' | 'piece' | 'month'

export interface Pay {
  /** Whole fen for one unit; the lower end when a range was said. */
  readonly amountFen: number
  readonly unit: PayUnit
}

export const JOB_FIELDS = ['trade', 'headcount', 'pay', 'start', 'end', 'place', 'certs', 'perks', 'insurance', 'phone'] as const

export type JobField = (typeof JOB_FIELDS)[number]

/** What one job of a message says; null (or an empty list) where it says nothing. */
export interface JobDraft {
  readonly trade: string | null
  readonly headcount: number | null
  readonly pay: Pay | null
  /** `2024-05-07` or, when a clock time stands in the text, `2024-05-07T06:30:00+08:00`. */
  readonly start: string | null
  /** The last moment of the work, written like `start`. */
  readonly end: string | null
  /** As written. */
  readonly place: string | null
  readonly certs: readonly string[]
  readonly perks: readonly string[]
  /** true: the employer provides it; false: stated that there is none; null: not said. */
  readonly insurance: boolean | null
  /** Digits only. */
  readonly phone: string | null
}

/** Where nothing is said of a job yet. */
export const NO_DRAFT: JobDraft = {
  trade: null,
  headcount: null,
  pay: null,
  start: null,
  end: null,
  place: null,
  certs: [],
  perks: [],
  insurance: null,
  phone: null,
}

/** The slots that the labels of the county's vocabulary name, then what only the bot needs. */
export interface Slots {
  jobNo?: string
  jobNos?: readonly string[]
  count?: number
  headcount?: number
  stars?: number
  amountFen?: number
  trade?: string
  trades?: readonly string[]
  cert?: string
  course?: string
  name?: string
  phone?: string
  idNo?: string
  place?: string
  reason?: string
  /** The number said after 开工: an attendance code or a job number, the caller tells them apart. */
  code?: string
  role?: 'worker' | 'employer'
  /** The number of an option, 1 being the first. */
  option?: number
  /** A day, `2024-05-07`. */
  date?: string
  /** What goes along with a grab for the employer's eyes (我8点半才到). */
  note?: string
  minimumPayFen?: number
  names?: readonly string[]
}

export type FindingKind =
  | 'pay-negotiable'
  | 'pay-below-floor'
  | 'sex-limit'
  | 'age-limit'
  | 'under-age'
  | 'deposit'
  | 'fee'
  | 'fraud'
  | 'past-time'
  | 'ambiguous-headcount'
  | 'ambiguous-pay'
  | 'ambiguous-time'

/** Something in the words that a person must decide or that the law forbids: named, never dropped. */
export interface Finding {
  readonly kind: FindingKind
  readonly words: string
}

export type MissingField = 'trade' | 'headcount' | 'pay' | 'start' | 'place'

export type Warning = 'id-number' | 'cut-at-limit'

/** Which words made which slot; for several jobs the slot is named `jobs[1].pay`. */
export interface Explanation {
  readonly slot: string
  readonly words: string
}

export interface Understanding {
  readonly intent: Intent
  readonly slots: Slots
  readonly jobs: readonly JobDraft[]
  readonly findings: readonly Finding[]
  /** For each job the fields a publishable job still needs. */
  readonly missing: readonly (readonly MissingField[])[]
  readonly warnings: readonly Warning[]
  readonly explain: readonly Explanation[]
}
