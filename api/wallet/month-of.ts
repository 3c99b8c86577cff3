import { startOfCountyDay } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { workerAccount } from '../core/ledger/account.ts'
import { changeOn } from '../core/ledger/entry.ts'
import { addFen, type Fen, NO_FEN } from '../core/money.ts'
import { type BookedWage, bookedWage } from '../core/wage/booked-wage.ts'
import { sumOfPayments, type WageSum } from '../core/wage/wage.ts'
import { takeTime } from '../core/wage/work-time.ts'
import type { Ledger } from './ledger.ts'
import { workerEntries } from './read-entries.ts'

export interface MonthBooks {
  readonly ledger: Pick<Ledger, 'statement'>
  readonly jobByNumber: (number: string) => Promise<Pick<Job, 'terms' | 'takes'> | undefined>
}

/** What a county month came to for a worker, by the days on which it was paid. */
export interface MonthOfWages extends WageSum {
  /** For work that was called off late. */
  readonly compensationFen: Fen
  readonly jobs: number
  /** Of the jobs that were paid in this month. */
  readonly minutes: number
}

/** 这个月挣了几多: pays and cash of one month with the jobs and the hours behind them. */
export async function monthOf(books: MonthBooks, worker: PersonId, month: Temporal.PlainYearMonth): Promise<MonthOfWages> {
  const first = month.toPlainDate({ day: 1 })
  const span = { from: startOfCountyDay(first), until: startOfCountyDay(first.add({ months: 1 })) }
  const wages: BookedWage[] = []
  let compensationFen = NO_FEN
  for await (const entry of workerEntries(books.ledger, worker, span)) {
    const wage = bookedWage(entry)
    if (wage !== undefined) wages.push(wage)
    if (entry.kind === 'compensate') compensationFen = addFen(compensationFen, changeOn(workerAccount(worker), entry))
  }
  const numbers = [...new Set(wages.map(({ jobNumber }) => jobNumber))]
  return { ...sumOfPayments(wages), compensationFen, jobs: numbers.length, minutes: await minutesOf(books, wages, numbers) }
}

/** A seat that is paid in several entries was worked once. */
async function minutesOf({ jobByNumber }: MonthBooks, wages: readonly BookedWage[], numbers: readonly string[]): Promise<number> {
  const paid = new Set(wages.map(({ take }) => take))
  const jobs = await Promise.all(numbers.map(jobByNumber))
  const minutes = jobs.flatMap((job) =>
    (job?.takes ?? []).filter(({ id }) => paid.has(id)).map((take) => (job === undefined ? 0 : takeTime(job.terms, take).minutes)),
  )
  return minutes.reduce((sum, each) => sum + each, 0)
}
