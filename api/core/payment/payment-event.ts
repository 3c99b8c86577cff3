import type { Fen } from '../money.ts'

interface PaymentFacts {
  /** Our number of it at the provider. */
  readonly payment: string
  /** What the payment is for, such as `hold:JOB`. */
  readonly key: string
  readonly amountFen: Fen
}

interface RefundFacts {
  readonly refund: string
  readonly key: string
  readonly payment: string
  readonly paymentKey: string
  readonly amountFen: Fen
}

interface PayoutFacts {
  readonly payout: string
  readonly key: string
  readonly worker: string
  readonly amountFen: Fen
}

/** What can have happened to money at the provider, in the past tense. */
export interface PaymentEventFacts {
  paymentReceived: PaymentFacts & { readonly transaction: string }
  paymentClosed: PaymentFacts
  refundDone: RefundFacts
  refundFailed: RefundFacts & { readonly code: string }
  payoutDone: PayoutFacts
  payoutFailed: PayoutFacts & { readonly code: string }
}

export type PaymentEventType = keyof PaymentEventFacts

/** The shape of a domain event, so that it can become one. `id` is the effect's natural key: the same thing cannot happen twice. */
export type PaymentEvent<T extends PaymentEventType = PaymentEventType> = {
  [Type in T]: {
    readonly id: string
    readonly type: Type
    readonly county: string
    readonly at: Temporal.Instant
    readonly demo: boolean
    readonly facts: PaymentEventFacts[Type]
  }
}[T]

/** What hearing the provider's word comes to. */
export type Heard<T> =
  | { readonly kind: 'news'; readonly doc: T; readonly events: readonly PaymentEvent[] }
  /** We knew that already, or it is older than what we know. */
  | { readonly kind: 'known' }
  /** It cannot be true together with what we know. */
  | { readonly kind: 'contradiction'; readonly why: Contradiction }

export type Contradiction = 'other-amount' | 'other-transaction' | 'refund-before-pay' | 'not-ours' | 'after-the-end'

export const KNOWN = { kind: 'known' } as const
export const contradiction = (why: Contradiction) => ({ kind: 'contradiction', why }) as const
