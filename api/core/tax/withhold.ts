import { assert } from '../assert.ts'
import { countyDay } from '../clock.ts'
import type { JobId } from '../id.ts'
import { addFen, type Fen, fen, NO_FEN, subtractFen } from '../money.ts'
import { cumulativeTax } from './cumulative-tax.ts'
import { perPaymentTax } from './per-payment-tax.ts'
import { type CumulativeRules, type PerPaymentRules, type TaxMode, taxRulesOn } from './tax-rules.ts'
import { unbrokenSince } from './unbroken-months.ts'

/** How a county withholds, and since when: what was paid before that day is not looked at. */
export interface TaxSettings {
  readonly mode: TaxMode
  readonly from: Temporal.PlainDate
}

/** Pay that is about to be released, before tax. */
export interface TaxablePay {
  readonly at: Temporal.Instant
  readonly job: JobId
  readonly amountFen: Fen
}

/** Pay that has been released to the same worker, with what was withheld from it. */
export interface TaxedPay extends TaxablePay {
  readonly withheldFen: Fen
}

/** No bracket takes more of a payment than the last. Only what was missed before can come to more; the next payments catch up with it. */
const MOST_PERCENT = 45

/**
 * What is withheld from a payment: whole fen, never below 0, never all of it. `before` is what the worker was paid in the same year, in any
 * order; later months in it are overlooked, so that a payment that is booked late is taxed as of its own month.
 */
export function withhold({ mode, from }: TaxSettings, pay: TaxablePay, before: readonly TaxedPay[]): Fen {
  assert(pay.amountFen > 0, 'only pay is taxed')
  const day = countyDay(pay.at)
  const rules = taxRulesOn(day)
  if (mode === 'off' || rules === undefined || Temporal.PlainDate.compare(day, from) < 0) return NO_FEN
  const { cumulative, perPayment } = rules
  const dueFen =
    mode === 'cumulative' && cumulative !== null
      ? dueOfYear(cumulative, pay, paidFrom(later(from, cumulative.since), before))
      : dueOfPayment(perPayment, pay, paidFrom(from, before))
  return fen(Math.min(dueFen, Math.floor(fen(pay.amountFen * MOST_PERCENT) / 100)))
}

/**
 * Each unbroken run of months stands by itself: after a month without pay neither the allowance nor the income nor the tax of the months
 * before it counts (「当年截至本月在本互联网平台企业连续取得劳务报酬的月份数」; the notice does not say what becomes of them, the yearly settlement puts
 * it right either way).
 */
function dueOfYear(rules: CumulativeRules, pay: TaxablePay, before: readonly TaxedPay[]): Fen {
  const { month, year } = countyDay(pay.at)
  const months = before.map(({ at }) => countyDay(at)).filter((day) => day.year === year)
  const first = unbrokenSince(month, new Set(months.map((day) => day.month)))
  const run = before.filter(({ at }) => {
    const day = countyDay(at)
    return day.year === year && day.month >= first && day.month <= month
  })
  return cumulativeTax(rules, { months: month - first + 1, incomeFen: incomeOf(pay, run), withheldFen: withheldOf(run) })
}

/** 属于同一项目连续性收入的，以一个月内取得的收入为一次 (个人所得税法实施条例第十四条): what one job pays within a month is one payment, however it is split. */
function dueOfPayment(rules: PerPaymentRules, pay: TaxablePay, before: readonly TaxedPay[]): Fen {
  const month = countyDay(pay.at).toPlainYearMonth()
  const same = before.filter(({ at, job }) => job === pay.job && countyDay(at).toPlainYearMonth().equals(month))
  return fen(Math.max(0, subtractFen(perPaymentTax(rules, incomeOf(pay, same)), withheldOf(same))))
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)

const paidFrom = (from: Temporal.PlainDate, before: readonly TaxedPay[]): readonly TaxedPay[] =>
  before.filter(({ at }) => Temporal.PlainDate.compare(countyDay(at), from) >= 0)

const incomeOf = (pay: TaxablePay, before: readonly TaxablePay[]): Fen => addFen(pay.amountFen, ...before.map(({ amountFen }) => amountFen))
const withheldOf = (before: readonly TaxedPay[]): Fen => addFen(NO_FEN, ...before.map(({ withheldFen }) => withheldFen))
