import type { DomainEvent } from '../event.ts'
import { asId } from '../id.ts'
import type { Fen } from '../money.ts'
import { employerAccount, INSURER, jobAccount, PROVIDER, workerAccount } from './account.ts'
import { type Entry, type EntryKey, type EntryKind, entry, entryKey, type JobMemo, reverse } from './entry.ts'

type JobEvent = DomainEvent<'jobPublished' | 'takeConfirmed' | 'jobCancelled' | 'jobExpired' | 'jobSettled'>

const memoOf = ({ county, demo, at, facts }: JobEvent, kind: EntryKind, subject: string): JobMemo => ({
  key: entryKey(kind, subject),
  kind,
  county,
  demo,
  at,
  job: asId<'job'>(facts.job),
  jobNumber: facts.number,
  employer: asId<'person'>(facts.employer),
  givesBack: null,
})

/** The employer's payment comes in and is put aside for the job. */
export function holdForJob(event: DomainEvent<'jobPublished'>): Entry {
  const memo = memoOf(event, 'hold', event.facts.job)
  const employer = employerAccount(memo.employer)
  return entry(memo)
    .debit(PROVIDER, event.facts.holdFen)
    .credit(employer)
    .debit(employer, event.facts.holdFen)
    .credit(jobAccount(memo.job))
    .done()
}

/** Confirmed work is owed to the worker. */
export function payForTake(event: DomainEvent<'takeConfirmed'>): Entry {
  const { take, worker, payFen } = event.facts
  const memo = memoOf(event, 'pay', take)
  return entry(memo)
    .debit(jobAccount(memo.job), payFen)
    .credit(workerAccount(asId<'person'>(worker)))
    .done()
}

export const holdKey = (job: string): EntryKey => entryKey('hold', job)
export const returnKey = (job: string): EntryKey => entryKey('return', job)

/** What is left of a job that is over goes back the way it came. */
export function returnRest(event: DomainEvent<'jobCancelled' | 'jobExpired' | 'jobSettled'>, restFen: Fen): Entry {
  const memo = { ...memoOf(event, 'return', event.facts.job), givesBack: holdKey(event.facts.job) }
  const employer = employerAccount(memo.employer)
  return entry(memo).debit(jobAccount(memo.job), restFen).credit(employer).debit(employer, restFen).credit(PROVIDER).done()
}

export const premiumKey = (take: string): EntryKey => entryKey('premium', take)

/** The employer pays the premium of one take, which goes on to the insurer. */
export function premiumForTake(
  memo: Omit<JobMemo, 'key' | 'kind' | 'givesBack'>,
  { take, premiumFen }: { take: string; premiumFen: Fen },
): Entry {
  const employer = employerAccount(memo.employer)
  return entry({ ...memo, key: premiumKey(take), kind: 'premium', givesBack: null })
    .debit(PROVIDER, premiumFen)
    .credit(employer)
    .debit(employer, premiumFen)
    .credit(INSURER)
    .done()
}

/** Cover that never began costs nothing. */
export const returnPremium = (premium: Entry, { take, at }: { take: string; at: Temporal.Instant }): Entry =>
  reverse(premium, { key: entryKey('premium-return', take), kind: 'premium-return', at })
