import { countyDay, startOfCountyDay } from '../core/clock.ts'
import type { JobId, PersonId } from '../core/id.ts'
import { type Fen, NO_FEN } from '../core/money.ts'
import { countsFrom, type TaxedPay, type TaxSettings, withhold } from '../core/tax/withhold.ts'
import { bookedWage } from '../core/wage/booked-wage.ts'
import type { Ledger } from './ledger.ts'
import { workerEntries } from './read-entries.ts'

export interface AskedTax {
  readonly worker: PersonId
  readonly job: JobId
  /** What is about to be released, before tax. */
  readonly payFen: Fen
  readonly at: Temporal.Instant
}

/**
 * How much of a payment is withheld, as the book stands. The caller writes it with the payment: a repeat finds that entry and does not ask
 * again. Of two payments to one worker at the same moment neither sees the other; the cumulative method catches up with the next.
 */
export type Withholding = (asked: AskedTax) => Promise<Fen>

/** What changed hands outside was not the platform's to withhold from, so cash is not counted. */
export const createWithholding =
  ({ ledger, tax }: { ledger: Pick<Ledger, 'statement'>; tax: TaxSettings }): Withholding =>
  async ({ worker, job, payFen, at }) => {
    const from = countsFrom(tax, at)
    if (from === undefined) return NO_FEN
    const nextMonth = startOfCountyDay(countyDay(at).with({ day: 1 }).add({ months: 1 }))
    const before: TaxedPay[] = []
    for await (const entry of workerEntries(ledger, worker, { from: startOfCountyDay(from), until: nextMonth })) {
      const wage = bookedWage(entry)
      if (wage?.by === 'wallet') before.push({ at: wage.at, job: wage.job, amountFen: wage.grossFen, withheldFen: wage.taxFen })
    }
    return withhold(tax, { at, job, amountFen: payFen }, before)
  }
