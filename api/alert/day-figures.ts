import { spansOf } from '../core/statistics/bucket.ts'
import type { MetricId } from '../core/statistics/catalogue.ts'
import type { Figure } from '../core/statistics/tally.ts'
import { figuresOf } from '../statistics/figures-of.ts'
import type { Source } from '../statistics/question.ts'
import type { Store } from '../store/port.ts'

export interface FigurePorts {
  readonly store: Store
  readonly county: string
  readonly source: Source
}

/** Of each place a figure a day; '' is the county as a whole. */
export interface DayFigures {
  readonly places: readonly string[]
  of(place: string, day: Temporal.PlainDate): Figure
  /** What the townships come to, and what happened in none of them. */
  partsOn(day: Temporal.PlainDate): readonly Figure[]
}

const NOTHING: Figure = { value: null, numerator: 0, denominator: 0, p90: null, people: 0 }

/** The first and the last of some days, and all between them. */
export function rangeOf(days: readonly Temporal.PlainDate[]) {
  const sorted = days.toSorted(Temporal.PlainDate.compare)
  const [from, last] = [sorted[0], sorted.at(-1)]
  return from === undefined || last === undefined ? undefined : { from, to: last.add({ days: 1 }) }
}

/** What happened on some days, in the county and in each of its townships. */
export async function dayFigures(
  { store, county, source }: FigurePorts,
  metric: MetricId,
  days: readonly Temporal.PlainDate[],
): Promise<DayFigures> {
  const range = rangeOf(days)
  if (range === undefined) return { places: [''], of: () => NOTHING, partsOn: () => [] }
  const spans = spansOf(range, 'day')
  const question = { county, metric, bucket: 'day', ...range } as const
  const [whole, parts] = await Promise.all([
    figuresOf(store, { ...question, breakdown: 'none' }, { source, spans }),
    figuresOf(store, { ...question, breakdown: 'township' }, { source, spans }),
  ])
  const townships = parts.columns.filter(({ region }) => region !== '').map(({ region, figures }) => [region, figures] as const)
  const rows = new Map([['', whole.columns[0]?.figures ?? []], ...townships])
  const at = (day: Temporal.PlainDate): number => range.from.until(day).days
  return {
    places: [...rows.keys()],
    of: (place, day) => rows.get(place)?.[at(day)] ?? NOTHING,
    partsOn: (day) => parts.columns.map(({ figures }) => figures[at(day)] ?? NOTHING),
  }
}

/** The days up to and with one, the newest last. */
export const daysUntil = (day: Temporal.PlainDate, count: number): readonly Temporal.PlainDate[] =>
  Array.from({ length: count }, (_, at) => day.subtract({ days: count - 1 - at }))
