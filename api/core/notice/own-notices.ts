import type { DomainEvent, EventType } from '../event.ts'
import { payoutFailureOf } from '../payment/payout-failure.ts'

/** What is told to one person about his own affairs, whatever job is or was concerned. */
export const OWN_NOTICE_KINDS = [
  'payout-done',
  'payout-expired',
  'payout-taken-back',
  'payout-declined',
  'payout-released',
  'payout-name-differs',
  'payout-account-limited',
  'payout-too-much',
  'payout-payee-changed',
  'payout-failed',
  'payee-bound',
  'payee-changed',
  'contact-changed',
  'data-corrected',
  'phone-changed',
  'licence-approved',
  'licence-rejected',
  'licence-expiring',
  'licence-expired',
  'helper-bound',
  'helper-ended',
  'help-over',
  'company-approved',
  'company-rejected',
  'company-check-soon',
  'company-check-due',
  'company-check-over',
  'identity-verified',
  'identity-mismatched',
  'erasure-stopped',
  'paused',
  'hall-first',
  'talked-over',
  'appeal-lifted',
  'appeal-upheld',
] as const
export type OwnNoticeKind = (typeof OWN_NOTICE_KINDS)[number]

export interface OwnTell {
  readonly kind: OwnNoticeKind
  readonly person: string
  readonly amountFen?: number
  /** Told at night too. */
  readonly urgent?: boolean
}

type Rows = { readonly [Type in EventType]?: (facts: DomainEvent<Type>['facts']) => readonly OwnTell[] }

/** Money that arrived is what somebody waits for; money that came back is still there in the morning. */
const TELLS: Rows = {
  payoutDone: ({ worker, amountFen }) => [{ kind: 'payout-done', person: worker, amountFen, urgent: true }],
  payoutReleased: ({ worker, amountFen }) => [{ kind: 'payout-released', person: worker, amountFen }],
  payeeBound: ({ person, changed }) => [{ kind: changed ? 'payee-changed' : 'payee-bound', person, urgent: true }],
  licenceReviewed: ({ person, approved }) => [{ kind: approved ? 'licence-approved' : 'licence-rejected', person }],
  helperBound: ({ person }) => [{ kind: 'helper-bound', person, urgent: true }],
  helperEnded: ({ person, helper }) => [
    { kind: 'helper-ended', person },
    { kind: 'help-over', person: helper },
  ],
  companyReviewed: ({ representatives, approved }) =>
    representatives.map((person) => ({ kind: approved ? 'company-approved' : 'company-rejected', person })),
  contactBound: ({ person, changed }) => (changed ? [{ kind: 'contact-changed', person, urgent: true }] : []),
  personCorrected: ({ person, by }) => [{ kind: by === 'himself' ? 'phone-changed' : 'data-corrected', person, urgent: true }],
  penaltyGiven: ({ person, paused, hallFirst }) =>
    hallFirst ? [{ kind: 'hall-first', person }] : paused ? [{ kind: 'paused', person }] : [],
  conductTalkedOver: ({ person, isFree }) => (isFree ? [{ kind: 'talked-over', person }] : []),
  appealDecided: ({ person, lifted }) => [{ kind: lifted ? 'appeal-lifted' : 'appeal-upheld', person }],
  personVerified: ({ person }) => [{ kind: 'identity-verified', person }],
  personMismatched: ({ person }) => [{ kind: 'identity-mismatched', person }],
  payoutFailed: ({ worker, amountFen, code }) => [{ kind: `payout-${payoutFailureOf(code)}`, person: worker, amountFen }],
}

export const OWN_EVENTS_TOLD = Object.keys(TELLS) as readonly EventType[]

export function ownNoticesOf<Type extends EventType>(event: DomainEvent<Type>): readonly OwnTell[] {
  const tell = TELLS[event.type] as ((facts: DomainEvent<Type>['facts']) => readonly OwnTell[]) | undefined
  return tell?.(event.facts) ?? []
}
