import { describe, expect, it } from '@jest/globals'
import { at, someTerms } from '../testing/builders.ts'
import { closedByAge, NO_AGE_LIMITS } from './age-limits.ts'

const LIMITS = {
  elders: [
    { fromYears: 60, belowClass: 5 },
    { fromYears: 65, belowClass: 4 },
  ],
  specialOperations: ['焊工证'],
}
const day = (text: string) => Temporal.PlainDate.from(text)
/** Work on 23 and 24 November 2026. */
const work = (about: Parameters<typeof someTerms>[0]) =>
  someTerms({ startsAt: at('2026-11-23T08:00:00+08:00'), endsAt: at('2026-11-24T17:00:00+08:00'), days: 2, ...about })

describe('what is closed to whom by age', () => {
  it.each([
    ['17, light work', '2009-01-01', { riskClass: 3 }, undefined],
    ['17, heavy work', '2009-01-01', { riskClass: 4 }, 'guardian-needed'],
    ['17, special operations of a low class', '2009-01-01', { riskClass: 2, licences: ['焊工证'] }, 'guardian-needed'],
    ['17, another licence', '2009-01-01', { riskClass: 2, licences: ['健康证'] }, undefined],
    ['18 on the first day', '2008-11-23', { riskClass: 4 }, undefined],
    ['18 on the second day', '2008-11-24', { riskClass: 4 }, 'guardian-needed'],
    ['59 on the last day', '1966-11-25', { riskClass: 5, licences: ['焊工证'] }, undefined],
    ['60 on the last day', '1966-11-24', { riskClass: 5 }, 'over-age'],
    ['60, heavy work', '1966-11-24', { riskClass: 4 }, undefined],
    ['60, special operations', '1966-11-24', { riskClass: 3, licences: ['健康证', '焊工证'] }, 'over-age'],
    ['64', '1961-11-25', { riskClass: 4 }, undefined],
    ['65', '1961-11-24', { riskClass: 4 }, 'over-age'],
    ['66, light work', '1960-01-01', { riskClass: 3 }, undefined],
  ])('%s', (_who, birthDay, about, refusal) => {
    expect(closedByAge(work(about), day(birthDay), LIMITS)?.refusal).toBe(refusal)
  })

  it('does not count the day that a shift until midnight ends on', () => {
    const untilMidnight = work({ riskClass: 5, endsAt: at('2026-11-24T00:00:00+08:00') })
    expect(closedByAge(untilMidnight, day('1966-11-24'), LIMITS)).toBeUndefined()
  })

  it('knows the age that was too much, and of a county without limits only the law', () => {
    expect(closedByAge(work({ riskClass: 6 }), day('1950-01-01'), LIMITS)?.facts).toEqual({ age: 76 })
    expect(closedByAge(work({ riskClass: 6 }), day('1950-01-01'), NO_AGE_LIMITS)).toBeUndefined()
    expect(closedByAge(work({ riskClass: 6 }), day('2009-01-01'), NO_AGE_LIMITS)?.refusal).toBe('guardian-needed')
  })
})
