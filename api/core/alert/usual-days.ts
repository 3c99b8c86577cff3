import { type Season, type SeasonKind, seasonsIn } from '../statistics/season.ts'

/** The days that a day is held against, and the season that says why these. */
export interface UsualDays {
  readonly days: readonly Temporal.PlainDate[]
  readonly season: SeasonKind | null
}

export interface Step {
  /** So many days back each. */
  readonly days: number
  readonly count: number
}

export const SAME_WEEKDAY: Step = { days: 7, count: 8 }
export const FOUR_WEEKS: Step = { days: 1, count: 28 }

/** The longest season, and a little more. */
const SEASON_DAYS_MAX = 63
/** The same days of another year, and three around them: a week has every weekday once. */
const AROUND = 3

const seasonOn = (day: Temporal.PlainDate): Season | undefined =>
  seasonsIn({ from: day, to: day.add({ days: 1 }) }).find(({ kind }) => kind !== 'policy')

/** The same season of the year before: the Spring Festival goes by the moon, so its days are counted from its own beginning. */
function yearBefore({ kind, from }: Season): Season | undefined {
  const around = from.subtract({ years: 1 })
  return seasonsIn({ from: around.subtract({ days: SEASON_DAYS_MAX }), to: around.add({ days: SEASON_DAYS_MAX }) }).find(
    (season) => season.kind === kind,
  )
}

/** In a season the same week of the last one; else the days before, those of a season left out. */
export function usualDays(day: Temporal.PlainDate, step: Step): UsualDays {
  const season = seasonOn(day)
  return season === undefined ? { days: ordinaryDays(day, step), season: null } : { days: sameWeek(day, season), season: season.kind }
}

function sameWeek(day: Temporal.PlainDate, season: Season): readonly Temporal.PlainDate[] {
  const before = yearBefore(season)
  if (before === undefined) return []
  const same = before.from.add({ days: season.from.until(day).days })
  return Array.from({ length: 2 * AROUND + 1 }, (_, at) => same.add({ days: at - AROUND }))
}

/** The days before, those of a season left out. */
export function ordinaryDays(day: Temporal.PlainDate, { days, count }: Step): readonly Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = []
  const stepsMax = count + Math.ceil(SEASON_DAYS_MAX / days)
  for (let back = 1; back <= stepsMax && found.length < count; back += 1) {
    const before = day.subtract({ days: back * days })
    if (seasonOn(before) === undefined) found.push(before)
  }
  return found
}
