import { PERIOD_WORD } from './figure-copy.ts'
import type { PeriodKind } from './period-kind.ts'

/** A period by its first day, an ISO text, so that a browser without a calendar of its own can say it too. */
export interface PeriodStart {
  readonly by: PeriodKind
  readonly from: string
}

const MONTHS_PER_QUARTER = 3

/** 「2026年11月」 */
export function periodText({ by, from }: PeriodStart): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  switch (by) {
    case 'day':
      return PERIOD_WORD.day(year, month, day)
    case 'week':
      return PERIOD_WORD.week(year, month, day)
    case 'month':
      return PERIOD_WORD.month(year, month)
    case 'quarter':
      return PERIOD_WORD.quarter(year, Math.ceil(month / MONTHS_PER_QUARTER))
    case 'year':
      return PERIOD_WORD.year(year)
  }
}

/** The same as short as an axis needs it: 「11月」, and the year where one begins. */
export function shortPeriodText({ by, from }: PeriodStart): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  if (by === 'day' || by === 'week') return `${month}/${day}`
  if (by === 'month') return month === 1 ? PERIOD_WORD.month(year, month) : PERIOD_WORD.monthAlone(month)
  return periodText({ by, from })
}
