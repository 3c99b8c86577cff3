import type { Fen } from './money.ts'

/** Where a job is and what kind of work it is: all that statistics may ever break down by. */
export interface WorkPlace {
  readonly township: string
  readonly trade: string
  readonly riskClass: number
}

interface JobFacts extends WorkPlace {
  readonly job: string
  readonly number: string
  readonly employer: string
}

interface TakeFacts extends JobFacts {
  readonly take: string
  readonly worker: string
}

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

/** What can have happened, in the past tense. Ids and figures only: no name, phone or ID number travels in an event. */
export interface EventFacts {
  personRegistered: { readonly person: string; readonly roles: readonly ('worker' | 'employer')[]; readonly township: string }
  jobPublished: JobFacts & { readonly seats: number; readonly holdFen: Fen; readonly startsAt: string }
  jobFilled: JobFacts
  jobReopened: JobFacts & { readonly seatsLeft: number }
  jobCancelled: JobFacts & { readonly workers: readonly string[] }
  jobExpired: JobFacts
  jobInsured: JobFacts & { readonly premiumFen: Fen }
  jobDone: JobFacts
  jobSettled: JobFacts
  jobTaken: TakeFacts & { readonly insured: boolean }
  takeUndone: TakeFacts
  takeHandedBack: TakeFacts
  takeCancelled: TakeFacts
  takeMissed: TakeFacts
  takeStarted: TakeFacts & { readonly covered: boolean }
  takeFinished: TakeFacts
  takeConfirmed: TakeFacts & { readonly payFen: Fen; readonly automatic: boolean }
  takePaid: TakeFacts & { readonly payFen: Fen }
  paymentReceived: PaymentFacts & { readonly transaction: string }
  paymentClosed: PaymentFacts
  refundDone: RefundFacts
  refundFailed: RefundFacts & { readonly code: string }
  payoutDone: PayoutFacts
  payoutFailed: PayoutFacts & { readonly code: string }
}

export type EventType = keyof EventFacts

/** `id` is the effect's natural key, such as `jobTaken:TAKE`: the same thing cannot happen twice. */
export type DomainEvent<T extends EventType = EventType> = {
  [Type in T]: {
    readonly id: string
    readonly type: Type
    readonly county: string
    readonly at: Temporal.Instant
    readonly demo: boolean
    readonly facts: EventFacts[Type]
  }
}[T]
