import type { Facts } from '../facts.ts'

/**
 * What is written down for ever: one row an action, with the facts that whoever does it has to bring. Facts are ids, numbers, codes, days and
 * amounts, never what somebody is called or owns; whom it is about stands in the subjects.
 */
export const AUDITED = {
  /** Somebody's name, ID number or phone is opened for somebody else. */
  'open-personal-data': ['purpose', 'fields'],
  /** Somebody is registered by staff, with the consent he gave; by a file, many are. */
  'register-person': ['how'],
  'import-people': ['how'],
  /** Somebody asked whether a person is registered, and how he stands; what is told of him is masked. */
  'find-person': [],
  /** Somebody of the hall has looked at a card. */
  'verify-person': [],
  'give-binding-code': [],
  'upload-licence': ['cert'],
  'review-licence': ['licence', 'decision'],
  'give-helper-code': ['how'],
  'end-help': [],
  /** Done by a helper for somebody who has agreed. */
  'act-for': ['route'],
  'send-company': [],
  'review-company': ['decision'],
  /** The picture of a business licence is opened. */
  'open-company': [],
  'add-representative': [],
  'end-representative': [],
  /** A child wanted to be registered; of whom it was nothing is kept. */
  'refuse-child': [],
  'close-staff-task': ['task'],
  'acknowledge-alert': ['alert'],
  'close-alert': ['alert'],
  'settle-contested-pay': ['job', 'amountFen'],
  'set-credit-line': ['limitFen'],
  /** Somebody who had to come to the hall first was talked with. */
  'talk-over': ['penalties'],
  /** Somebody said that it was not his fault: a person has looked. */
  'decide-appeal': ['penalty', 'points', 'decision'],
  /** Much of a worker's money: somebody has looked, and let it go or not. */
  'release-payout': ['payout', 'amountFen'],
  'decline-payout': ['payout', 'amountFen'],
  /** A file leaves the county. */
  'export-file': ['file', 'from', 'until'],
  /** Everything about one person leaves the county, asked for by himself or by staff. */
  'export-person': [],
  'correct-person': ['fields'],
  /** `asked`, and then `done`, or `stopped` because of something that came between. */
  'erase-person': ['step'],
  'rotate-keys': ['ring', 'kid'],
  'sign-in': ['by'],
  /** Somebody changes what his own account proves itself by, or which chat contact it has. */
  'change-own-account': ['what'],
  'invite-staff': ['roles', 'scope'],
  'join-staff': ['roles', 'scope'],
  'change-staff': ['roles', 'scope'],
  'move-staff': ['state'],
  /** A one-time code with which somebody proves himself by something new. */
  'reset-staff': [],
  'renew-staff': [],
  'ask-approval': ['route'],
  'answer-approval': ['answer'],
  /** What a second person agreed to is done now. */
  'use-approval': ['route'],
  /** The chain up to here is written out; see the root of the day. */
  'write-root': ['day'],
  /** What was asked for in an earlier row was not done. */
  'refuse-action': ['line', 'refusal'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What somebody's data are opened for. */
export const OPENING_PURPOSES = ['wage-ledger', 'platform-identity', 'platform-income', 'payout', 'verification'] as const
export type OpeningPurpose = (typeof OPENING_PURPOSES)[number]

export type AuditAction = keyof typeof AUDITED
export const AUDIT_ACTIONS = Object.keys(AUDITED) as AuditAction[] // the keys of the table the type is made of

type FactOf<Name extends string> = Name extends `${string}Fen` | 'line' | 'points' ? number : string
type FactsOf<Action extends AuditAction> = { readonly [Name in (typeof AUDITED)[Action][number]]: FactOf<Name> }

/** `person` by his id, `staff` by account, `operator` at the command line, `system` by the task that ran. */
export const ACTOR_ROLES = ['person', 'staff', 'operator', 'system'] as const

export interface Actor {
  readonly role: (typeof ACTOR_ROLES)[number]
  readonly id: string
}

/** `key` names what is done, for ever: said twice is written once. */
export type AskedAudit<A extends AuditAction = AuditAction> = {
  [Action in A]: {
    readonly key: string
    readonly actor: Actor
    readonly action: Action
    /** The ids of whom or what it is about. */
    readonly subjects: readonly string[]
    readonly facts: FactsOf<Action>
  }
}[A]

export interface AuditRow {
  readonly county: string
  /** From 1 on, without a gap. */
  readonly line: number
  readonly at: Temporal.Instant
  readonly key: string
  readonly actor: Actor
  readonly action: AuditAction
  readonly subjects: readonly string[]
  readonly facts: Facts
  /** The hash of the line before; of the first line, `NOTHING_BEFORE`. */
  readonly previous: string
  readonly hash: string
}
