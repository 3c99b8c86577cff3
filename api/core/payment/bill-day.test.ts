import { describe, expect, it } from '@jest/globals'
import { at } from '../testing/builders.ts'
import { askBillAgainAt, billDueAt, isBillKept, isBillMissed, keptBillDay } from './bill-day.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('the bill of a day', () => {
  it.each([
    ['2026-11-23', '2026-11-24T10:00:00+08:00'],
    ['2026-12-31', '2027-01-01T10:00:00+08:00'],
    ['2028-02-28', '2028-02-29T10:00:00+08:00'],
  ])('of %s is asked for at %s', (text, dueAt) => {
    expect(billDueAt(day(text))).toEqual(at(dueAt))
  })

  it.each([
    ['2026-11-23', true, '2026-11-23'],
    ['2026-08-25', true, '2026-08-25'],
    ['2026-08-24', false, '2026-08-25'],
    ['2020-01-01', false, '2026-08-25'],
  ])('of %s is kept on 2026-11-23: %p', (text, kept, first) => {
    expect([isBillKept(day(text), day('2026-11-23')), keptBillDay(day(text), day('2026-11-23')).toString()]).toEqual([kept, first])
  })

  it.each([
    ['2026-11-26T09:59:59+08:00', false],
    ['2026-11-26T10:00:00+08:00', true],
  ])('is missed at %s: %p', (now, missed) => {
    expect(isBillMissed(day('2026-11-23'), at(now))).toBe(missed)
  })

  it('that is not there is asked for again in an hour', () => {
    expect(askBillAgainAt(at('2026-11-24T10:00:00+08:00'))).toEqual(at('2026-11-24T11:00:00+08:00'))
  })
})
