import type { DomainEvent, EventType } from '../event.ts'
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
}

const MARKET: Recipient = { market: true }
const person = (id: string): Recipient => ({ person: id })

type Rows = { readonly [Type in EventType]?: (facts: DomainEvent<Type>['facts']) => readonly Tell[] }

/** Who is told what after which event. The one who caused it has the bot's answer already and is not told again. */
const TELLS: Rows = {
  jobPublished: () => [{ kind: 'job-opened', to: MARKET }],
  jobReopened: () => [{ kind: 'job-reopened', to: MARKET }],
  jobFilled: ({ employer }) => [
    { kind: 'job-filled', to: MARKET },
    { kind: 'job-ready', to: person(employer) },
  ],
  jobTaken: ({ employer, worker }) => [{ kind: 'worker-took', to: person(employer), worker }],
  takeUndone: ({ employer, worker }) => [{ kind: 'worker-left', to: person(employer), worker }],
  takeHandedBack: ({ employer, worker }) => [{ kind: 'worker-left', to: person(employer), worker, urgent: true }],
  takeCancelled: ({ worker }) => [{ kind: 'job-cancelled', to: person(worker), urgent: true }],
  jobCancelled: () => [{ kind: 'job-withdrawn', to: MARKET }],
  takeStarted: ({ employer, worker }) => [{ kind: 'work-started', to: person(employer), worker, urgent: true }],
  takeFinished: ({ employer, worker }) => [{ kind: 'work-finished', to: person(employer), worker, urgent: true }],
  takeMissed: ({ employer, worker }) => [
    { kind: 'take-missed', to: person(worker) },
    { kind: 'worker-missed', to: person(employer), worker },
  ],
  takeConfirmed: ({ employer, worker, automatic, payFen }) =>
    automatic ? [{ kind: 'confirmed-by-clock', to: person(employer), worker, amountFen: payFen }] : [],
  takePaid: ({ worker, payFen }) => [{ kind: 'pay-arrived', to: person(worker), amountFen: payFen, urgent: true }],
  jobSettled: ({ employer }) => [{ kind: 'job-settled', to: person(employer) }],
  jobExpired: ({ employer }) => [{ kind: 'job-expired', to: person(employer) }],
}

export const EVENTS_TOLD = Object.keys(TELLS) as readonly EventType[]

export function noticesOf<Type extends EventType>(event: DomainEvent<Type>): readonly Tell[] {
  const tell = TELLS[event.type] as ((facts: DomainEvent<Type>['facts']) => readonly Tell[]) | undefined
  return tell?.(event.facts) ?? []
}
