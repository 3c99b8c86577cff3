import { PERIOD_KINDS, type PeriodKind } from '@linggong/api/core/statistics/period-kind.ts'

/** What is looked at. It stands in the address, so that whoever is sent the address sees the same. */
export interface View {
  readonly by: PeriodKind
  /** Any day of the period; today's where it is left out. */
  readonly at: string | undefined
  readonly region: string | undefined
  readonly trade: string | undefined
  readonly metric: string
  /** Which parts of a metric stand beside those of the townships. */
  readonly parts: (typeof PARTS)[number]
}

export const PARTS = ['trade', 'employer'] as const

export const FIRST_METRIC = 'orders_completed'
const FIRST_BY = 'month'
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readView(search: string): View {
  const asked = new URLSearchParams(search)
  const text = (name: string): string | undefined => asked.get(name) || undefined
  const at = text('at')
  return {
    by: PERIOD_KINDS.find((by) => by === asked.get('by')) ?? FIRST_BY,
    at: at !== undefined && DAY.test(at) ? at : undefined,
    region: text('region'),
    trade: text('trade'),
    metric: text('metric') ?? FIRST_METRIC,
    parts: PARTS.find((parts) => parts === asked.get('parts')) ?? 'trade',
  }
}

const withoutEmpty = (fields: Readonly<Record<string, string | undefined>>): string =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))).toString()

/** The address of a view; what goes without saying is left out of it. */
export function searchOf({ by, metric, parts, ...where }: View): string {
  const text = withoutEmpty({
    by: by === FIRST_BY ? undefined : by,
    ...where,
    metric: metric === FIRST_METRIC ? undefined : metric,
    parts: parts === 'trade' ? undefined : parts,
  })
  return text === '' ? '' : `?${text}`
}

export const overviewUrl = ({ by, at, region, trade }: View): string => `/stats/overview?${withoutEmpty({ by, at, region, trade })}`

export interface TableQuestion {
  readonly metric: string
  readonly breakdown: string
  readonly bucket: string
  readonly from: string
  readonly to: string
  readonly region?: string | undefined
  readonly trade?: string | undefined
}

export const queryUrl = (question: TableQuestion): string => `/stats/query?${withoutEmpty({ ...question })}`

export const fileUrl = (question: TableQuestion, format: 'csv' | 'xlsx'): string => `/stats/file?${withoutEmpty({ ...question, format })}`

/** The printed report of the month in which a period begins. */
export const reportUrl = ({ region }: View, from: string): string => `/statistics/report?${withoutEmpty({ at: from, region })}`

/** The newest of what the rules have found where one looks. */
export const alertsUrl = ({ region }: View): string => `/stats/alerts?${withoutEmpty({ region })}`
