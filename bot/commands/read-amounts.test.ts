import { describe, expect, it } from '@jest/globals'
import type { TakeView } from '@linggong/api/contract/job.contract.ts'
import { aTakeView } from '../copy/testing/sample-job.ts'
import { readAmounts } from './read-amounts.ts'

const seat = (take: string, workerName: string, payFen = 10_000): TakeView => aTakeView({ take, workerName, state: 'finished', payFen })
const WAITING = [seat('1', '廖*山'), seat('2', '陈*旺'), seat('3', '王*')]
const NUMERALS: Readonly<Record<string, number>> = { 三百: 300, 八十: 80 }
const amountOf = (words: string) => Math.round((NUMERALS[words] ?? Number(words)) * 100)
const read = (text: string) => readAmounts(text, WAITING, amountOf)
const short = (text: string) => {
  const said = read(text)
  return said?.kind === 'amounts' ? said.amounts.map(({ take, amountFen, reason }) => `${take} ${amountFen} ${reason}`.trim()) : said
}

describe('amounts by person', () => {
  it.each([
    ['10244 廖大山300 其他280', ['1 30000', '2 28000', '3 28000']],
    ['10244，廖大山300，其他人280', ['1 30000', '2 28000', '3 28000']],
    ['每人280', ['1 28000', '2 28000', '3 28000']],
    ['廖大山三百 其余八十', ['1 30000', '2 8000', '3 8000']],
    ['陈小旺80 迟到2小时', ['2 8000 迟到2小时']],
    ['陈小旺80元 迟到，还早退', ['2 8000 迟到，还早退']],
    ['扣陈小旺20 迟到', ['2 8000 迟到']],
    ['陈小旺扣20 打坏了东西', ['2 8000 打坏了东西']],
    ['老王加50', ['3 15000']],
    ['其他100 老王120', ['3 12000', '1 10000', '2 10000']],
    ['陈小旺99.5', ['2 9950']],
  ])('%s', (text, expected) => expect(short(text)).toEqual(expected))

  it.each([
    ['李四80', '李四'],
    ['老陈80 老赵90', '老赵'],
  ])('%s names somebody who does not wait', (text, name) => expect(read(text)).toEqual({ kind: 'who', name }))

  it('does not guess whom of two', () => {
    expect(readAmounts('老王80', [...WAITING, seat('4', '王*明')], amountOf)).toEqual({ kind: 'who', name: '老王' })
  })

  it.each(['好的', '确认', '迟到2小时', '10244', '', '什么意思'])('%p says no amounts', (text) => expect(read(text)).toBeUndefined())

  it('takes any text and never throws', () => {
    for (const text of ['𠮷'.repeat(500), '一'.repeat(500), '1'.repeat(500), `${'王'.repeat(500)}1`, '\ud800 1'])
      expect(() => read(text)).not.toThrow()
  })
})
