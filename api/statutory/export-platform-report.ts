import type { FileAnswer, TableFormat } from '../contract/file-answer.ts'
import { countyDay, startOfCountyDay } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { addFen, type Fen, NO_FEN } from '../core/money.ts'
import { accept, type Result } from '../core/result.ts'
import { cumulativeTax } from '../core/tax/cumulative-tax.ts'
import { taxRulesOn } from '../core/tax/tax-rules.ts'
import { sumOfPayments } from '../core/wage/wage.ts'
import { refuseBeforeKept, type StatutoryBooks } from './export-wage-ledger.ts'
import { fileOf } from './file-of.ts'
import { inBatches } from './in-batches.ts'
import { paidWages } from './paid-wages.ts'
import { type HowShown, peopleOfFile } from './people-of-file.ts'
import { type EarnerRow, IDENTITY_COLUMNS, INCOME_COLUMNS, isWithin, type Quarter, quarterDays } from './platform-report-columns.ts'
import { REPORT_COPY as COPY } from './platform-report-copy.ts'

export interface Platform {
  /** The name under which the tax office knows it. */
  readonly name: string
  /** 配送、运输、家政等便民劳务, as the county's trades are called. */
  readonly convenienceTrades: readonly string[]
}

interface ReportBooks extends StatutoryBooks {
  readonly platform: Platform
}

interface AskedReport extends Quarter {
  readonly form: 'identity' | 'income'
  readonly format: TableFormat
  readonly people: HowShown
}

/** Earnings as they add up: one small sum a worker, however many payments there were. */
interface Earner {
  readonly grossFen: Fen
  readonly jobs: number
  readonly onlyConvenience: boolean
}

/** The forms of 公告2025年第15号 for one quarter. Employers sell nothing here, so who earns are the workers. */
export function exportPlatformReport(books: ReportBooks, asked: AskedReport, now: Temporal.Instant): Result<FileAnswer> {
  const { form, format, year, quarter } = asked
  const tooOld = refuseBeforeKept(books, { from: quarterDays(asked).from, field: 'query.year' }, now)
  if (tooOld) return tooOld
  const title = COPY.title(form, year, quarter)
  const columns = form === 'identity' ? IDENTITY_COLUMNS : INCOME_COLUMNS
  return accept(fileOf({ name: COPY.sheet[form], columns, rows: earnersOf(books, asked) }, { title, format }))
}

async function* earnersOf(books: ReportBooks, asked: AskedReport): AsyncGenerator<EarnerRow> {
  const { platform } = books
  const days = quarterDays(asked)
  const peopleOf = peopleOfFile(books, asked.people)
  let nth = 0
  for await (const some of inBatches(await toldEarners(books, asked))) {
    const personOf = await peopleOf(some.map(({ worker }) => worker))
    for (const { worker, grossFen, jobs, isExempt } of some) {
      const person = personOf(worker)
      const { registeredAt } = person
      nth += 1
      yield {
        ...{ nth, worker, person, grossFen, jobs, isExempt, platform: platform.name },
        registeredOn: registeredAt === null ? '' : countyDay(registeredAt).toString(),
        isNew: registeredAt !== null && isWithin(registeredAt, days),
      }
    }
  }
}

/** Who stands in the form; the income of those who are exempt is not told. */
async function toldEarners(books: ReportBooks, asked: AskedReport) {
  const { from } = quarterDays(asked)
  return [...(await earners(books, asked))]
    .map(([worker, earner]) => ({ worker, ...earner, isExempt: earner.onlyConvenience && owesNothing(earner.grossFen, from) }))
    .filter(({ isExempt }) => asked.form === 'identity' || !isExempt)
}

async function earners(books: ReportBooks, quarter: Quarter): Promise<ReadonlyMap<PersonId, Earner>> {
  const { from, until } = quarterDays(quarter)
  const found = new Map<PersonId, Earner>()
  for await (const { wage, payments } of paidWages(books, { from: startOfCountyDay(from), until: startOfCountyDay(until) })) {
    const before = found.get(wage.worker) ?? { grossFen: NO_FEN, jobs: 0, onlyConvenience: true }
    found.set(wage.worker, {
      grossFen: addFen(before.grossFen, sumOfPayments(payments).grossFen),
      jobs: before.jobs + 1,
      onlyConvenience: before.onlyConvenience && books.platform.convenienceTrades.includes(wage.trade),
    })
  }
  return found
}

const QUARTER_MONTHS = 3

/** Whoever earned like this all year would owe no tax. */
function owesNothing(incomeFen: Fen, day: Temporal.PlainDate): boolean {
  const rules = taxRulesOn(day.add({ months: QUARTER_MONTHS - 1 }))?.cumulative
  return rules != null && cumulativeTax(rules, { months: QUARTER_MONTHS, incomeFen, withheldFen: NO_FEN }) === 0
}
