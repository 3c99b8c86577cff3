import type { Finding } from '../core/alert/alert.ts'
import {
  type About,
  fallenCoverage,
  impossibleRatio,
  lowCoverage,
  slumpOfFilling,
  sumMismatch,
  surgeOfContests,
  type Usual,
} from '../core/alert/figure-rules.ts'
import { FOUR_WEEKS, ordinaryDays, SAME_WEEKDAY, type Step, usualDays } from '../core/alert/usual-days.ts'
import { isMetricId, METRICS, type MetricId } from '../core/statistics/catalogue.ts'
import { contestedDays } from './contested-days.ts'
import { dayFigures, daysUntil, type FigurePorts } from './day-figures.ts'

/** Long enough to see since when coverage has been low, to a week. */
const COVERAGE_DAYS = 63
const LEAST_OF_SEASON = 3

interface Night extends FigurePorts {
  readonly day: Temporal.PlainDate
}

/** The value of a place on a day; undefined where nothing is known. */
type Values = (place: string, day: Temporal.PlainDate) => number | undefined

const aboutOf = ({ day, source: { demo } }: Night, township: string): About => ({ day, demo, township })

/** What the day is held against, place by place. */
async function usual({ day }: Night, step: Step, read: (days: readonly Temporal.PlainDate[]) => Promise<Values>) {
  const { days, season } = usualDays(day, step)
  const ordinary = season === null ? days : ordinaryDays(day, step)
  const values = await read(days)
  const ordinaryValues = season === null ? values : await read(ordinary)
  return (place: string): Usual => {
    const own = days.flatMap((each) => values(place, each) ?? [])
    if (season === null || own.length >= LEAST_OF_SEASON) return { values: own, mutedBy: null }
    return { values: ordinary.flatMap((each) => ordinaryValues(place, each) ?? []), mutedBy: season }
  }
}

async function coverage(night: Night): Promise<readonly Finding[]> {
  const days = daysUntil(night.day, COVERAGE_DAYS)
  const figures = await dayFigures(night, 'insurance_coverage', days)
  return figures.places.flatMap((place) => {
    const row = days.map((day) => figures.of(place, day))
    return [...lowCoverage(aboutOf(night, place), row), ...fallenCoverage(aboutOf(night, place), row)]
  })
}

async function filling(night: Night): Promise<readonly Finding[]> {
  const figures = await dayFigures(night, 'fill_rate', [night.day])
  const usualIn = await usual(night, FOUR_WEEKS, async (days) => {
    const before = await dayFigures(night, 'fill_rate', days)
    return (place, day) => before.of(place, day).value ?? undefined
  })
  return figures.places.flatMap((place) => slumpOfFilling(aboutOf(night, place), figures.of(place, night.day), usualIn(place)))
}

/** A day on which nobody posted anything says nothing of quarrels either. */
async function contests(night: Night): Promise<readonly Finding[]> {
  const contested = await contestedDays(night, [night.day])
  const usualIn = await usual(night, SAME_WEEKDAY, async (days) => {
    const [before, started] = await Promise.all([contestedDays(night, days), dayFigures(night, 'insurance_coverage', days)])
    return (place, day) => (started.of('', day).denominator ? before.on(place, day) : undefined)
  })
  return contested.places.flatMap((place) => surgeOfContests(aboutOf(night, place), contested.on(place, night.day), usualIn(place)))
}

/** Of what does add up, whether it does; and whether any share is more than all. */
async function soundness(night: Night, metric: MetricId): Promise<readonly Finding[]> {
  const { reading, breakdowns, unit } = METRICS[metric]
  if (reading.how !== 'flow' && reading.how !== 'ratio') return []
  const figures = await dayFigures(night, metric, [night.day])
  const whole = figures.of('', night.day)
  const about = aboutOf(night, '')
  const impossible = reading.how === 'ratio' && unit === 'ratio' ? impossibleRatio(about, metric, whole) : []
  if (!breakdowns.includes('township')) return impossible
  const parts = figures.partsOn(night.day).reduce((sum, { numerator }) => sum + numerator, 0)
  return [...impossible, ...sumMismatch(about, metric, { whole: whole.numerator, parts })]
}

/** What the figures of a day that is over ask somebody to look at. */
export async function watchFigures(night: Night): Promise<readonly Finding[]> {
  const checked: Finding[] = []
  for (const metric of Object.keys(METRICS).filter(isMetricId)) checked.push(...(await soundness(night, metric)))
  return [...(await coverage(night)), ...(await filling(night)), ...(await contests(night)), ...checked]
}
