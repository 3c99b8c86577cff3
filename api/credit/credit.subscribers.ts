import type { DomainEvent } from '../core/event.ts'
import { openDues } from '../core/job/dues.ts'
import { type CreditPorts, takeBack } from './credit.ts'

const OVER: readonly string[] = ['settled', 'cancelled', 'expired']

/** A job that is over and owes nobody anything frees its part of the employer's line. */
export const createCreditSubscriber = (ports: CreditPorts) => ({
  name: 'credit',
  on: ['jobSettled', 'jobCancelled', 'jobExpired', 'chargePaid', 'takeCashed'] as const,
  async run({ facts }: DomainEvent<'jobSettled' | 'jobCancelled' | 'jobExpired' | 'chargePaid' | 'takeCashed'>): Promise<void> {
    const job = await ports.desk.byId(facts.job)
    if (job?.funding !== 'credit' || !OVER.includes(job.state) || openDues(job).length > 0) return
    await takeBack(ports, facts.employer, facts.job)
  },
})
