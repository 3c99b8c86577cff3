import { countyDay } from '../core/clock.ts'
import type { Job } from '../core/job/job.ts'
import { spansOf } from '../core/statistics/bucket.ts'
import { METRICS } from '../core/statistics/catalogue.ts'
import { shareOf } from '../core/statistics/tally.ts'
import { readCube } from '../statistics/read-cube.ts'
import type { Store } from '../store/port.ts'

const DAYS = 90
const LEAST_SAMPLES = 20
/** One in twenty gets less. */
const LOW_SHARE = 0.05

const row = METRICS.worker_median_day_pay

/** What nineteen of twenty got at least for a day in a trade, in the three months before a day; undefined where too little is known. */
export async function usualDayPay(store: Store, { county, demo, terms }: Job, at: Temporal.Instant): Promise<number | undefined> {
  const { reading } = row
  if (reading.how !== 'quantile') return undefined
  const to = countyDay(at)
  const range = { from: to.subtract({ days: DAYS }), to }
  const spans = spansOf(range, 'all')
  const question = { county, metric: 'worker_median_day_pay', bucket: 'all', breakdown: 'none', trade: terms.trade, ...range } as const
  const { live } = await readCube(store, question, { source: { demo, asOf: at }, range: { spans, fromTheBeginning: false } })
  const [pay] = shareOf(
    live.flatMap(({ months }) => months),
    { row, reading, bucket: 'all', spans },
    LOW_SHARE,
  )
  return pay === undefined || pay.value === null || pay.all < LEAST_SAMPLES ? undefined : pay.value
}
