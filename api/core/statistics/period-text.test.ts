import { describe, expect, it } from '@jest/globals'
import type { PeriodKind } from './period-kind.ts'
import { periodText, shortPeriodText } from './period-text.ts'

const ROWS: readonly [PeriodKind, string, string, string][] = [
  ['day', '2026-11-08', '2026年11月8日', '11/8'],
  ['week', '2026-11-23', '2026年11月23日起一周', '11/23'],
  ['month', '2026-11-01', '2026年11月', '11月'],
  ['month', '2026-01-01', '2026年1月', '2026年1月'],
  ['quarter', '2026-10-01', '2026年四季度', '2026年四季度'],
  ['quarter', '2026-01-01', '2026年一季度', '2026年一季度'],
  ['year', '2026-01-01', '2026年', '2026年'],
]

describe('a period', () => {
  it.each(ROWS)('of one %s from %s is called %s', (by, from, long, short) => {
    expect([periodText({ by, from }), shortPeriodText({ by, from })]).toEqual([long, short])
  })
})
