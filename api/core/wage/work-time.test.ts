import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { at } from '../testing/builders.ts'
import { workTime } from './work-time.ts'

const oneDay = { startsAt: at('2026-11-23T09:00:00+08:00'), endsAt: at('2026-11-23T17:00:00+08:00'), days: 1 }
const threeDays = { ...oneDay, endsAt: at('2026-11-25T17:00:00+08:00'), days: 3 }
const night = { startsAt: at('2026-11-23T22:00:00+08:00'), endsAt: at('2026-11-24T06:00:00+08:00'), days: 1 }
const instant = (text: string) => at(`2026-11-${text}:00+08:00`)

describe('how long somebody worked', () => {
  it.each<[string, typeof oneDay, string, string, boolean, number, number]>([
    ['a whole day', oneDay, '23T09:00', '23T17:00', false, 1, 480],
    ['late', oneDay, '23T09:30', '23T17:00', false, 1, 450],
    ['who is early waits', oneDay, '23T07:30', '23T17:00', false, 1, 480],
    ['a part of the day', oneDay, '23T09:00', '23T12:00', false, 1, 180],
    ['who forgets to finish did not work all night', oneDay, '23T09:00', '24T07:00', false, 1, 480],
    ['overtime both agreed to', oneDay, '23T09:00', '23T19:15', true, 1, 615],
    ['overtime ends where the next day would begin', oneDay, '23T09:00', '26T09:00', true, 1, 1440],
    ['a night shift', night, '23T22:00', '24T06:00', false, 1, 480],
    ['three days', threeDays, '23T09:00', '25T17:00', false, 3, 1440],
    ['three days, the first begun late and the last ended early', threeDays, '23T10:00', '25T12:00', false, 3, 420 + 480 + 180],
    ['of three days the last two', threeDays, '24T09:00', '25T17:00', false, 2, 960],
    ['sent home on the second of three days', threeDays, '23T09:00', '24T11:00', false, 2, 600],
    ['overtime on the last of three days', threeDays, '23T09:00', '25T18:00', true, 3, 1500],
    ['finished before the work was to begin', oneDay, '23T08:00', '23T08:30', false, 0, 0],
  ])('%s', (_what, terms, started, finished, overtime, days, minutes) => {
    expect(workTime(terms, { startedAt: instant(started), finishedAt: instant(finished), overtime })).toEqual({ days, minutes })
  })

  it('is nothing for who never started, or never finished', () => {
    expect(workTime(oneDay, { startedAt: null, finishedAt: null, overtime: false })).toEqual({ days: 0, minutes: 0 })
    expect(workTime(oneDay, { startedAt: instant('23T09:00'), finishedAt: null, overtime: true })).toEqual({ days: 0, minutes: 0 })
  })

  it('is never more than the agreed hours without overtime, whatever the clock says', () => {
    const minute = fc.integer({ min: -2_000, max: 9_000 })
    fc.assert(
      fc.property(minute, minute, fc.constantFrom(oneDay, threeDays, night), (one, other, terms) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)].map((minutes) => terms.startsAt.add({ minutes }))
        const { days, minutes } = workTime(terms, { startedAt: from ?? null, finishedAt: to ?? null, overtime: false })
        expect(minutes).toBeLessThanOrEqual(days * 480)
        expect(days).toBeLessThanOrEqual(terms.days)
        expect(minutes).toBeLessThanOrEqual(Math.abs(one - other))
      }),
    )
  })
})
