import type { FileAnswer, TableFormat } from '../contract/file-answer.ts'
import { countyDay, startOfCountyDay } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { accept, type Refused, type Result, refuse } from '../core/result.ts'
import type { OpenPersonalData } from '../person/open-personal-data.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'
import { fileOf } from './file-of.ts'
import { inBatches } from './in-batches.ts'
import { paidWages, type WageBooks } from './paid-wages.ts'
import { type HowShown, peopleOfFile } from './people-of-file.ts'
import { WAGE_LEDGER_COLUMNS, type WageRow } from './wage-ledger-columns.ts'
import { WAGE_LEDGER_COPY as COPY, WAGE_LEDGER_NAME } from './wage-ledger-copy.ts'

export interface StatutoryBooks extends WageBooks {
  readonly store: Pick<Store, 'find' | 'get'>
  readonly vault: Vault
  readonly openPersonalData: OpenPersonalData
  readonly keptYears: number
}

interface AskedLedger {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly employer?: string | undefined
  readonly format: TableFormat
  readonly people: HowShown
}

/** What may be gone already is not exported as if it were all there was. */
export function refuseBeforeKept(
  { keptYears }: Pick<StatutoryBooks, 'keptYears'>,
  { from, field }: { from: Temporal.PlainDate; field: string },
  now: Temporal.Instant,
): Refused | undefined {
  const keptFrom = countyDay(now).subtract({ years: keptYears })
  return Temporal.PlainDate.compare(from, keptFrom) < 0 ? refuse('bad-request', { field, keptFrom: keptFrom.toString() }) : undefined
}

export function exportWageLedger(books: StatutoryBooks, asked: AskedLedger, now: Temporal.Instant): Result<FileAnswer> {
  const { from, to, format } = asked
  if (Temporal.PlainDate.compare(to, from) < 0) return refuse('bad-request', { field: 'query.to' })
  const tooOld = refuseBeforeKept(books, { from, field: 'query.from' }, now)
  if (tooOld) return tooOld
  const table = { name: WAGE_LEDGER_NAME, columns: WAGE_LEDGER_COLUMNS, rows: rowsOf(books, asked) }
  return accept(fileOf(table, { title: COPY.title(from.toString(), to.toString()), format }))
}

async function* rowsOf(books: StatutoryBooks, { from, to, employer, people }: AskedLedger): AsyncGenerator<WageRow> {
  const peopleOf = peopleOfFile(books, people)
  const span = { from: startOfCountyDay(from), until: startOfCountyDay(to.add({ days: 1 })) }
  const wages = paidWages(books, { ...span, employer: employer === undefined ? undefined : asId<'person'>(employer) })
  for await (const some of inBatches(wages)) {
    const personOf = await peopleOf(some.flatMap(({ wage }) => [wage.employer, wage.worker]))
    for (const { wage, payments } of some) yield { wage, payments, employer: personOf(wage.employer), worker: personOf(wage.worker) }
  }
}
