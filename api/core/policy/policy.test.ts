import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { anOpenJob, aTake, at, NOW } from '../testing/builders.ts'
import { covers, insurableTake, policyFor, voidPolicy } from './policy.ts'

const take = { ...aTake(), coveredFrom: NOW }
const job = anOpenJob({ insuredAt: NOW, takes: [take], terms: { riskClass: 4, days: 2, endsAt: at('2026-11-24T17:00:00+08:00') } })
const policy = policyFor(job, take, asId('policy-1'))
const from = at('2026-11-23T09:00:00+08:00')
const until = at('2026-11-24T17:00:00+08:00')

describe('a policy', () => {
  it("is the employer's supplement for one take, up to a million yuan, to the end of the last day", () => {
    expect(policy).toMatchObject({
      take: 'take-1',
      worker: 'liao',
      layer: 'supplement',
      payer: 'employer',
      riskClass: 4,
      coverFen: 100_000_000,
      premiumFen: 1400,
      effectiveFrom: NOW,
      effectiveUntil: at('2026-11-25T00:00:00+08:00'),
      state: 'booked',
    })
  })

  it.each([
    ['from the minute the work begins', { effectiveFrom: from }, true],
    ['from a minute later', { effectiveFrom: from.add({ minutes: 1 }) }, false],
    ['to the minute the work ends', { effectiveUntil: until }, true],
    ['to a minute before', { effectiveUntil: until.subtract({ minutes: 1 }) }, false],
    ['until it began', { effectiveFrom: until, effectiveUntil: from }, false],
  ])('that lasts %s', (_what, about, expected) => {
    expect(covers({ ...policy, ...about }, from, until)).toBe(expected)
  })

  it('covers nothing once void', () => {
    expect(covers(voidPolicy(policy, NOW), from, until)).toBe(false)
  })

  it('is void from the first time that is said', () => {
    const first = voidPolicy(policy, NOW)
    expect(first).toMatchObject({ state: 'void', voidedAt: NOW })
    expect(voidPolicy(first, until)).toBe(first)
  })
})

describe('the take a policy is for', () => {
  it.each([
    ['taken', NOW, true],
    ['started', NOW, true],
    ['paid', NOW, true],
    ['taken', null, false],
    ['cancelled', NOW, false],
    ['missed', NOW, false],
  ] as const)('%s, covered from %s', (state, coveredFrom, expected) => {
    expect(insurableTake({ ...job, takes: [aTake({ state, coveredFrom })] }, 'take-1') !== undefined).toBe(expected)
  })

  it('is none where the take was undone', () => {
    expect(insurableTake({ ...job, takes: [] }, 'take-1')).toBeUndefined()
  })
})
