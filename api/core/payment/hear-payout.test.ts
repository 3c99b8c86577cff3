import { describe, expect, it } from '@jest/globals'
import { fen } from '../money.ts'
import { countOrder, giveUp, hearPayout, isNothingUnderWay, mayOrder } from './hear-payout.ts'
import { nextAsk } from './next-ask.ts'
import { isPayable } from './payment-limit.ts'
import { NEXT_PAYOUT_STATE, type Payout, type PayoutStanding, type PayoutState } from './payout.ts'
import type { PayoutProgress } from './report.ts'

const at = Temporal.Instant.from('2026-11-23T08:00:00Z')
const terms = {
  ...{ id: 'O1', county: '350428', demo: false, key: 'payout:1', worker: 'li', payeeMark: 'm', amountFen: fen(10_000) },
  ...{ remark: 'x', jobType: 'x', payNote: 'x', createdAt: at, orders: 1, orderedAt: at, bill: '13', doneOn: null },
} as const
const STATES = Object.keys(NEXT_PAYOUT_STATE) as PayoutState[]
const ENDS = ['done', 'failed', 'cancelled']

function standing(state: PayoutState): PayoutStanding {
  if (state === 'waiting') return { state, packageInfo: 'p' }
  return state === 'unknown' || state === 'failed' || state === 'cancelled' ? { state, code: 'X' } : { state }
}
const payout = (state: PayoutState, change: Partial<Payout> = {}): Payout => ({ ...terms, ...change, ...standing(state) })
const progress = (state: PayoutState, change: Partial<PayoutProgress> = {}): PayoutProgress => ({
  ...{ state: 'progress', payout: 'O1', amountFen: fen(10_000), bill: '13', standing: standing(state) },
  ...change,
})
const pairs = STATES.flatMap((from) => STATES.filter((to) => to !== 'created' && to !== 'unknown').map((to) => [from, to] as const))

describe('hearing of a payout', () => {
  it.each(pairs)('%s, then %s', (from, to) => {
    const next: readonly string[] = NEXT_PAYOUT_STATE[from]
    const heard = hearPayout(payout(from), progress(to), at)
    if (next.includes(to)) expect(heard).toMatchObject({ kind: 'news', doc: { state: to }, events: ENDS.includes(to) ? [{}] : [] })
    else expect(heard.kind).toBe(from !== to && ENDS.includes(to) ? 'contradiction' : 'known')
  })

  it('keeps the county day on which it arrived', () => {
    const midnight = Temporal.Instant.from('2026-11-23T16:00:00Z')
    expect(hearPayout(payout('waiting'), progress('done'), midnight)).toMatchObject({ doc: { doneOn: '2026-11-24' } })
    expect(hearPayout(payout('waiting'), progress('failed'), midnight)).toMatchObject({ doc: { doneOn: null } })
  })

  it.each<readonly [string, Partial<PayoutProgress>]>([
    ['not-ours', { payout: 'O2' }],
    ['other-amount', { amountFen: fen(1) }],
    ['other-transaction', { bill: '14' }],
  ])('%s is no word about it', (why, change) => {
    expect(hearPayout(payout('waiting'), progress('done', change), at)).toEqual({ kind: 'contradiction', why })
  })

  it.each(STATES)('no answer is no state: %s', (state) => {
    const heard = hearPayout(payout(state), { state: 'unknown', code: 'no-answer' }, at)
    expect(heard.kind).toBe(state === 'created' ? 'news' : 'known')
    expect(hearPayout(payout(state), { state: 'absent' }, at).kind).toBe('known')
  })

  it('takes the package from a later answer', () => {
    const without: Payout = { ...terms, state: 'waiting', packageInfo: null }
    expect(hearPayout(without, progress('waiting'), at)).toMatchObject({ kind: 'news', doc: { packageInfo: 'p' }, events: [] })
    expect(hearPayout(payout('waiting'), { ...progress('waiting'), standing: { state: 'waiting', packageInfo: null } }, at).kind).toBe(
      'known',
    )
  })
})

describe('ordering under one number', () => {
  it.each(STATES)('gives up only what nobody has heard of: %s', (state) => {
    const heard = giveUp(payout(state), 'X', at.add({ minutes: 10 }))
    expect(heard.kind).toBe(state === 'created' || state === 'unknown' ? 'news' : 'known')
    expect(giveUp(payout(state), 'X', at.add({ minutes: 9 })).kind).toBe('known')
  })

  it.each<readonly [Partial<Payout>, number, boolean]>([
    [{ orders: 0, orderedAt: null }, 0, true],
    [{ orders: 4 }, 0, true],
    [{ orders: 5 }, 0, false],
    [{ orders: 1 }, 6 * 24 * 60, true],
    [{ orders: 1 }, 7 * 24 * 60, false],
  ])('%p after %d minutes may be ordered: %p', (change, minutes, expected) => {
    expect(mayOrder(payout('unknown', change), at.add({ minutes }))).toBe(expected)
  })

  it('counts before it sends, and not what has ended', () => {
    expect(countOrder(payout('created'), at)).toMatchObject({ doc: { orders: 2 } })
    expect(ENDS.map((state) => countOrder(payout(state as PayoutState), at).kind)).toEqual(['known', 'known', 'known'])
    expect(isNothingUnderWay(payout('created', { orderedAt: null }), at)).toBe(true)
  })
})

describe('bounds', () => {
  it.each([0, 1, 5, 30, 600, 1_439])('after %d minutes asks again within ten', (minutes) => {
    const now = at.add({ minutes })
    const waitMinutes = (nextAsk(at, now).epochMilliseconds - now.epochMilliseconds) / 60_000
    expect(waitMinutes).toBeGreaterThanOrEqual(1)
    expect(waitMinutes).toBeLessThanOrEqual(10)
  })

  it.each([
    [1, true],
    [2_000_000_000, true],
    [0, false],
    [-1, false],
    [0.5, false],
    [2_000_000_001, false],
    [Number.NaN, false],
  ])('%p fen can move: %p', (amount, expected) => expect(isPayable(amount)).toBe(expected))
})
