import { type Asked, EVERYTHING } from '../asked.ts'

/** Three weeks of the demo county, of which the API's answers are recorded. */
export const STRETCH = { fromMs: Date.parse('2026-11-03T00:00:00+08:00'), toMs: Date.parse('2026-11-23T23:59:59.999+08:00') }

export const RECORDED_FILE = new URL('recorded.json', import.meta.url)

const asking = (metric: string, breakdown = 'none', bucket = EVERYTHING): Asked => ({
  ...{ metric, breakdown, bucket },
  region: EVERYTHING,
  trade: EVERYTHING,
})

/** One of every shape an answer can have. */
export const SHAPES = {
  total: asking('workers_total'),
  money: asking('amount_settled'),
  share: asking('insurance_coverage'),
  duration: asking('worker_median_day_pay'),
  series: asking('orders_completed', 'none', 'day'),
  shares: asking('insurance_coverage', 'none', 'day'),
  durations: asking('time_to_accept_median', 'none', 'week'),
  seriesByTrade: asking('orders_completed', 'trade', 'week'),
  townships: asking('workers_new', 'township'),
  seriesByTownship: asking('insurance_coverage', 'township', 'week'),
  ages: asking('workers_total', 'age'),
  ageing: asking('wage_arrears', 'ageing', 'week'),
  parties: asking('cancel_rate', 'party'),
  risks: asking('premium_paid', 'risk'),
  nowhere: { ...asking('orders_completed', 'trade'), region: '没有这个乡镇' },
  nowhereSeries: { ...asking('orders_completed', 'trade', 'week'), region: '没有这个乡镇' },
  oneTrade: { ...asking('orders_completed', 'none', 'week'), trade: '搬运' },
  counted: asking('employers_active', 'none', 'month'),
  notCollected: asking('accident_rate'),
  notCollectedSeries: asking('accident_rate', 'none', 'day'),
  noSuchMetric: asking('no_such_metric'),
  wrongBucket: asking('employers_active'),
  wrongBreakdown: asking('orders_completed', 'age'),
} as const satisfies Readonly<Record<string, Asked>>

export const ASKED: readonly Asked[] = Object.values(SHAPES)
