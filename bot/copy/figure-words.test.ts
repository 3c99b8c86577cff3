import { describe, expect, it } from '@jest/globals'
import { METRIC_COPY } from '@linggong/api/core/statistics/catalogue-copy.ts'
import { type FigureQuestion, readFigureQuestion } from './figure-words.ts'

const short = (question: FigureQuestion | undefined): string | undefined => {
  if (question === undefined || question.kind === 'alerts') return question?.kind
  const { metrics, by, daysAgo, byTownship } = question
  return [
    metrics.length > 3 ? 'all' : metrics.join('+'),
    by,
    ...(daysAgo ? [`-${daysAgo}`] : []),
    ...(byTownship ? ['townships'] : []),
  ].join(' ')
}

describe('what an official asks for', () => {
  it.each([
    ['今天统计', 'all day'],
    ['统计', 'all day'],
    ['昨天统计', 'all day -1'],
    ['本月统计', 'all month'],
    ['今年的数据', 'all year'],
    ['本月保险覆盖率', 'insurance_coverage month'],
    ['保险覆盖率', 'insurance_coverage month'],
    ['覆盖率是多少？', 'insurance_coverage month'],
    ['今天参保率', 'insurance_coverage day'],
    ['各村注册数', 'workers_total day townships'],
    ['各乡镇的注册数', 'workers_total day townships'],
    ['本月各乡镇注册数', 'workers_new month townships'],
    ['各乡镇今天成交', 'orders_completed day townships'],
    ['欠薪', 'wage_arrears+wage_arrears_seats day'],
    ['欠薪情况', 'wage_arrears+wage_arrears_seats day'],
    ['查一下本季度成交金额', 'amount_settled quarter'],
    ['看看昨天成交多少', 'orders_completed day -1'],
    ['本周用工主体', 'employers_active week'],
    ['本月投诉', 'complaints_per_1000 month'],
    ['今天 统计。', 'all day'],
    ['预警', 'alerts'],
    ['有什么预警吗', 'alerts'],
  ])('%s', (text, asked) => {
    expect(short(readFigureQuestion(text))).toBe(asked)
  })

  it.each(Object.entries(METRIC_COPY))('%s by its own name', (id, { name }) => {
    expect(short(readFigureQuestion(name))).toMatch(new RegExp(`^${id}(\\+| )`))
    expect(
      short(readFigureQuestion(`今年${name}`))
        ?.split(' ')
        .at(-1),
    ).toBe('year')
  })

  it.each([
    '老板欠薪不给',
    '欠我工钱',
    '我要注册',
    '注册一下',
    '今天有活吗',
    '今天',
    '各乡镇',
    '明天统计',
    '统计局招人',
    '买保险',
    '我的保险',
    '保险怎么买',
    '投诉老板',
    '我要报名培训',
    '',
    '?',
  ])('%s is something else', (text) => {
    expect(readFigureQuestion(text)).toBeUndefined()
  })
})
