import { EMPLOYER_TYPES } from '../job/poster.ts'
import { byEmployer, OWED_BANDS, type OwedBand, owedFen, owedSeats } from './measure.ts'
import { type MetricRow, type Split, splitOf } from './metric-row.ts'

const OF_MONEY = ['none', 'township', 'trade'] as const
const OF_DEBT = ['none', 'township', 'trade', 'employer', 'ageing'] as const

const BAND_NAME: Readonly<Record<OwedBand, string>> = { 1: '1–3', 4: '4–7', 8: '8–30', 31: '>30' }
/** Few people may stand behind much money, so each group says how many. */
const FEN_BY_BAND: Split = Object.fromEntries(
  OWED_BANDS.map((band) => [BAND_NAME[band], { counts: owedFen([band]), people: owedSeats([band]) }]),
)
const SEATS_BY_BAND: Split = Object.fromEntries(OWED_BANDS.map((band) => [BAND_NAME[band], { counts: owedSeats([band]) }]))

const [fenBy, seatsBy, dueFrom, onTimeFrom] = [
  byEmployer('owedFenBy'),
  byEmployer('owedSeatsBy'),
  byEmployer('takesDueFrom'),
  byEmployer('takesPaidOnTimeFrom'),
]
const FEN_BY_EMPLOYER: Split = Object.fromEntries(EMPLOYER_TYPES.map((type) => [type, { counts: fenBy[type], people: seatsBy[type] }]))
const ON_TIME_BY_EMPLOYER: Split = Object.fromEntries(
  EMPLOYER_TYPES.map((type) => [type, { counts: onTimeFrom[type], per: dueFrom[type] }]),
)

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
    ...{ number: 24, unit: 'fen', timeField: 'end', breakdowns: OF_DEBT, people: owedSeats() },
    reading: { how: 'stock', counts: owedFen() },
    splits: { ageing: FEN_BY_BAND, employer: FEN_BY_EMPLOYER },
  },
  wage_arrears_seats: {
    ...{ number: 24, unit: 'seats', timeField: 'end', breakdowns: OF_DEBT },
    reading: { how: 'stock', counts: owedSeats() },
    splits: { ageing: SEATS_BY_BAND, employer: splitOf(seatsBy) },
  },
  paid_on_time_rate: {
    ...{ number: 25, unit: 'ratio', timeField: 'dueAt', breakdowns: [...OF_MONEY, 'employer'] },
    reading: { how: 'ratio', counts: ['takesPaidOnTime'], per: ['takesDue'] },
    splits: { employer: ON_TIME_BY_EMPLOYER },
  },
} as const satisfies Record<string, MetricRow>
