import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenPromise } from '../assert.ts'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { refuse } from '../result.ts'
import { at, NOW, someTerms } from '../testing/builders.ts'
import { granted, refusalOf } from '../testing/outcome.ts'
import { agreeTerms, type OfferedTerms } from './terms.ts'

const FLOOR = fen(1950)
const { payPerTakeFen: _pay, endsAt: _ends, ...plain } = someTerms()
const agree = (about: Partial<OfferedTerms>) => agreeTerms({ ...plain, hoursPerDay: null, ...about }, { now: NOW, floorFenPerHour: FLOOR })
const pay = (amountFen: number, unit: 'day' | 'hour' | 'job') => ({ amountFen, unit })

describe('what one worker gets', () => {
  it.each([
    ['a day', pay(18_000, 'day'), 1, null, 18_000],
    ['three days', pay(18_000, 'day'), 3, null, 54_000],
    ['sixty days', pay(18_000, 'day'), 60, null, 1_080_000],
    ['a short day, paid as a day', pay(18_000, 'day'), 1, 4, 18_000],
    ['an hour of a usual day', pay(2000, 'hour'), 1, null, 16_000],
    ['two hours', pay(2000, 'hour'), 1, 2, 4000],
    ['half hours on two days', pay(2500, 'hour'), 2, 3.5, 17_500],
    ['part of a fen, rounded', pay(1999, 'hour'), 1, 0.5, 1000],
    ['the whole job', pay(30_000, 'job'), 1, null, 30_000],
    ['the whole job of three days', pay(60_000, 'job'), 3, null, 60_000],
  ])('for %s', (_what, offered, days, hoursPerDay, expected) => {
    expect(granted(agree({ pay: offered, days, hoursPerDay })).payPerTakeFen).toBe(expected)
  })

  it.each([
    ['nothing', pay(0, 'job'), 1],
    ['less than nothing', pay(-1, 'job'), 1],
    ['a fen more than the most', pay(LIMIT.payPerTakeFen + 1, 'job'), 1],
    ['more than the most in sixty days', pay(200_000, 'day'), 60],
  ])('is refused when it is %s', (_what, offered, days) => {
    expect(agree({ pay: offered, days })).toEqual(refuse('pay-out-of-range', { atMostFen: LIMIT.payPerTakeFen }))
  })

  it('is refused when no single payment could hold it for every seat, with its cover', () => {
    const seats = 500
    const atMostFen = 2_000_000_000 / seats - 500
    expect(agree({ pay: pay(atMostFen + 1, 'job'), seats })).toEqual(refuse('pay-out-of-range', { atMostFen }))
    expect(granted(agree({ pay: pay(atMostFen, 'job'), seats })).payPerTakeFen).toBe(atMostFen)
  })

  it.each([1, LIMIT.payPerTakeFen])('may be %p fen', (amountFen) => {
    expect(granted(agree({ pay: pay(amountFen, 'job') })).payPerTakeFen).toBe(amountFen)
  })

  it('is never part of a fen from the start', () => {
    expect(() => agree({ pay: pay(0.5, 'job') })).toThrow(BrokenPromise)
  })
})

describe('the floor of the county', () => {
  it.each([
    ['an hour at the floor', pay(1950, 'hour'), 1, null, undefined],
    ['an hour a fen under it', pay(1949, 'hour'), 1, null, 'pay-below-floor'],
    ['CHAT 74: ten yuan an hour', pay(1000, 'hour'), 1, null, 'pay-below-floor'],
    ['a usual day at the floor', pay(15_600, 'day'), 1, null, undefined],
    ['a usual day a fen under it', pay(15_599, 'day'), 1, null, 'pay-below-floor'],
    ['a half day at the floor', pay(7800, 'day'), 1, 4, undefined],
    ['a long day under it', pay(15_600, 'day'), 1, 10, 'pay-below-floor'],
    ['several days at the floor', pay(15_600, 'day'), 3, null, undefined],
    ['a job of known hours under it', pay(3899, 'job'), 1, 2, 'pay-below-floor'],
    ['a job of known hours at it', pay(3900, 'job'), 1, 2, undefined],
    ['a job of known hours on three days under it', pay(11_699, 'job'), 3, 2, 'pay-below-floor'],
    ['part of a fen under it, which nobody can pay', pay(2437, 'job'), 1, 1.25, undefined],
    ['a whole fen more under it', pay(2436, 'job'), 1, 1.25, 'pay-below-floor'],
    ['a job whose hours nobody said', pay(1000, 'job'), 1, null, undefined],
  ])('%s', (_what, offered, days, hoursPerDay, refusal) => {
    expect(refusalOf(agree({ pay: offered, days, hoursPerDay }))).toBe(refusal)
  })

  it('is named in the refusal', () => {
    expect(agree({ pay: pay(1000, 'hour') })).toEqual(refuse('pay-below-floor', { floorFenPerHour: FLOOR }))
  })

  it('lets every hourly pay at or above it pass, whatever the hours', () => {
    const hours = fc.integer({ min: 5, max: 120 }).map((tenths) => tenths / 10)
    fc.assert(
      fc.property(fc.integer({ min: FLOOR, max: 10_000 }), fc.integer({ min: 1, max: 60 }), hours, (amount, days, hoursPerDay) => {
        expect(agree({ pay: pay(amount, 'hour'), days, hoursPerDay }).ok).toBe(true)
      }),
    )
  })
})

describe('when the work is', () => {
  it.each([
    ['a usual day', 1, null, '2026-11-23T17:00:00+08:00'],
    ['two hours', 1, 2, '2026-11-23T11:00:00+08:00'],
    ['half an hour', 1, 0.5, '2026-11-23T09:30:00+08:00'],
    ['a hundredth over an hour, to the minute', 1, 1.01, '2026-11-23T10:01:00+08:00'],
    ['three usual days', 3, null, '2026-11-25T17:00:00+08:00'],
    ['sixty days', 60, 4, '2027-01-21T13:00:00+08:00'],
  ])('%s ends', (_what, days, hoursPerDay, endsAt) => {
    expect(granted(agree({ pay: pay(18_000, 'day'), days, hoursPerDay })).endsAt).toEqual(at(endsAt))
  })

  it('runs over midnight for a night', () => {
    const night = granted(agree({ startsAt: at('2026-11-23T22:00:00+08:00'), days: 2, hoursPerDay: null }))
    expect(night.endsAt).toEqual(at('2026-11-25T06:00:00+08:00'))
  })

  it.each([
    ['a year ago', NOW.subtract({ hours: 24 * 365 }), 'start-in-past'],
    ['a moment ago', NOW.subtract({ milliseconds: 1 }), 'start-in-past'],
    ['now', NOW, 'start-in-past'],
    ['in a moment', NOW.add({ milliseconds: 1 }), undefined],
  ])('a start %s', (_what, startsAt, refusal) => {
    expect(refusalOf(agree({ startsAt }))).toBe(refusal)
  })
})

it('keeps what the employer said and nothing that is only for reckoning', () => {
  expect(granted(agree({}))).toEqual(someTerms())
})
