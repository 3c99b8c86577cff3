import { z } from 'zod'
import type { DomainEvent, EventType } from '../core/event.ts'
import { instant } from '../store/codecs.ts'
import type { Doc } from '../store/port.ts'

/** Every event type, so that the compiler asks for a row when core gains one. */
const TYPES = {
  personRegistered: 'personRegistered',
  townshipTold: 'townshipTold',
  licenceReviewed: 'licenceReviewed',
  companyReviewed: 'companyReviewed',
  contactBound: 'contactBound',
  personCorrected: 'personCorrected',
  helperBound: 'helperBound',
  helperEnded: 'helperEnded',
  personVerified: 'personVerified',
  personMismatched: 'personMismatched',
  personErased: 'personErased',
  jobPublished: 'jobPublished',
  holdAsked: 'holdAsked',
  coverAsked: 'coverAsked',
  payDue: 'payDue',
  billWithdrawn: 'billWithdrawn',
  billPaid: 'billPaid',
  jobInArrears: 'jobInArrears',
  jobFilled: 'jobFilled',
  jobReopened: 'jobReopened',
  jobCancelled: 'jobCancelled',
  jobExpired: 'jobExpired',
  jobInsured: 'jobInsured',
  jobDone: 'jobDone',
  jobSettled: 'jobSettled',
  jobTaken: 'jobTaken',
  takeUndone: 'takeUndone',
  takeHandedBack: 'takeHandedBack',
  takeCancelled: 'takeCancelled',
  takeMissed: 'takeMissed',
  takeStarted: 'takeStarted',
  takeFinished: 'takeFinished',
  payProposed: 'payProposed',
  payAgreed: 'payAgreed',
  payDeclined: 'payDeclined',
  payContested: 'payContested',
  takeCashed: 'takeCashed',
  takeConfirmed: 'takeConfirmed',
  takePaid: 'takePaid',
  ratingsShown: 'ratingsShown',
  penaltyGiven: 'penaltyGiven',
  penaltyAppealed: 'penaltyAppealed',
  appealDecided: 'appealDecided',
  conductTalkedOver: 'conductTalkedOver',
  chargePaid: 'chargePaid',
  chargeSurplus: 'chargeSurplus',
  chargeExpired: 'chargeExpired',
  payeeBound: 'payeeBound',
  paymentReceived: 'paymentReceived',
  paymentClosed: 'paymentClosed',
  refundDone: 'refundDone',
  refundFailed: 'refundFailed',
  payoutHeld: 'payoutHeld',
  payoutReleased: 'payoutReleased',
  payoutDone: 'payoutDone',
  payoutFailed: 'payoutFailed',
} as const satisfies { readonly [Type in EventType]: Type }

const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

const stored = z.strictObject({
  id: z.string().min(1).max(200),
  type: z.enum(TYPES),
  county: z.string(),
  at: instant,
  demo: z.boolean(),
  facts: z.record(z.string(), fact),
})

/** An event as a document keeps it. Only events we made ourselves are ever stored, so which facts belong to which type is left to the compiler. */
export const eventSchema = stored as unknown as z.ZodType<DomainEvent, z.input<typeof stored>>

/** What an aggregate that causes events carries: those no subscriber has handled yet, and since when there are any. */
export interface Outbox {
  readonly outbox: readonly DomainEvent[]
  readonly outboxSince: Temporal.Instant | null
}
export type OutboxDoc = Doc & Outbox

/** To spread into an aggregate's strict object. */
export const outboxFields = { outbox: z.array(eventSchema), outboxSince: instant.nullable() }

/** To spread into a collection's indexes: the sweep finds what a crash left by it. */
export const outboxIndex = { outbox: ['county', 'outboxSince'] } as const

export const EMPTY_OUTBOX: Outbox = { outbox: [], outboxSince: null }

/** The document with what has just happened, so that both are written by one conditional write. */
export function withEvents<T extends Outbox>(doc: T, events: readonly DomainEvent[]): T {
  const outbox = [...doc.outbox, ...events]
  return { ...doc, outbox, outboxSince: doc.outboxSince ?? outbox[0]?.at ?? null }
}

/** The document without the events that every subscriber has handled; the same document where it holds none of them. */
export function withoutEvents<T extends Outbox>(doc: T, handled: ReadonlySet<string>): T {
  const outbox = doc.outbox.filter((event) => !handled.has(event.id))
  return outbox.length === doc.outbox.length ? doc : { ...doc, outbox, outboxSince: outbox[0]?.at ?? null }
}
