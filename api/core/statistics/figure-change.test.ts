import { describe, expect, it } from '@jest/globals'
import { figureChange } from './figure-change.ts'
import type { MetricUnit } from './metric-row.ts'

const ROWS: readonly [MetricUnit, number, number, string][] = [
  ['people', 100, 112.3, 'up 12.3 percent'],
  ['people', 200, 100, 'down 50.0 percent'],
  ['people', 7, 7, 'same 0.0 percent'],
  ['people', 100_000, 100_001, 'same 0.0 percent'],
  ['people', 0, 5, 'up undefined percent'],
  ['people', 0, 0, 'same 0.0 percent'],
  ['fen', 100, 1250, 'up 1,150.0 percent'],
  ['ratio', 0.9, 0.953, 'up 5.3 points'],
  ['ratio', 0.5, 0, 'down 50.0 points'],
  ['perJob', 2, 1, 'down 50.0 percent'],
  ['ratio', 0, 0.5, 'up 50.0 points'],
]

describe('a change', () => {
  it.each(ROWS)('of %s from %p to %p is %s', (unit, from, to, text) => {
    const { direction, size, in: of } = figureChange(unit, { from, to })
    expect(`${direction} ${size} ${of}`).toBe(text)
  })
})
