import { describe, expect, it } from '@jest/globals'
import { type OverviewFigure, toldFigure } from './told-figure.ts'

const METRIC = { id: 'orders_completed', unit: 'takes', collected: true } as const
const cell = (value: number | null, suppressed = false) => ({ value, suppressed })
const figure = (over: Partial<OverviewFigure>): OverviewFigure => ({ metric: METRIC, applies: true, now: cell(168), before: null, ...over })
const tell = (over: Partial<OverviewFigure>, isOpen = false) => {
  const { text, why, against, was, change } = toldFigure(figure(over), { by: 'month', isOpen })
  return [text === undefined ? why : text.number + text.unit, against, was, change?.words]
}

describe('a figure is told', () => {
  it.each([
    ['alone', {}, ['168笔', '', '', undefined]],
    ['with what it was', { before: { ...cell(160), basis: 'whole' as const } }, ['168笔', '上月', '160笔', '增5.0%']],
    ['at the end', { before: { ...cell(168), basis: 'end' as const } }, ['168笔', '上月末', '168笔', '持平']],
    ['as 0 where it is 0', { now: cell(0), before: { ...cell(2), basis: 'whole' as const } }, ['0笔', '上月', '2笔', '减100.0%']],
    ['from nothing', { before: { ...cell(0), basis: 'whole' as const } }, ['168笔', '上月', '0笔', '由0增']],
    ['never as 0 where it is not collected', { metric: { ...METRIC, collected: false }, now: null }, ['not-collected', '', '', undefined]],
    ['not for a trade that it has not', { applies: false, now: null }, ['not-by-trade', '', '', undefined]],
    ['as kept back', { now: cell(null, true), before: { ...cell(9), basis: 'whole' as const } }, ['suppressed', '上月', '9笔', undefined]],
    [
      'against what is kept back',
      { before: { ...cell(null, true), basis: 'whole' as const } },
      ['168笔', '上月', '不足5人不公布', undefined],
    ],
    ['as nothing where the denominator is empty', { now: cell(null) }, ['nothing', '', '', undefined]],
  ])('%s', (_how, over, told) => {
    expect(tell(over)).toEqual(told)
  })

  it('of a running period is held against as many days, never against a whole one', () => {
    expect(tell({ before: { ...cell(160), basis: 'same-days' } }, true)).toEqual(['168笔', '上月同期', '160笔', '增5.0%'])
    expect(tell({ before: { ...cell(160), basis: 'whole' } }, true)).toEqual(['168笔', '上月', '160笔', undefined])
  })
})
