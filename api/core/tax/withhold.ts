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

interface Method {
  /** From which day on earlier pay matters. */
  readonly from: Temporal.PlainDate
  readonly due: (pay: TaxablePay, before: readonly TaxedPay[]) => Fen
}

/** undefined: nothing is withheld on that day. */
function methodOn({ mode, from }: TaxSettings, day: Temporal.PlainDate): Method | undefined {
  const rules = taxRulesOn(day)
  if (mode === 'off' || rules === undefined || Temporal.PlainDate.compare(day, from) < 0) return undefined
  const { cumulative, perPayment } = rules
  if (mode === 'per-payment' || cumulative === null) {
    return { from: later(from, day.with({ day: 1 })), due: (pay, before) => dueOfPayment(perPayment, pay, before) }
  }
  const yearBegan = later(cumulative.since, day.with({ month: 1, day: 1 }))
  return { from: later(from, yearBegan), due: (pay, before) => dueOfYear(cumulative, pay, before) }
}

/** From which day on earlier pay has to be known to tax what is paid at a moment; undefined: none has, for nothing is withheld. */
export const countsFrom = (settings: TaxSettings, at: Temporal.Instant): Temporal.PlainDate | undefined =>
  methodOn(settings, countyDay(at))?.from

/**
 * What is withheld from a payment: whole fen, never below 0, never all of it. `before` is what the worker was paid in the same year, in any
 * order; later months in it are overlooked, so that a payment that is booked late is taxed as of its own month.
 */
export function withhold(settings: TaxSettings, pay: TaxablePay, before: readonly TaxedPay[]): Fen {
  assert(pay.amountFen > 0, 'only pay is taxed')
  const day = countyDay(pay.at)
  const method = methodOn(settings, day)
  if (method === undefined) return NO_FEN
  const counted = before.filter(({ at }) => isFromTo(countyDay(at), method.from, day))
  return fen(Math.min(method.due(pay, counted), Math.floor(fen(pay.amountFen * MOST_PERCENT) / 100)))
}

/**
 * Each unbroken run of months stands by itself: after a month without pay neither the allowance nor the income nor the tax of the months
 * before it counts (「当年截至本月在本互联网平台企业连续取得劳务报酬的月份数」; the notice does not say what becomes of them, the yearly settlement puts
 * it right either way).
 */
function dueOfYear(rules: CumulativeRules, pay: TaxablePay, before: readonly TaxedPay[]): Fen {
  const { month } = countyDay(pay.at)
  const first = unbrokenSince(month, new Set(before.map(({ at }) => countyDay(at).month)))
  const run = before.filter(({ at }) => countyDay(at).month >= first)
  return cumulativeTax(rules, { months: month - first + 1, incomeFen: incomeOf(pay, run), withheldFen: withheldOf(run) })
}

/** 属于同一项目连续性收入的，以一个月内取得的收入为一次 (个人所得税法实施条例第十四条): what one job pays within a month is one payment, however it is split. */
function dueOfPayment(rules: PerPaymentRules, pay: TaxablePay, before: readonly TaxedPay[]): Fen {
  const same = before.filter(({ job }) => job === pay.job)
  return fen(Math.max(0, subtractFen(perPaymentTax(rules, incomeOf(pay, same)), withheldOf(same))))
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)

/** From a day on, and no later than the month of another. */
const isFromTo = (day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainYearMonth.compare(day.toPlainYearMonth(), to.toPlainYearMonth()) <= 0

const incomeOf = (pay: TaxablePay, before: readonly TaxablePay[]): Fen => addFen(pay.amountFen, ...before.map(({ amountFen }) => amountFen))
const withheldOf = (before: readonly TaxedPay[]): Fen => addFen(NO_FEN, ...before.map(({ withheldFen }) => withheldFen))
