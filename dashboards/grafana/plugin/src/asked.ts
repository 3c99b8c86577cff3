/** What a panel asks once its variables are filled in. No import here: the dashboards' tests ask the API with these very functions. */
export interface Asked {
  readonly metric: string
  readonly breakdown: string
  /** A township, or the county by its code. */
  readonly region: string
  readonly trade: string
  readonly bucket: string
}

export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

/** What a variable says when nothing in particular was chosen. */
export const EVERYTHING = 'all'

const DAY_MS = 24 * 60 * 60 * 1000
/** The county's clock is eight hours ahead of UTC all year; the clock of whoever looks does not matter. */
const AHEAD_MS = 8 * 60 * 60 * 1000

const dayAt = (atMs: number): string => new Date(atMs + AHEAD_MS).toISOString().slice(0, 10)

/** The moment at which a day of the county begins. */
export const startOfDayMs = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** The days a stretch touches; the last one is left out, as the API wants it. */
export const daysOf = ({ fromMs, toMs }: Stretch): { from: string; to: string } => ({
  from: dayAt(fromMs),
  to: dayAt(Math.max(fromMs, toMs - 1) + DAY_MS),
})

const isChosen = (text: string): boolean => text !== '' && text !== EVERYTHING

/** The groups that are counted apart, of which nothing is known by trade. */
const COUNTED_APART = ['age', 'channel', 'employer', 'party', 'ageing', 'stars']

/** Whether a figure can be asked for one trade. Where not, it is asked for all of them, and that is said. */
export const knowsTrades = (breakdowns: readonly string[], breakdown: string): boolean =>
  breakdowns.includes('trade') && !COUNTED_APART.includes(breakdown)

export interface Narrowed {
  readonly asked: Asked
  /** A trade was chosen that this figure cannot be asked for. */
  readonly isWider: boolean
}

export function narrowed(asked: Asked, breakdowns: readonly string[]): Narrowed {
  if (!isChosen(asked.trade) || knowsTrades(breakdowns, asked.breakdown)) return { asked, isWider: false }
  return { asked: { ...asked, trade: EVERYTHING }, isWider: true }
}

/** The address of an answer, below the data source's own. */
export function figuresPath({ metric, breakdown, region, trade, bucket }: Asked, stretch: Stretch): string {
  const query = new URLSearchParams({ metric, breakdown, bucket, ...daysOf(stretch) })
  if (isChosen(region)) query.set('region', region)
  if (isChosen(trade)) query.set('trade', trade)
  return `/stats/query?${query}`
}

const within = (path: string, stretch: Stretch, { region, ...more }: { region: string; limit?: string }): string => {
  const query = new URLSearchParams({ ...daysOf(stretch), ...more })
  if (isChosen(region)) query.set('region', region)
  return `${path}?${query}`
}

export const eventsPath = (stretch: Stretch, region: string): string => within('/stats/events', stretch, { region })

/** The newest alerts; nobody reads more of them in a panel. */
export const alertsPath = (stretch: Stretch, region: string): string => within('/stats/alerts', stretch, { region, limit: '50' })

export const choicesPath = (kind: string): string => `/stats/variables/${encodeURIComponent(kind)}`

export const METRICS_PATH = '/stats/metrics'
export const HEALTH_PATH = '/stats/health'
