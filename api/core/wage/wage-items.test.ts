import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addFen, fen, NO_FEN, subtractFen } from '../money.ts'
import { at, NOW } from '../testing/builders.ts'
import { type PayStory, wageItems } from './wage-items.ts'

type Deal = PayStory['deals'][number]
const deal = (kind: Deal['kind'], amount: number, reason = '', agreedAt = NOW): Deal => ({ kind, amountFen: fen(amount), reason, agreedAt })
const story = (payFen: number, deals: readonly Deal[] = [], about: Partial<PayStory> = {}): PayStory => ({
  termsFen: fen(20_000),
  deals,
  confirmedAt: NOW,
  payFen: fen(payFen),
  ...about,
})
const said = (pay: PayStory) => {
  const { earned, deducted } = wageItems(pay)
  return [...earned, ...deducted].map(({ kind, amountFen, reason }) => [kind, amountFen, reason])
}

describe('what pay is made of', () => {
  it.each<[string, PayStory, readonly (readonly [string, number, string])[]]>([
    ['as the terms say', story(20_000), [['work', 20_000, '']]],
    ['half a day for the rain', story(10_000, [deal('part-day', 10_000, '下雨')]), [['work', 10_000, '下雨']]],
    [
      'two hours more',
      story(25_000, [deal('overtime', 25_000, '多干2小时')]),
      [
        ['work', 20_000, ''],
        ['overtime', 5_000, '多干2小时'],
      ],
    ],
    [
      'a broken window',
      story(15_000, [deal('deduction', 15_000, '打碎玻璃')]),
      [
        ['work', 20_000, ''],
        ['deduction', 5_000, '打碎玻璃'],
      ],
    ],
    [
      'overtime, then a deduction',
      story(24_000, [deal('overtime', 25_000), deal('deduction', 24_000, '迟到')]),
      [
        ['work', 20_000, ''],
        ['overtime', 5_000, ''],
        ['deduction', 1_000, '迟到'],
      ],
    ],
    ['sent home after overtime had been agreed', story(8_000, [deal('overtime', 25_000), deal('part-day', 8_000)]), [['work', 8_000, '']]],
    ['all of it in cash', story(20_000, [deal('cash', 20_000)]), [['work', 20_000, '']]],
    [
      'a little more in cash',
      story(21_000, [deal('cash', 21_000)]),
      [
        ['work', 20_000, ''],
        ['extra', 1_000, ''],
      ],
    ],
    [
      'more than agreed, out of kindness',
      story(22_000),
      [
        ['work', 20_000, ''],
        ['extra', 2_000, ''],
      ],
    ],
    [
      'less, as staff decided',
      story(17_000),
      [
        ['work', 20_000, ''],
        ['deduction', 3_000, ''],
      ],
    ],
    [
      'cash for what was owed after the confirmation changes no pay',
      story(25_000, [deal('overtime', 25_000), deal('cash', 5_000, '', at('2026-11-24T08:00:00+08:00'))]),
      [
        ['work', 20_000, ''],
        ['overtime', 5_000, ''],
      ],
    ],
  ])('%s', (_what, pay, items) => {
    expect(said(pay)).toEqual(items)
  })

  it('always comes to what is paid, and every item is an amount', () => {
    const someDeal = fc
      .record({ kind: fc.constantFrom('part-day', 'deduction', 'overtime', 'cash'), amount: fc.integer({ min: 1, max: 50_000 }) })
      .map(({ kind, amount }) => deal(kind, amount))
    fc.assert(
      fc.property(fc.array(someDeal, { maxLength: 6 }), fc.nat(60_000), fc.nat(60_000), (deals, pay, terms) => {
        const { earned, deducted } = wageItems(story(pay, deals, { termsFen: fen(terms) }))
        const sum = (items: typeof earned) => addFen(NO_FEN, ...items.map(({ amountFen }) => amountFen))
        expect(subtractFen(sum(earned), sum(deducted))).toBe(pay)
        for (const { amountFen } of [...earned, ...deducted]) expect(amountFen).toBeGreaterThan(0)
      }),
    )
  })
})
