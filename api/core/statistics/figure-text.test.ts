import { describe, expect, it } from '@jest/globals'
import { METRICS } from './catalogue.ts'
import { figureText } from './figure-text.ts'
import type { MetricUnit } from './metric-row.ts'

const ROWS: readonly [MetricUnit, number, string, string?][] = [
  ['people', 0, '0人'],
  ['people', 11_962, '11,962人'],
  ['employers', 7, '7家'],
  ['seats', 12, '12个'],
  ['seats', 12, '12人', 'seats_posted'],
  ['personDays', 61.25, '61.3人天'],
  ['fen', 0, '0元'],
  ['fen', 12_345, '123.45元'],
  ['fen', 30_000, '300元'],
  ['fen', 999_999, '9,999.99元'],
  ['fen', 1_000_000, '1.00万元'],
  ['fen', 123_456_789, '123.46万元'],
  ['fen', 10_000_000_000, '1.00亿元'],
  ['ratio', 122 / 168, '72.6%'],
  ['ratio', 1, '100.0%'],
  ['ratio', 0, '0.0%'],
  ['perJob', 1.8, '1.80次/条'],
  ['minutes', 45.2, '45分钟'],
  ['minutes', 119, '119分钟'],
  ['minutes', 150, '2.5小时'],
  ['minutes', 4320, '3天'],
]

describe('a figure', () => {
  it.each(ROWS)('in %s, %p, reads %s', (unit, value, text, id = 'some') => {
    const { number, unit: word } = figureText({ id, unit }, value)
    expect(number + word).toBe(text)
  })

  it('of every metric has words', () => {
    for (const [id, { unit }] of Object.entries(METRICS)) expect(figureText({ id, unit }, 1).number).not.toBe('')
  })
})
