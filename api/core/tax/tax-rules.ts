import { type Fen, fen } from '../money.ts'
import type { Bracket } from './bracket.ts'

/** `off`: the county withholds nothing, whoever owes tax declares it himself. */
export const TAX_MODES = ['off', 'per-payment', 'cumulative'] as const
export type TaxMode = (typeof TAX_MODES)[number]

/** 劳务报酬 taxed by itself: up to a sum a fixed amount is taken off for costs, above it a share. */
export interface PerPaymentRules {
  readonly smallUpToFen: Fen
  readonly smallCostsFen: Fen
  readonly costsPercent: number
  readonly brackets: readonly Bracket[]
}

/** 累计预扣法: all of the year so far taxed together. */
export interface CumulativeRules {
  /** What was paid before this day was withheld from in another way and is not added up. */
  readonly since: Temporal.PlainDate
  readonly costsPercent: number
  readonly allowancePerMonthFen: Fen
  readonly brackets: readonly Bracket[]
}

export interface TaxRules {
  /** The first day they hold. */
  readonly from: Temporal.PlainDate
  readonly perPayment: PerPaymentRules
  /** null: nobody is withheld by it yet. */
  readonly cumulative: CumulativeRules | null
}

const yuan = (amount: number): Fen => fen(amount * 100)
const upTo = (limitYuan: number | null, percent: number, quickYuan: number): Bracket => ({
  upToFen: limitYuan === null ? null : yuan(limitYuan),
  percent,
  quickFen: yuan(quickYuan),
})

const PER_PAYMENT: PerPaymentRules = {
  smallUpToFen: yuan(4_000),
  smallCostsFen: yuan(800),
  costsPercent: 20,
  brackets: [upTo(20_000, 20, 0), upTo(50_000, 30, 2_000), upTo(null, 40, 7_000)],
}

const CUMULATIVE: CumulativeRules = {
  since: Temporal.PlainDate.from('2025-10-01'),
  costsPercent: 20,
  allowancePerMonthFen: yuan(5_000),
  brackets: [
    upTo(36_000, 3, 0),
    upTo(144_000, 10, 2_520),
    upTo(300_000, 20, 16_920),
    upTo(420_000, 25, 31_920),
    upTo(660_000, 30, 52_920),
    upTo(960_000, 35, 85_920),
    upTo(null, 45, 181_920),
  ],
}

/**
 * Configuration with a date, not the law itself; the oldest first. 国家税务总局公告2018年第61号 (from 2019-01-01) has the classic way and its two
 * tables; 公告2025年第16号 (from 2025-10-01) has platforms withhold from those who work on them by the cumulative method and its table of
 * 3 to 45 %. Whether a county market is such a platform is for its tax office to say, hence the modes.
 */
const TAX_RULES: readonly TaxRules[] = [
  { from: Temporal.PlainDate.from('2019-01-01'), perPayment: PER_PAYMENT, cumulative: null },
  { from: CUMULATIVE.since, perPayment: PER_PAYMENT, cumulative: CUMULATIVE },
]

/** The rules of a day; undefined before the first of them. */
export const taxRulesOn = (day: Temporal.PlainDate): TaxRules | undefined =>
  TAX_RULES.findLast(({ from }) => Temporal.PlainDate.compare(from, day) <= 0)
