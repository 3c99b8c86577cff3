/** What happened in one month of the model county. `insured` of the `takes` had cover when work began. */
export interface MonthFigures {
  readonly workers: number
  readonly takes: number
  readonly insured: number
}

/**
 * The published figures of the model county, by month since it began: 160 and more transactions in the first of which 122 insured, later
 * more than 11 000 people and 1000 transactions. Whole months alone get there, so that they hold on whatever day the demo is loaded.
 */
const WHOLE_MONTHS: readonly MonthFigures[] = [
  { workers: 1310, takes: 168, insured: 122 },
  { workers: 1420, takes: 131, insured: 103 },
  { workers: 1510, takes: 138, insured: 114 },
  { workers: 1600, takes: 142, insured: 123 },
  { workers: 1690, takes: 149, insured: 133 },
  { workers: 1780, takes: 154, insured: 142 },
  { workers: 1870, takes: 161, insured: 151 },
]

/** What the running month comes to once it is over. */
const RUNNING_MONTH: MonthFigures = { workers: 840, takes: 170, insured: 160 }

export const EMPLOYERS = 260

/** A month's first day, how many of its days are over and can be told of, and what happened in them. */
export interface Month extends MonthFigures {
  readonly first: Temporal.PlainDate
  readonly daysOver: number
}

/** The months of the county up to yesterday. */
export function monthsUntil(today: Temporal.PlainDate): readonly Month[] {
  const running = today.with({ day: 1 })
  const whole = WHOLE_MONTHS.map((figures, index) => {
    const first = running.subtract({ months: WHOLE_MONTHS.length - index })
    return { ...figures, first, daysOver: first.daysInMonth }
  })
  const daysOver = today.day - 1
  const share = (count: number): number => Math.floor((count * daysOver) / running.daysInMonth)
  const { workers, takes, insured } = RUNNING_MONTH
  return [...whole, { workers: share(workers), takes: share(takes), insured: share(insured), first: running, daysOver }]
}
