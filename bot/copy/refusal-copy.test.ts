import { describe, expect, it } from '@jest/globals'
import { REFUSAL, type RefusalKey } from '@linggong/api/core/refusal.ts'
import type { RefusalFacts } from '@linggong/api/core/result.ts'
import { refusalText } from './refusal-copy.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const MOST_CHARACTERS = 60

/** The longest facts each refusal can carry. */
const FACTS: Partial<Record<RefusalKey, RefusalFacts>> = {
  'pay-below-floor': { floorFenPerHour: 1089 },
  'pay-out-of-range': { atMostFen: 10_000_000 },
  'too-many-open-jobs': { limit: 50 },
  'time-clash': { number: '12345678' },
  'licence-missing': { licence: '高处作业证' },
  'undo-too-late': { seconds: 60 },
  'too-early-to-start': { from: '2026-11-24T05:00:00+08:00' },
  'wrong-start-code': { triesLeft: 4 },
  'work-goes-on': { lastDay: '2026-12-31' },
  'under-age': { leastYears: 16 },
  'payout-out-of-range': { leastFen: 100, mostFen: 2_000_000_000 },
  'balance-too-low': { balanceFen: 1_234_567 },
  'contact-too-new': { from: '2026-11-24T05:00:00+08:00' },
  'money-left': { leftFen: 1_234_567 },
  'payee-too-new': { from: '2026-11-24T05:00:00+08:00' },
  paused: { until: '2026-11-24T05:00:00+08:00' },
  'appeal-too-late': { days: 30 },
  'too-many-ties': { limit: 200 },
}

/** A moment cannot be told without one. */
const NEEDS_FACTS: readonly RefusalKey[] = ['too-early-to-start', 'work-goes-on', 'payee-too-new', 'contact-too-new', 'paused']

const KEYS = Object.keys(REFUSAL) as readonly RefusalKey[]

describe('a refusal', () => {
  it.each(KEYS)('%s is one short sentence that an old man can read', (refusal) => {
    const text = refusalText({ refusal, facts: FACTS[refusal] ?? {} }, NOW)
    expect([...text].length).toBeGreaterThan(5)
    expect([...text].length).toBeLessThanOrEqual(MOST_CHARACTERS)
    expect(text).toMatch(/[。？]$/)
    expect(text).not.toMatch(/undefined|NaN|null|[a-z]{3}/)
  })

  it.each(KEYS)('%s needs no facts to be said', (refusal) => {
    expect(() => refusalText({ refusal, facts: NEEDS_FACTS.includes(refusal) ? (FACTS[refusal] ?? {}) : {} }, NOW)).not.toThrow()
  })

  it('is another sentence for each key, so that nobody has to guess', () => {
    const texts = KEYS.map((refusal) => refusalText({ refusal, facts: FACTS[refusal] ?? {} }, NOW))
    expect(new Set(texts).size).toBe(texts.length)
  })
})
