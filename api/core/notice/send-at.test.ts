import { describe, expect, it } from '@jest/globals'
import { at } from '../testing/builders.ts'
import { sendAt } from './send-at.ts'

const tonight = (clock: string) => at(`2026-11-23T${clock}+08:00`)
const tomorrow = (clock: string) => at(`2026-11-24T${clock}+08:00`)
const NEXT_YEAR = at('2027-02-01T09:00:00+08:00')

describe('what wakes nobody', () => {
  it.each([
    ['22:59:59.999', tonight('22:59:59.999'), tonight('22:59:59.999')],
    ['23:00', tonight('23:00'), tomorrow('06:00')],
    ['23:59:59.999', tonight('23:59:59.999'), tomorrow('06:00')],
    ['00:00', tomorrow('00:00'), tomorrow('06:00')],
    ['05:59:59.999', tomorrow('05:59:59.999'), tomorrow('06:00')],
    ['06:00', tomorrow('06:00'), tomorrow('06:00')],
    ['noon', tomorrow('12:00'), tomorrow('12:00')],
    ['23:30 on the last day of the year', at('2026-12-31T23:30:00+08:00'), at('2027-01-01T06:00:00+08:00')],
  ])('is told at %s or waits for six', (_clock, now, expected) => {
    expect(sendAt(now, { urgent: false, workStartsAt: NEXT_YEAR })).toEqual(expected)
  })

  it.each([
    ['23:00', tonight('23:00')],
    ['05:59', tomorrow('05:59')],
  ])('is told at once when it is urgent: %s', (_clock, now) => {
    expect(sendAt(now, { urgent: true, workStartsAt: NEXT_YEAR })).toEqual(now)
  })
})

describe('work that begins', () => {
  it.each([
    ['at 06:59:59.999 the next morning', tonight('23:30'), tomorrow('06:59:59.999'), true],
    ['at 07:00 the next morning', tonight('23:30'), tomorrow('07:00'), false],
    ['at 06:30 the same morning', tomorrow('02:00'), tomorrow('06:30'), true],
    ['at 07:00 the same morning', tomorrow('02:00'), tomorrow('07:00'), false],
    ['in the same night', tonight('23:30'), tomorrow('01:00'), true],
    ['in a moment', tonight('23:30'), tonight('23:30:00.001'), true],
    ['now: whoever comes is there', tonight('23:30'), tonight('23:30'), false],
    ['and began this morning: what is told of it is no hurry', tonight('23:30'), tonight('09:00'), false],
    ['and began days ago', tomorrow('05:00'), at('2026-11-20T09:00:00+08:00'), false],
    ['at 06:30 the day after', tonight('23:30'), at('2026-11-25T06:30:00+08:00'), false],
  ])('%s', (_when, now, workStartsAt, isAtOnce) => {
    expect(sendAt(now, { urgent: false, workStartsAt })).toEqual(isAtOnce ? now : tomorrow('06:00'))
  })
})
