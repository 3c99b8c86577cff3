import type { DomainEvent, EventType } from '../event.ts'
import { subtractFen } from '../money.ts'
import type { NoticeKind } from './notice-kind.ts'

/** Who hears of it: one person, or the county's market groups. */
export type Recipient = { readonly person: string } | { readonly market: true }

export interface Tell {
  readonly kind: NoticeKind
  readonly to: Recipient
  readonly worker?: string
  readonly amountFen?: number
  /** Told at night too. */
  readonly urgent?: boolean
  /** Not before so many minutes have passed. */
  readonly afterMinutes?: number
  /** However many seats it concerns, told once for the job. */
  readonly perJob?: boolean
}

const MARKET: Recipient = { market: true }
const person = (id: string): Recipient => ({ person: id })

const PENALTY_NOTICE = {
  'late-hand-back': 'penalty-left-late',
  'late-cancel': 'penalty-called-off',
  'late-pay': 'penalty-paid-late',
} as const

type Rows = { readonly [Type in EventType]?: (facts: DomainEvent<Type>['facts']) => readonly Tell[] }

/** Who is told what after which event. The one who caused it has the bot's answer already and is not told again. */
const TELLS: Rows = {
  /** Whoever waited for his money to come in hears that the job is out; who did not wait has heard it already. */
  jobPublished: ({ employer, holdFen }) => [
    { kind: 'job-opened', to: MARKET },
    ...(holdFen > 0 ? [{ kind: 'job-paid' as const, to: person(employer), amountFen: holdFen, urgent: true }] : []),
  ],
  jobInsured: ({ employer, premiumFen }) => [{ kind: 'cover-paid', to: person(employer), amountFen: premiumFen, urgent: true }],
  payDue: ({ employer, amountFen }) => [{ kind: 'pay-due', to: person(employer), amountFen, urgent: true }],
  chargeExpired: ({ employer, amountFen }) => [{ kind: 'pay-code-expired', to: person(employer), amountFen }],
  payProposed: ({ employer, worker, by, amountFen }) => [
    { kind: 'pay-proposed', to: person(by === 'employer' ? worker : employer), worker, amountFen, urgent: true },
  ],
  payAgreed: ({ employer, worker, by, amountFen }) => [
    { kind: 'pay-agreed', to: person(by === 'employer' ? employer : worker), worker, amountFen, urgent: true },
  ],
  payDeclined: ({ employer, worker, by, amountFen }) => [
    { kind: 'pay-declined', to: person(by === 'employer' ? employer : worker), worker, amountFen, urgent: true },
  ],
  payContested: ({ employer, worker, amountFen }) => [
    { kind: 'pay-contested', to: person(employer), worker, amountFen, urgent: true },
    { kind: 'pay-contested', to: person(worker), worker, amountFen, urgent: true },
  ],
  jobInArrears: ({ employer, owedFen }) => [{ kind: 'arrears', to: person(employer), amountFen: owedFen }],
  jobReopened: () => [{ kind: 'job-reopened', to: MARKET }],
  jobFilled: ({ employer }) => [
    { kind: 'job-filled', to: MARKET },
    { kind: 'job-ready', to: person(employer) },
  ],
  jobTaken: ({ employer, worker }) => [{ kind: 'worker-took', to: person(employer), worker }],
  takeUndone: ({ employer, worker }) => [{ kind: 'worker-left', to: person(employer), worker }],
  takeHandedBack: ({ employer, worker }) => [{ kind: 'worker-left', to: person(employer), worker, urgent: true }],
  takeCancelled: ({ worker, compensationFen }) => [
    { kind: 'job-cancelled', to: person(worker), urgent: true, ...(compensationFen > 0 ? { amountFen: compensationFen } : {}) },
  ],
  /** Of a job that never was before the market nobody has to hear that it is gone. */
  jobCancelled: ({ unpaid }) => (unpaid ? [] : [{ kind: 'job-withdrawn', to: MARKET }]),
  takeStarted: ({ employer, worker }) => [{ kind: 'work-started', to: person(employer), worker, urgent: true }],
  takeFinished: ({ employer, worker }) => [{ kind: 'work-finished', to: person(employer), worker, urgent: true }],
  takeMissed: ({ employer, worker }) => [
    { kind: 'take-missed', to: person(worker) },
    { kind: 'worker-missed', to: person(employer), worker },
  ],
  takeConfirmed: ({ employer, worker, automatic, payFen }) =>
    automatic ? [{ kind: 'confirmed-by-clock', to: person(employer), worker, amountFen: payFen }] : [],
  /** Who is told of his money is asked for his word in the same breath; whoever has it in his hand hears only that, and not at night. */
  takePaid: ({ worker, payFen, taxFen, cash }) =>
    cash
      ? [{ kind: 'rate-please', to: person(worker) }]
      : [{ kind: 'pay-arrived', to: person(worker), amountFen: subtractFen(payFen, taxFen), urgent: true }],
  /** That he has missed it, a worker is told by the job itself. */
  penaltyGiven: ({ person: who, reason }) => (reason === 'no-show' ? [] : [{ kind: PENALTY_NOTICE[reason], to: person(who) }]),
  /** An employer hears once that his workers' words can be read. */
  ratingsShown: ({ employer, worker, employerStars, workerStars, by }) => [
    ...(employerStars > 0 && by !== 'worker' ? [{ kind: 'rated' as const, to: person(worker) }] : []),
    ...(workerStars > 0 && by !== 'employer' ? [{ kind: 'rated' as const, to: person(employer), perJob: true }] : []),
  ],
  jobSettled: ({ employer }) => [{ kind: 'job-settled', to: person(employer) }],
  jobExpired: ({ employer, unpaid }) => [{ kind: unpaid ? 'job-unpaid' : 'job-expired', to: person(employer) }],
}

export const EVENTS_TOLD = Object.keys(TELLS) as readonly EventType[]

export function noticesOf<Type extends EventType>(event: DomainEvent<Type>): readonly Tell[] {
  const tell = TELLS[event.type] as ((facts: DomainEvent<Type>['facts']) => readonly Tell[]) | undefined
  return tell?.(event.facts) ?? []
}
