import { billOf, type Charge } from '../charge/charge.ts'
import type { DomainEvent } from '../event.ts'
import { asId } from '../id.ts'
import type { Due } from '../job/due.ts'
import { type Fen, NO_FEN, subtractFen } from '../money.ts'
import { COMPENSATION, employerAccount, INSURER, jobAccount, PROVIDER, REFUNDS, TAX, workerAccount } from './account.ts'
import { type Entry, type EntryKey, type EntryKind, entry, entryKey, type JobMemo, reverse } from './entry.ts'

type JobEvent = DomainEvent<
  'jobPublished' | 'jobInsured' | 'takeConfirmed' | 'takeCancelled' | 'jobCancelled' | 'jobExpired' | 'jobSettled'
>

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

/** Puts money that has come in from an employer aside for a job. */
function putAside(memo: JobMemo, amountFen: Fen): Entry {
  const employer = employerAccount(memo.employer)
  return entry(memo).debit(PROVIDER, amountFen).credit(employer).debit(employer, amountFen).credit(jobAccount(memo.job)).done()
}

/** What a retold story put aside; no payment ever came in for it. */
export const holdForJob = (event: DomainEvent<'jobPublished'>): Entry =>
  putAside(memoOf(event, 'hold', event.facts.job), event.facts.holdFen)

export const coverForJob = (event: DomainEvent<'jobInsured'>): Entry =>
  putAside(memoOf(event, 'cover', event.facts.job), event.facts.premiumFen)

interface Paid {
  readonly charge: Charge
  readonly at: Temporal.Instant
}

const memoOfCharge = ({ charge, at }: Paid, kind: EntryKind, subject: string): JobMemo => ({
  key: entryKey(kind, subject),
  kind,
  at,
  ...{ county: charge.county, demo: charge.demo, job: charge.job, jobNumber: charge.jobNumber, employer: charge.employer },
  givesBack: null,
})

/** The employer's payment comes in and is put aside for the job: the pay, or the premiums. */
export const holdCharge = (paid: Paid & { readonly charge: { readonly purpose: 'hold' | 'cover' } }): Entry =>
  putAside(memoOfCharge(paid, paid.charge.purpose, paid.charge.job), paid.charge.amountFen)

export interface Withheld {
  readonly taxFen: Fen
}

/** Confirmed work is owed to the worker, less the tax that is withheld. */
export function payForTake(event: DomainEvent<'takeConfirmed'>, { taxFen }: Withheld = { taxFen: NO_FEN }): Entry {
  const { take, worker, heldFen } = event.facts
  const memo = memoOf(event, 'pay', take)
  const paid = entry(memo)
    .debit(jobAccount(memo.job), subtractFen(heldFen, taxFen))
    .credit(workerAccount(asId<'person'>(worker)))
  return (taxFen > 0 ? paid.debit(jobAccount(memo.job), taxFen).credit(TAX) : paid).done()
}

/** A seat taken back late is paid for out of what was put aside. */
export function compensateTake(event: DomainEvent<'takeCancelled'>): Entry {
  const { take, worker, heldFen } = event.facts
  const memo = memoOf(event, 'compensate', take)
  const to = workerAccount(asId<'person'>(worker))
  return entry(memo).debit(jobAccount(memo.job), heldFen).credit(COMPENSATION).debit(COMPENSATION, heldFen).credit(to).done()
}

export const dueKey = ({ charge }: Pick<Paid, 'charge'>, { take, kind }: Pick<Due, 'take' | 'kind'>): EntryKey =>
  kind === 'compensation' ? entryKey('compensate', take) : entryKey('due', `${charge.job}:${billOf(charge)}:${take}`)

/** What the employer owed one worker comes in and goes straight on to him. */
export function payDue(paid: Paid, due: Due & Withheld): Entry {
  const { take, worker, kind, amountFen, taxFen } = due
  const memo = { ...memoOfCharge(paid, kind === 'compensation' ? 'compensate' : 'due', take), key: dueKey(paid, due) }
  const [employer, to] = [employerAccount(memo.employer), workerAccount(worker)]
  const came = entry(memo).debit(PROVIDER, amountFen).credit(employer)
  if (kind === 'compensation') return came.debit(employer, amountFen).credit(COMPENSATION).debit(COMPENSATION, amountFen).credit(to).done()
  const gone = came.debit(employer, subtractFen(amountFen, taxFen)).credit(to)
  return (taxFen > 0 ? gone.debit(employer, taxFen).credit(TAX) : gone).done()
}

export const holdKey = (job: string): EntryKey => entryKey('hold', job)
export const returnKey = (job: string): EntryKey => entryKey('return', job)

/** What is left of a job that is over leaves for where it came from. */
export function returnRest(event: DomainEvent<'jobCancelled' | 'jobExpired' | 'jobSettled'>, restFen: Fen): Entry {
  const memo = { ...memoOf(event, 'return', event.facts.job), givesBack: holdKey(event.facts.job) }
  const employer = employerAccount(memo.employer)
  return entry(memo).debit(jobAccount(memo.job), restFen).credit(employer).debit(employer, restFen).credit(REFUNDS).done()
}

/** Money that nobody had asked for any more comes in and leaves again. `part` names a share of a payment, where not all of it is too much. */
export function surplusOf(paid: Paid & { readonly payment: string }, { amountFen, part }: { amountFen: Fen; part?: string }): Entry {
  const memo = memoOfCharge(paid, 'surplus', part === undefined ? paid.payment : `${paid.payment}/${part}`)
  const employer = employerAccount(memo.employer)
  return entry(memo).debit(PROVIDER, amountFen).credit(employer).debit(employer, amountFen).credit(REFUNDS).done()
}

/** The provider has given back what was on its way; `of` is the entry by which it left. */
export function refundDone(
  of: Entry & JobMemo,
  { refund, amountFen, at }: { refund: string; amountFen: Fen; at: Temporal.Instant },
): Entry {
  const { county, demo, job, jobNumber, employer } = of
  const key = entryKey('refund-done', refund)
  const memo: JobMemo = { key, kind: 'refund-done', at, county, demo, job, jobNumber, employer, givesBack: of.key }
  const through = employerAccount(employer)
  return entry(memo).debit(REFUNDS, amountFen).credit(through).debit(through, amountFen).credit(PROVIDER).done()
}

export const premiumKey = (take: string): EntryKey => entryKey('premium', take)

/** The premium of one take goes on to the insurer, out of what its employer has put aside. */
export const premiumForTake = (
  memo: Omit<JobMemo, 'key' | 'kind' | 'givesBack'>,
  { take, premiumFen }: { take: string; premiumFen: Fen },
): Entry =>
  entry({ ...memo, key: premiumKey(take), kind: 'premium', givesBack: null })
    .debit(jobAccount(memo.job), premiumFen)
    .credit(INSURER)
    .done()

/** Cover that never began costs nothing. */
export const returnPremium = (premium: Entry, { take, at }: { take: string; at: Temporal.Instant }): Entry =>
  reverse(premium, { key: entryKey('premium-return', take), kind: 'premium-return', at })
