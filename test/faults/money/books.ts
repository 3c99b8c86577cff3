import { type ChargeDoc, chargeId, charges } from '@linggong/api/charge/charge.collection.ts'
import type { DomainEvent, EventType } from '@linggong/api/core/event.ts'
import { jobAccount } from '@linggong/api/core/ledger/account.ts'
import { changeOn, type Entry } from '@linggong/api/core/ledger/entry.ts'
import { addFen, type Fen } from '@linggong/api/core/money.ts'
import type { Refund } from '@linggong/api/core/payment/refund.ts'
import { type CreditDoc, creditLines } from '@linggong/api/credit/credit.collection.ts'
import type { JobDoc } from '@linggong/api/job/job.collection.ts'
import { type PaymentDoc, payments } from '@linggong/api/payment/payment.collection.ts'
import { paymentNumber } from '@linggong/api/payment/payment-number.ts'
import { type PayoutDoc, payouts } from '@linggong/api/payment/payout.collection.ts'
import { type PolicyDoc, policies, policyId } from '@linggong/api/policy/policy.collection.ts'
import { type StaffTaskDoc, staffTasks } from '@linggong/api/staff-task/staff-task.collection.ts'
import type { Doc, Store } from '@linggong/api/store/port.ts'
import { entries } from '@linggong/api/wallet/entry.collection.ts'
import { type LedgerReport, verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { chargeKeysOf } from './acts.ts'
import { employer, JOBS, WORKERS, worker } from './people.ts'
import type { MoneyTown } from './town.ts'

/** Everything that was written down, as it is when nothing more happens. */
export interface Kept {
  readonly town: MoneyTown
  readonly report: LedgerReport
  readonly jobs: readonly JobDoc[]
  readonly charges: readonly ChargeDoc[]
  readonly payments: readonly PaymentDoc[]
  readonly payouts: readonly PayoutDoc[]
  readonly policies: readonly PolicyDoc[]
  readonly credit: readonly CreditDoc[]
  readonly tasks: readonly StaffTaskDoc[]
  readonly entries: readonly Entry[]
}

/** A law says what is wrong, in so many words; nothing where it holds. */
export type LawText = (kept: Kept) => Iterable<string>

const MOST = 1000

export async function keptIn(town: MoneyTown): Promise<Kept> {
  const { store, county } = town.parts
  const allOf = async <T>(found: readonly Promise<T | undefined>[]): Promise<readonly T[]> =>
    (await Promise.all(found)).filter((doc) => doc !== undefined)
  const jobs = await Promise.all(Array.from({ length: JOBS }, (_, index) => town.job(index)))
  const charged = await allOf(jobs.flatMap(chargeKeysOf).map((key) => store.get(charges, county, chargeId(key))))
  const attempts = charged.flatMap(({ key, attempt }) => Array.from({ length: attempt }, (_, index) => `${key}#${index + 1}`))
  const taken = eventsOf(town, 'jobTaken').map(({ facts }) => facts.take)
  return {
    ...{ town, jobs, charges: charged },
    report: await verifyLedger({ store, county }),
    payments: await allOf(attempts.map((key) => store.get(payments, county, paymentNumber('payment', county, key)))),
    payouts: await payoutsIn(store, county),
    policies: await allOf(taken.map((take) => store.get(policies, county, policyId(take)))),
    credit: await allOf([0, 2].map((job) => store.get(creditLines, county, employer(job)))),
    tasks: (await store.find(staffTasks, { index: 'state', county, equals: { state: 'open' }, limit: MOST })).docs,
    entries: (await store.find(entries, { index: 'line', county, limit: MOST })).docs.map(({ entry }) => entry),
  }
}

async function payoutsIn(store: Store, county: string): Promise<readonly PayoutDoc[]> {
  const of = (index: number) => store.find(payouts, { index: 'worker', county, equals: { worker: worker(index) }, limit: MOST })
  return (await Promise.all(Array.from({ length: WORKERS }, (_, index) => of(index)))).flatMap(({ docs }) => docs)
}

export const eventsOf = <T extends EventType>(town: MoneyTown, type: T): readonly Extract<DomainEvent, { readonly type: T }>[] =>
  [...town.seen.values()].filter((event): event is Extract<DomainEvent, { readonly type: T }> => event.type === type)

export const sum = (amounts: Iterable<number>): number => Iterator.from(amounts).reduce((total, amount) => total + amount, 0)

export const entryUnder = ({ entries }: Kept, key: string): Entry | undefined => entries.find((entry) => entry.key === key)

/** What an entry moves to an account, or away from it. */
export const movedFen = (kept: Kept, key: string, account: Parameters<typeof changeOn>[0]): Fen => {
  const entry = entryUnder(kept, key)
  return entry === undefined ? addFen() : changeOn(account, entry)
}

export const heldNow = (kept: Kept, job: JobDoc): Fen => addFen(...kept.entries.map((entry) => changeOn(jobAccount(job.id), entry)))

export const refundsOf = ({ payments }: Kept): readonly Refund[] => payments.flatMap(({ refunds }) => refunds)

export const pendingOf = (docs: readonly (Doc & { readonly outbox: readonly DomainEvent[] })[]): readonly string[] =>
  docs.flatMap(({ outbox }) => outbox.map(({ id }) => id))
