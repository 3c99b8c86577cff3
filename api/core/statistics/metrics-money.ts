import { owedFen, owedSeats } from './measure.ts'
import type { MetricRow, Split } from './metric-row.ts'

const OF_MONEY = ['none', 'township', 'trade'] as const
const OWED_FEN: Split = { '1–3': owedFen([1]), '4–7': owedFen([4]), '8–30': owedFen([8]), '>30': owedFen([31]) }
const OWED_SEATS: Split = { '1–3': owedSeats([1]), '4–7': owedSeats([4]), '8–30': owedSeats([8]), '>30': owedSeats([31]) }

export const MONEY_METRICS = {
  amount_settled: {
    ...{ number: 14, unit: 'fen', timeField: 'paidAt', breakdowns: OF_MONEY, people: ['takesPaid'] },
    reading: { how: 'flow', counts: ['paidFen'] },
  },
  worker_median_day_pay: {
    ...{ number: 15, unit: 'fen', timeField: 'confirmedAt', breakdowns: OF_MONEY },
    reading: { how: 'quantile', histogram: 'dayPayFen', all: [] },
  },
  premium_paid: {
    ...{ number: 19, unit: 'fen', timeField: 'insuredAt', breakdowns: ['none', 'township', 'trade', 'risk'], people: ['jobsInsured'] },
    reading: { how: 'flow', counts: ['premiumFen'] },
  },
  wage_arrears: {
    ...{ number: 24, unit: 'fen', timeField: 'end', breakdowns: ['none', 'township', 'trade', 'ageing'], people: owedSeats() },
    reading: { how: 'stock', counts: owedFen() },
    splits: { ageing: OWED_FEN },
  },
  wage_arrears_seats: {
    ...{ number: 24, unit: 'seats', timeField: 'end', breakdowns: ['none', 'township', 'trade', 'ageing'] },
    reading: { how: 'stock', counts: owedSeats() },
    splits: { ageing: OWED_SEATS },
  },
  paid_on_time_rate: {
    ...{ number: 25, unit: 'ratio', timeField: 'dueAt', breakdowns: OF_MONEY },
    reading: { how: 'ratio', counts: ['takesPaidOnTime'], per: ['takesDue'] },
  },
} as const satisfies Record<string, MetricRow>
