/** Stretches of days in which figures are as they are every year, so that nobody takes a holiday for a slump. */
export const SEASON_KINDS = ['spring-festival', 'wheat-harvest', 'autumn-harvest', 'policy'] as const
export type SeasonKind = (typeof SEASON_KINDS)[number]

export interface Season {
  readonly kind: SeasonKind
  readonly from: Temporal.PlainDate
  /** The first day after it. */
  readonly to: Temporal.PlainDate
}

/** From 小年, when people go home, to 元宵, when they are back. */
const DAYS_BEFORE_NEW_YEAR = 7
const DAYS_AFTER_NEW_YEAR = 15

/** The day on which the Chinese year begins that begins in a year of ours. */
export const newYearOf = (year: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ calendar: 'chinese', year, monthCode: 'M01', day: 1 }).withCalendar('iso8601')

const springFestival = (year: number): Season => ({
  kind: 'spring-festival',
  from: newYearOf(year).subtract({ days: DAYS_BEFORE_NEW_YEAR }),
  to: newYearOf(year).add({ days: DAYS_AFTER_NEW_YEAR }),
})

const day = (year: number, month: number, of: number): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day: of })

/** When hands are missing on the fields: wheat from 小满 to 夏至, rice from 秋分 to the middle of November. */
const harvests = (year: number): readonly Season[] => [
  { kind: 'wheat-harvest', from: day(year, 5, 21), to: day(year, 6, 22) },
  { kind: 'autumn-harvest', from: day(year, 9, 23), to: day(year, 11, 16) },
]

/** Days on which a rule changed that the figures show: the province's minimum wage rose. */
const POLICY_DAYS = ['2025-04-01'] as const

const policies: readonly Season[] = POLICY_DAYS.map((text) => {
  const from = Temporal.PlainDate.from(text)
  return { kind: 'policy', from, to: from.add({ days: 1 }) }
})

/** What meets a range of days, the last one left out, in order. */
export function seasonsIn({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }): readonly Season[] {
  const years = Array.from({ length: Math.max(0, to.year - from.year + 1) }, (_, after) => from.year + after)
  const all = [...policies, ...years.flatMap((year) => [springFestival(year), ...harvests(year)])]
  return all
    .filter((season) => Temporal.PlainDate.compare(season.from, to) < 0 && Temporal.PlainDate.compare(from, season.to) < 0)
    .sort((one, other) => Temporal.PlainDate.compare(one.from, other.from))
}
