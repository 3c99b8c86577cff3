import type { DomainEvent, EventType } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { jobAccount } from '../core/ledger/account.ts'
import { holdForJob, payForTake, returnKey, returnRest } from '../core/ledger/movement.ts'
import type { Subscriber } from '../event/handling.ts'
import type { Ledger } from './ledger.ts'
import type { MoveMoney } from './move-money.ts'

export interface WalletSubscriberParts {
  readonly moveMoney: MoveMoney
  readonly ledger: Pick<Ledger, 'entryOf' | 'amountOf'>
  /** Tells the job that the pay of a take has been moved; saying it twice changes nothing. */
  readonly markPaid: (paid: { readonly job: string; readonly take: string }) => Promise<void>
}

type Ended = DomainEvent<'jobCancelled' | 'jobExpired' | 'jobSettled'>

const ON = ['jobPublished', 'takeConfirmed', 'jobCancelled', 'jobExpired', 'jobSettled'] as const satisfies readonly EventType[]

/** Follows a job with its money: held when published, paid when confirmed, the rest returned when over. */
export function createWalletSubscriber({ moveMoney, ledger, markPaid }: WalletSubscriberParts): Subscriber {
  /** What is left is worked out once; afterwards the entry says how much it was, however often we come back to finish. */
  async function giveRestBack(event: Ended): Promise<void> {
    const { job } = event.facts
    const begun = await ledger.entryOf(returnKey(job))
    if (begun !== undefined) return moveMoney(begun)
    const restFen = await ledger.amountOf(jobAccount(asId<'job'>(job)))
    if (restFen > 0) await moveMoney(returnRest(event, restFen))
  }

  return {
    name: 'wallet',
    on: ON,
    async run(event) {
      switch (event.type) {
        case 'jobPublished':
          return moveMoney(holdForJob(event))
        case 'takeConfirmed':
          await moveMoney(payForTake(event))
          return markPaid({ job: event.facts.job, take: event.facts.take })
        case 'jobCancelled':
        case 'jobExpired':
        case 'jobSettled':
          return giveRestBack(event)
        default:
          return
      }
    },
  }
}
