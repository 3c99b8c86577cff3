import type { ChargePurpose } from './charge/purpose.ts'
import type { EmployerType } from './job/poster.ts'
import type { Fen } from './money.ts'
import type { AppealWhy, PenaltyReason } from './penalty/penalty.ts'
import type { AgeBand } from './person/age.ts'
import type { Channel } from './person/channel.ts'
import type { CorrectedField } from './person/correction.ts'
import type { ProposalKind, Side } from './take/proposal.ts'

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
  /** In whose name it is posted; an event from before this was written down says nothing, and is a household's. */
  readonly employerType?: EmployerType
  /** When the work begins, as its terms say. */
  readonly startsAt: string
}

/** What somebody is counted by. */
export interface CountedFacts {
  readonly person: string
  readonly township: string
  /** The first year of the band of ages he belonged to when he registered; 0 where it is not known. */
  readonly ageBand: AgeBand | 0
  /** Absent in events from before these were written down: nobody knows. */
  readonly channel?: Channel | ''
  readonly verified?: boolean
}

interface TakeFacts extends JobFacts {
  readonly take: string
  readonly worker: string
}

/** What stands on one bill to be paid, for how many seats, and since when it has been due. */
interface BillFacts extends JobFacts {
  readonly bill: number
  readonly amountFen: Fen
  readonly seats: number
  readonly since: string
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

interface PenaltyFacts {
  readonly person: string
  readonly penalty: string
  readonly reason: PenaltyReason
  readonly job: string
}

interface Proposed {
  readonly kind: ProposalKind
  readonly amountFen: Fen
  readonly by: Side
}

/** `charge` is the key of what was asked, `payment` the key of the attempt that it came by. */
interface ChargeFacts {
  readonly charge: string
  readonly purpose: ChargePurpose
  readonly job: string
  readonly number: string
  readonly employer: string
  readonly amountFen: Fen
  readonly payment: string
}

/** What can have happened, in the past tense. Ids and figures only: no name, phone or ID number travels in an event. */
export interface EventFacts {
  personRegistered: CountedFacts & { readonly roles: readonly ('worker' | 'employer')[] }
  /** Somebody registered has said where he lives; he was counted without a township until then. */
  townshipTold: CountedFacts & { readonly roles: readonly ('worker' | 'employer')[] }
  /** A second person has looked at a licence; `until` is the last day on which it counts, empty where it was rejected. */
  licenceReviewed: {
    readonly licence: string
    readonly person: string
    readonly cert: string
    readonly approved: boolean
    readonly until: string
  }
  /** A second person has looked at a company, for the `look`th time; both days are empty where it was rejected. */
  companyReviewed: {
    readonly company: string
    readonly look: number
    readonly approved: boolean
    /** On this day somebody has to look again. */
    readonly checkOn: string
    /** The last day on which it publishes without that. */
    readonly publishesUntil: string
    readonly representatives: readonly string[]
  }
  /** Somebody may act for a person, or may no more. */
  helperBound: { readonly person: string; readonly helper: string }
  helperEnded: { readonly person: string; readonly helper: string }
  /** A chat contact more speaks for a person; `changed`: he had another before. */
  contactBound: { readonly person: string; readonly changed: boolean }
  /** It is made sure of who somebody is who could not be asked about at his registration, or the office says that he is not. */
  personVerified: CountedFacts & { readonly wasWorker: boolean }
  personMismatched: { readonly person: string }
  /** What stood about somebody was wrong, or has changed; what it was and what it is now stand nowhere. */
  personCorrected: { readonly person: string; readonly fields: readonly CorrectedField[]; readonly by: 'hall' | 'himself' }
  /** Somebody was forgotten, as he wanted; the rest is what he was counted by. */
  personErased: CountedFacts & { readonly wasWorker: boolean }
  jobPublished: JobFacts & { readonly seats: number; readonly holdFen: Fen }
  /** The employer has been asked to put this much aside before anybody hears of the job. */
  holdAsked: JobFacts & { readonly amountFen: Fen }
  coverAsked: JobFacts & { readonly premiumFen: Fen }
  /** `cash`: it is meant to change hands, so no provider is asked unless the employer wants it. */
  payDue: BillFacts & { readonly cash: boolean }
  billWithdrawn: BillFacts
  billPaid: BillFacts
  jobInArrears: JobFacts & { readonly owedFen: Fen; readonly workers: readonly string[] }
  jobFilled: JobFacts
  jobReopened: JobFacts & { readonly seatsLeft: number }
  jobCancelled: JobFacts & { readonly seats: number; readonly workers: readonly string[]; readonly unpaid: boolean }
  jobExpired: JobFacts & { readonly unpaid: boolean }
  jobInsured: JobFacts & { readonly premiumFen: Fen }
  jobDone: JobFacts
  jobSettled: JobFacts
  /** `first`: nobody had ever held a seat of this job. */
  jobTaken: TakeFacts & { readonly insured: boolean; readonly publishedAt: string; readonly first: boolean }
  takeUndone: TakeFacts & { readonly publishedAt: string }
  takeHandedBack: TakeFacts
  /** `heldFen` of the compensation comes out of what was put aside. */
  takeCancelled: TakeFacts & { readonly compensationFen: Fen; readonly heldFen: Fen; readonly weather: boolean }
  takeMissed: TakeFacts
  takeStarted: TakeFacts & { readonly covered: boolean }
  takeFinished: TakeFacts
  payProposed: TakeFacts & Proposed
  payAgreed: TakeFacts & Proposed
  payDeclined: TakeFacts & Proposed
  /** The two sides disagree: the pay stays held, staff look at it. */
  payContested: TakeFacts & Proposed
  /** So much changed hands outside, as both sides said. */
  takeCashed: TakeFacts & { readonly amountFen: Fen }
  /** `heldFen` of the pay comes out of what was put aside; with `cash` all of it has changed hands already. */
  takeConfirmed: TakeFacts & {
    readonly payFen: Fen
    readonly heldFen: Fen
    readonly automatic: boolean
    readonly cash: boolean
    readonly days: number
    /** Agreed work of one day. */
    readonly minutesPerDay: number
  }
  /** `taxFen` of the pay was withheld. */
  takePaid: TakeFacts & { readonly payFen: Fen; readonly taxFen: Fen; readonly cash: boolean; readonly confirmedAt: string }
  /** Both sides have rated, or can no more; 0 stars and no time for a side that has not. */
  ratingsShown: TakeFacts & {
    /** Whose word was the second; he has heard the other's by then. */
    readonly by: Side | 'clock'
    readonly employerStars: number
    readonly employerRatedAt: string
    readonly workerStars: number
    readonly workerRatedAt: string
  }
  /** `paused`: with it he may not take or publish for some hours; `hallFirst`: nor before a person of the hall has talked it over with him. */
  penaltyGiven: PenaltyFacts & { readonly paused: boolean; readonly hallFirst: boolean }
  /** A person of the hall has talked with him about the penalties he has `seen`; `isFree`: and there is nothing more to talk over. */
  conductTalkedOver: { readonly person: string; readonly seen: readonly string[]; readonly by: string; readonly isFree: boolean }
  penaltyAppealed: PenaltyFacts & { readonly why: AppealWhy }
  appealDecided: PenaltyFacts & { readonly lifted: boolean; readonly by: string }
  chargePaid: ChargeFacts
  /** Money that nobody had asked for any more, or twice. */
  chargeSurplus: ChargeFacts
  chargeExpired: ChargeFacts
  /** The account that a person's payouts go to; `from` when on, later where it took another's place. */
  payeeBound: { readonly person: string; readonly changed: boolean; readonly from: string }
  paymentReceived: PaymentFacts & { readonly transaction: string }
  paymentClosed: PaymentFacts
  refundDone: RefundFacts
  refundFailed: RefundFacts & { readonly code: string }
  /** Much money, at which somebody of the hall looks before it is sent; he has looked and let it go. */
  payoutHeld: PayoutFacts
  payoutReleased: PayoutFacts
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
