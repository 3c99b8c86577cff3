import type { DomainEvent } from '../event.ts'
import { asId } from '../id.ts'
import { CASH, employerAccount, workerAccount } from './account.ts'
import { type Entry, entry, entryKey } from './entry.ts'

/** What both sides say changed hands: it passes through both accounts, so that both statements show it, and the provider holds none of it. */
export function cashForTake({ county, demo, at, facts }: DomainEvent<'takeCashed'>): Entry {
  const { job, number: jobNumber, take, amountFen } = facts
  const [employer, worker] = [asId<'person'>(facts.employer), asId<'person'>(facts.worker)]
  const memo = {
    key: entryKey('cash', take),
    kind: 'cash',
    county,
    demo,
    at,
    job: asId<'job'>(job),
    jobNumber,
    employer,
    givesBack: null,
  } as const
  const [from, to] = [employerAccount(employer), workerAccount(worker)]
  return entry(memo).debit(CASH, amountFen).credit(from).debit(from, amountFen).credit(to).debit(to, amountFen).credit(CASH).done()
}
