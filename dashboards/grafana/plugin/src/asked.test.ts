import { describe, expect, it } from '@jest/globals'
import { type Asked, daysOf, EVERYTHING, figuresPath, narrowed, startOfDayMs } from './asked.ts'

const at = (text: string) => Date.parse(text)
const ASKED: Asked = { metric: 'orders_completed', breakdown: 'none', region: EVERYTHING, trade: EVERYTHING, bucket: 'day' }

describe('days', () => {
  it.each([
    ['the end of today', '2026-11-23T23:59:59.999+08:00', '2026-11-24'],
    ['now', '2026-11-23T07:30:00+08:00', '2026-11-24'],
    ['midnight, which is the end of the day before', '2026-11-23T00:00:00+08:00', '2026-11-23'],
    ['a second before midnight in Shanghai', '2026-11-22T15:59:59Z', '2026-11-23'],
    ['a second after', '2026-11-22T16:00:01Z', '2026-11-24'],
  ])('up to %s', (_what, to, day) => {
    expect(daysOf({ fromMs: at('2026-11-17T00:00:00+08:00'), toMs: at(to) })).toEqual({ from: '2026-11-17', to: day })
  })

  it('a range without length is the day it lies in', () => {
    const moment = at('2026-11-23T00:00:00+08:00')
    expect(daysOf({ fromMs: moment, toMs: moment })).toEqual({ from: '2026-11-23', to: '2026-11-24' })
  })

  it('begin at midnight of the county', () => expect(new Date(startOfDayMs('2026-11-23')).toISOString()).toBe('2026-11-22T16:00:00.000Z'))
})

describe('a path', () => {
  const stretch = { fromMs: at('2026-11-17T00:00:00+08:00'), toMs: at('2026-11-18T00:00:00+08:00') }

  it('says nothing of what was not chosen', () => {
    expect(figuresPath(ASKED, stretch)).toBe('/stats/query?metric=orders_completed&breakdown=none&bucket=day&from=2026-11-17&to=2026-11-18')
  })

  it('carries any text unharmed', () => {
    const path = figuresPath({ ...ASKED, region: '高唐镇&trade=x', trade: '搬运' }, stretch)
    const { searchParams } = new URL(path, 'http://api')
    expect([searchParams.get('region'), searchParams.getAll('trade')]).toEqual(['高唐镇&trade=x', ['搬运']])
  })
})

describe('a trade that was chosen', () => {
  it.each([
    ['stays where it is known', ['none', 'trade'], 'none', '搬运', false],
    ['is left out where it is not', ['none', 'township'], 'none', EVERYTHING, true],
    ['is left out of what is counted apart', ['none', 'trade', 'party'], 'party', EVERYTHING, true],
  ])('%s', (_what, breakdowns, breakdown, trade, isWider) => {
    expect(narrowed({ ...ASKED, breakdown, trade: '搬运' }, breakdowns)).toMatchObject({ asked: { trade }, isWider })
  })

  it('is no matter where none was', () => expect(narrowed(ASKED, ['none'])).toEqual({ asked: ASKED, isWider: false }))
})
