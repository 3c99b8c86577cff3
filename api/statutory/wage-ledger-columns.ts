import { countyDay, inCounty } from '../core/clock.ts'
import { subtractFen, yuanText } from '../core/money.ts'
import { sumOfPayments, type Wage, type WagePayment } from '../core/wage/wage.ts'
import type { WageItem } from '../core/wage/wage-items.ts'
import type { ShownPerson } from './people-of-file.ts'
import type { Column } from './table.ts'
import { WAGE_LEDGER_COPY as COPY, WAGE_LEDGER_HEADINGS as HEADING } from './wage-ledger-copy.ts'

/** One line of the ledger: a seat, and what was paid for it within the period that was asked for. */
export interface WageRow {
  readonly wage: Wage
  readonly payments: readonly WagePayment[]
  readonly employer: ShownPerson
  readonly worker: ShownPerson
}

/** Just the columns 保障农民工工资支付条例第十五条 asks for (国务院令第724号), in its order and its words. */
export const WAGE_LEDGER_COLUMNS: readonly Column<WageRow>[] = [
  { heading: HEADING.employer, width: 14, text: ({ employer }) => employer.name },
  { heading: HEADING.period, width: 28, text: ({ wage }) => periodOf(wage) },
  { heading: HEADING.paidOn, width: 12, text: ({ payments }) => [...new Set(payments.map(dayOf))].join(COPY.between) },
  { heading: HEADING.name, width: 12, text: ({ worker }) => worker.name },
  { heading: HEADING.idNumber, width: 21, text: ({ worker }) => worker.idNumber },
  { heading: HEADING.phone, width: 14, text: ({ worker }) => worker.phone },
  { heading: HEADING.time, width: 46, text: ({ wage }) => timeOf(wage) },
  { heading: HEADING.earned, width: 30, text: ({ wage }) => wage.items.earned.map(itemText).join(COPY.between) },
  { heading: HEADING.deducted, width: 30, text: deductedOf },
  { heading: HEADING.net, width: 12, fen: ({ payments }) => sumOfPayments(payments).netFen },
  { heading: HEADING.proof, width: 44, text: proofOf },
]

const dayOf = ({ at }: Pick<WagePayment, 'at'>): string => countyDay(at).toString()
const minuteText = (at: Temporal.Instant): string => inCounty(at).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
const itemText = ({ kind, amountFen, reason }: WageItem): string => COPY.item(kind, yuanText(amountFen), reason)

/** A shift until midnight ends on the day before. */
const periodOf = ({ unit, startsAt, endsAt }: Wage): string =>
  COPY.period(unit, countyDay(startsAt).toString(), countyDay(endsAt.subtract({ milliseconds: 1 })).toString())

function timeOf({ startedAt, finishedAt, time }: Wage): string {
  if (startedAt === null || finishedAt === null) return COPY.notRecorded
  return COPY.time(COPY.span(minuteText(startedAt), minuteText(finishedAt)), time.days, hoursText(time.minutes))
}

/** To a tenth of an hour. */
const hoursText = (minutes: number): string => `${Math.round(minutes / 6) / 10}`

function deductedOf({ wage, payments }: WageRow): string {
  const { taxFen } = sumOfPayments(payments)
  const texts = [...wage.items.deducted.map(itemText), ...(taxFen > 0 ? [COPY.tax(yuanText(taxFen))] : [])]
  return texts.length === 0 ? COPY.none : texts.join(COPY.between)
}

function proofOf({ wage, payments }: WageRow): string {
  const restFen = subtractFen(wage.payFen, sumOfPayments(payments).grossFen)
  const texts = payments.map((payment) =>
    payment.by === 'cash' ? COPY.inCash(yuanText(payment.grossFen), dayOf(payment), payment.key) : COPY.byWallet(payment.key),
  )
  return [...texts, ...(restFen > 0 ? [COPY.rest(yuanText(restFen))] : [])].join(COPY.between)
}
