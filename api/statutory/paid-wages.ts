import { assert } from '../core/assert.ts'
import { isBefore } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { type EntryKey, entryKey } from '../core/ledger/entry.ts'
import type { Take } from '../core/take/take.ts'
import { type BookedWage, bookedWage } from '../core/wage/booked-wage.ts'
import { type Wage, type WagePayment, wageOf } from '../core/wage/wage.ts'
import type { Store } from '../store/port.ts'
import type { Ledger } from '../wallet/ledger.ts'
import { entriesWithin, type Span } from '../wallet/read-entries.ts'

export interface WageBooks {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  readonly ledger: Pick<Ledger, 'entryOf'>
  readonly jobByNumber: (number: string) => Promise<Job | undefined>
}

export interface PaidWage {
  readonly wage: Wage
  /** Those within the span that was asked for. */
  readonly payments: readonly WagePayment[]
}

/** Takes of one job are paid one after the other. */
const JOBS_KEPT = 50

/** Each seat that was paid within a span, once, in the order of its first payment there. Reads as it goes: a year takes no more memory than a day. */
export async function* paidWages(books: WageBooks, span: Span & { readonly employer?: PersonId | undefined }): AsyncGenerator<PaidWage> {
  const jobOf = recentJobs(books)
  for await (const entry of entriesWithin(books, span)) {
    const booked = bookedWage(entry)
    if (booked === undefined || (span.employer !== undefined && booked.employer !== span.employer)) continue
    const job = await jobOf(booked.jobNumber)
    const take = job.takes.find(({ id }) => id === booked.take)
    assert(take !== undefined, 'who was paid held a seat')
    const wage = wageOf(job, take, await paymentsOf(books, { job, take, booked }))
    const payments = wage.payments.filter(({ at }) => !isBefore(at, span.from) && isBefore(at, span.until))
    if (payments[0]?.key === booked.key) yield { wage, payments }
  }
}

function recentJobs({ jobByNumber }: WageBooks): (number: string) => Promise<Job> {
  const kept = new Map<string, Job>()
  return async (number) => {
    const job = kept.get(number) ?? (await jobByNumber(number))
    assert(job !== undefined, 'a job that was paid is there')
    const [oldest] = kept.keys()
    if (!kept.has(number) && kept.size >= JOBS_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(number, job)
    return job
  }
}

/** All payments of one seat. The book is asked only for those there can be besides the one that is known. */
async function paymentsOf(
  books: Pick<WageBooks, 'ledger'>,
  { job, take, booked }: { job: Job; take: Take; booked: BookedWage },
): Promise<readonly WagePayment[]> {
  const others = paymentKeys(job, take).filter((key) => key !== booked.key)
  return [booked, ...(await readPayments(books, others))]
}

/** Every payment of a seat that the book may hold. */
export function paymentKeys({ id, dues }: Pick<Job, 'id' | 'dues'>, take: Pick<Take, 'id' | 'paidBy'>): readonly EntryKey[] {
  const paidDues = dues.filter((due) => due.take === take.id && due.kind === 'pay' && due.state === 'paid')
  const cash = dues.some((due) => due.take === take.id && due.state === 'cash') || take.paidBy === 'cash'
  return [
    entryKey('pay', take.id),
    ...paidDues.map(({ bill }) => entryKey('due', `${id}:${bill}:${take.id}`)),
    ...(cash ? [entryKey('cash', take.id)] : []),
  ]
}

export async function readPayments({ ledger }: Pick<WageBooks, 'ledger'>, keys: readonly EntryKey[]): Promise<readonly WagePayment[]> {
  const found = await Promise.all(keys.map((key) => ledger.entryOf(key)))
  return found.flatMap((entry) => (entry && bookedWage(entry)) ?? [])
}
