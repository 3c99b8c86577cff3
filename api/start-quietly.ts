import type { DomainEvent } from './core/event.ts'
import type { Subscriber } from './event/handling.ts'
import { createJobSubscribers } from './job/job.subscribers.ts'
import { createPolicySubscriber } from './policy/policy.subscribers.ts'
import type { County } from './start-county.ts'
import { statisticsSubscriber } from './statistics/statistics.subscribers.ts'
import type { Ledger } from './wallet/ledger.ts'
import { createWalletSubscriber } from './wallet/wallet.subscribers.ts'

/** The rooms of a county that something which happened before it opened must still reach. */
export type QuietCounty = Pick<County, 'county' | 'store' | 'editor' | 'people' | 'desk' | 'timers' | 'ledger' | 'fold'>

/** Brings what happened to those who hear it, in order. Twice is once. */
export type Hear = (events: readonly DomainEvent[]) => Promise<void>

export function hearBy(subscribers: readonly Subscriber[]): Hear {
  return async (events) => {
    for (const event of events) {
      for (const { on, run } of subscribers) if (on.includes(event.type)) await run(event)
    }
  }
}

/**
 * Everybody hears what happened to a job that is loaded into a county, except people: its money is held, its clocks run and it is counted,
 * but no group is flooded with news that everybody is taken to know.
 */
export const hearQuietly = ({ county, store, editor, desk, timers, ledger, fold }: QuietCounty): Hear =>
  hearBy([
    quietWallet(ledger),
    createPolicySubscriber({ store, editor, county, jobByNumber: desk.byNumber, moveMoney: ledger.append }),
    ...createJobSubscribers({ desk, setTimer: timers.set }),
    statisticsSubscriber(fold),
  ])

/** Keeps the book of money that never moved, so no provider is asked. A loaded job that was paid says so itself. */
export const quietWallet = (ledger: Ledger): Subscriber =>
  createWalletSubscriber({ ledger, moveMoney: ledger.append, markPaid: () => Promise.resolve() })
