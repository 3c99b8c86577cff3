import type { Clock } from '../core/clock.ts'
import type { OpenStaffTask } from '../core/staff-task/staff-task.ts'
import type { Log } from '../log.ts'
import type { Editor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import type { PaymentProvider } from './port.ts'

/** Whom a payout goes to; `name` only where it was asked for. `mark` is the same as long as it is the same account, and tells nothing else. */
export interface Payee {
  readonly openid: string
  readonly name: string | undefined
  readonly mark: string
}

/** To be called later, at least once, also after a crash: `subject` is a number of ours, or the county day of a bill. */
export interface AskTimer {
  readonly kind: 'ask-payment' | 'ask-refunds' | 'ask-payout' | 'compare-bill' | 'ask-bill'
  readonly subject: string
  readonly dueAt: Temporal.Instant
}

export interface PaymentPorts {
  readonly store: Pick<Store, 'get' | 'getBy' | 'find' | 'insert'>
  readonly editor: Editor
  readonly provider: PaymentProvider
  readonly clock: Clock
  readonly county: string
  readonly setTimer: (timer: AskTimer) => Promise<void>
  /** `named`: the number of a payout whose provider compares the name, which is opened for it. */
  readonly payeeOf: (worker: string, named?: string) => Promise<Payee | undefined>
  /** For what only a person can put right. */
  readonly openTask: OpenStaffTask
  readonly log: Log
}
