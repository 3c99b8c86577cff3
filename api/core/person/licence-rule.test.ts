import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { aLicenceRule as aRule } from '../testing/builders.ts'
import { type LicenceRule, licencesAsked, licencesNeeded, workDays } from './licence-rule.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const days = (first: string, last = first) => ({ first: day(first), last: day(last) })
const until = (text: string) => aRule({ until: day(text) })

describe('what the law asks for', () => {
  it.each([
    ['the day before it begins', [aRule()], days('2026-05-31'), []],
    ['the day it begins', [aRule()], days('2026-06-01'), ['焊工证']],
    ['work that goes on into it', [aRule()], days('2026-05-30', '2026-06-01'), ['焊工证']],
    ['its last day', [until('2026-12-31')], days('2026-12-31'), ['焊工证']],
    ['the day after its last', [until('2026-12-31')], days('2027-01-01'), []],
    ['work that begins on its last day', [until('2026-12-31')], days('2026-12-31', '2027-01-05'), ['焊工证']],
    ['work around a short rule', [aRule({ until: day('2026-06-02') })], days('2026-05-01', '2026-07-01'), ['焊工证']],
    ['another trade', [aRule({ trade: '水电' })], days('2026-07-01'), []],
    [
      'a change of paper in the middle',
      [until('2026-12-31'), aRule({ cert: '新焊工证', from: day('2027-01-01') })],
      days('2026-12-31', '2027-01-01'),
      ['焊工证', '新焊工证'],
    ],
    ['the same paper by two rows', [until('2026-12-31'), aRule({ from: day('2027-01-01') })], days('2026-12-31', '2027-01-01'), ['焊工证']],
  ])('on %s', (_when, rules, work, asked) => expect(licencesAsked(rules, '电焊', work)).toEqual(asked))
})

describe('until when each must be valid', () => {
  const needed = (rules: readonly LicenceRule[], licences: readonly string[], work: ReturnType<typeof days>) =>
    Object.fromEntries([...licencesNeeded(rules, { trade: '电焊', licences }, work)].map(([cert, last]) => [cert, last.toString()]))

  it.each([
    ['to the last work day', [aRule()], [], days('2026-07-01', '2026-07-03'), { 焊工证: '2026-07-03' }],
    ['as long as the law asks', [until('2026-07-02')], ['焊工证'], days('2026-07-01', '2026-07-03'), { 焊工证: '2026-07-02' }],
    [
      'what the employer asks, to the end',
      [aRule()],
      ['高处作业证'],
      days('2026-07-01', '2026-07-03'),
      { 焊工证: '2026-07-03', 高处作业证: '2026-07-03' },
    ],
    ['what the law asks since the job was posted', [aRule()], [], days('2026-06-01'), { 焊工证: '2026-06-01' }],
    ['what stands on the job though no rule is in force', [until('2026-06-30')], ['焊工证'], days('2026-07-01'), { 焊工证: '2026-07-01' }],
    [
      'the later end of two rows',
      [until('2026-07-01'), aRule({ from: day('2026-07-02') })],
      [],
      days('2026-07-01', '2026-07-03'),
      { 焊工证: '2026-07-03' },
    ],
  ])('%s', (_what, rules, licences, work, asked) => expect(needed(rules, licences, work)).toEqual(asked))

  it('is a work day, and for every licence of the job there is one', () => {
    const offset = fc.integer({ min: -40, max: 40 })
    fc.assert(
      fc.property(offset, fc.nat(20), fc.nat(20), fc.subarray(['焊工证', '高处作业证']), (starts, ruleDays, workDays, licences) => {
        const from = day('2026-06-01').add({ days: starts })
        const work = { first: day('2026-06-01'), last: day('2026-06-01').add({ days: workDays }) }
        const rule = aRule({ from, until: from.add({ days: ruleDays }) })
        const all = licencesNeeded([rule], { trade: '电焊', licences }, work)
        for (const last of all.values()) {
          expect(Temporal.PlainDate.compare(work.first, last)).toBeLessThanOrEqual(0)
          expect(Temporal.PlainDate.compare(last, work.last)).toBeLessThanOrEqual(0)
        }
        expect([...all.keys()]).toEqual(expect.arrayContaining([...licences, ...licencesAsked([rule], '电焊', work)]))
      }),
    )
  })
})

it('a shift until midnight ends on the day before', () => {
  const at = (text: string) => Temporal.Instant.from(text)
  const shift = { startsAt: at('2026-11-23T16:00:00+08:00'), endsAt: at('2026-11-24T00:00:00+08:00') }
  expect(workDays(shift)).toEqual(days('2026-11-23'))
})
