import { describe, expect, it } from '@jest/globals'
import { periodOf } from './period.ts'
import type { PeriodKind } from './period-kind.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const told = ({ from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate }) => `${from} ${to}`

const ROWS: readonly [PeriodKind, string, string, { is: string; before: string; soFar: string; open: boolean; trend: string }][] = [
  /* kind, a day in it, today */
  [
    'month',
    '2026-11-28',
    '2026-11-28',
    { is: '2026-11-01 2026-12-01', before: '2026-10-01 2026-11-01', soFar: '2026-10-01 2026-10-29', open: true, trend: '2025-12-01' },
  ],
  [
    'month',
    '2026-11-30',
    '2026-11-30',
    { is: '2026-11-01 2026-12-01', before: '2026-10-01 2026-11-01', soFar: '2026-10-01 2026-10-31', open: true, trend: '2025-12-01' },
  ],
  [
    'month',
    '2026-11-01',
    '2026-12-01',
    { is: '2026-11-01 2026-12-01', before: '2026-10-01 2026-11-01', soFar: '2026-10-01 2026-11-01', open: false, trend: '2025-12-01' },
  ],
  /* More days of March are over than February has. */
  [
    'month',
    '2026-03-31',
    '2026-03-30',
    { is: '2026-03-01 2026-04-01', before: '2026-02-01 2026-03-01', soFar: '2026-02-01 2026-03-01', open: true, trend: '2025-04-01' },
  ],
  /* Weeks begin on Monday. */
  [
    'week',
    '2026-11-29',
    '2026-11-23',
    { is: '2026-11-23 2026-11-30', before: '2026-11-16 2026-11-23', soFar: '2026-11-16 2026-11-17', open: true, trend: '2026-09-07' },
  ],
  [
    'quarter',
    '2026-02-10',
    '2026-11-28',
    { is: '2026-01-01 2026-04-01', before: '2025-10-01 2026-01-01', soFar: '2025-10-01 2026-01-01', open: false, trend: '2024-04-01' },
  ],
  [
    'year',
    '2026-02-10',
    '2026-01-01',
    { is: '2026-01-01 2027-01-01', before: '2025-01-01 2026-01-01', soFar: '2025-01-01 2025-01-02', open: true, trend: '2022-01-01' },
  ],
  [
    'day',
    '2026-03-01',
    '2026-03-01',
    { is: '2026-03-01 2026-03-02', before: '2026-02-28 2026-03-01', soFar: '2026-02-28 2026-03-01', open: true, trend: '2026-01-31' },
  ],
]

describe('a period', () => {
  it.each(ROWS)('of one %s around %s, seen on %s', (by, at, today, { is, before, soFar, open, trend }) => {
    const period = periodOf(by, day(at), day(today))
    expect([told(period), told(period.before), told(period.soFarBefore), period.isOpen, `${period.trendFrom}`]).toEqual([
      is,
      before,
      soFar,
      open,
      trend,
    ])
  })
})
