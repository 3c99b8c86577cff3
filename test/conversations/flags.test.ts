import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { aToldCounty, type ToldCounty } from './kit/told-county.ts'

let county: ToldCounty
beforeEach(async () => {
  county = await aToldCounty()
})
afterEach(() => county.stop())

const flags = () =>
  county
    .stored('staffTasks')
    .map((json) => JSON.parse(json))
    .filter(({ kind }) => kind === 'flagged-line')
    .map(({ facts: { sign, person, room, day } }) => ({ sign, known: person !== 'unregistered', room, day }))

const TODAY = '2026-11-23'

describe('what the hall is asked to look at', () => {
  it.each([
    ['发活 明早7点 搬家 2人 200 古镛镇 15岁也要', 'under-age'],
    ['发活 明早7点 搬家 2人 200 古镛镇 先交200押金', 'deposit'],
    ['发活 明早7点 搬家 2人 200 古镛镇 要交服装费', 'fee'],
    ['刷单 加V看片 高薪保录', 'fraud'],
  ])('%s', async (text, sign) => {
    const [answer] = await county.say({ from: 'cai', text })
    expect(answer?.text).toMatch(/不能|发不了/)
    expect(flags()).toEqual([{ sign, known: true, room: 'private', day: TODAY }])
  })

  it('a lure in a group is answered by nobody, whoever says it', async () => {
    expect(await county.say({ from: 'wang', text: '刷单 加V看片 高薪保录', group: true })).toEqual([])
    expect(await county.say({ from: 'cai', text: '在家兼职打字员 日入过千 加v', group: true })).toEqual([])
    expect(flags()).toEqual(
      expect.arrayContaining([
        { sign: 'fraud', known: false, room: 'market', day: TODAY },
        { sign: 'fraud', known: true, room: 'market', day: TODAY },
      ]),
    )
  })

  it('is one thing a day, however often it is said', async () => {
    for (const text of ['刷单 加V看片 高薪保录', '高薪保录 刷单 日入过千', '刷单 加V看片 高薪保录'])
      await county.say({ from: 'stranger', text, group: true })
    expect(flags()).toHaveLength(1)
    await county.moveTo(Temporal.Instant.from('2026-11-24T08:00:00+08:00'))
    await county.say({ from: 'stranger', text: '刷单 加V看片 高薪保录', group: true })
    expect(
      flags()
        .map(({ day }) => day)
        .toSorted(),
    ).toEqual([TODAY, '2026-11-24'])
  })

  it('keeps none of the words', async () => {
    await county.say({ from: 'stranger', text: '刷单 加V看片 高薪保录 13900000000', group: true })
    expect(flags()).toHaveLength(1)
    expect(county.stored('staffTasks').join()).not.toMatch(/刷单|13900000000|stranger/)
  })

  it.each(['大家早上好', '卖土鸡蛋，加微信', '中午去哪吃', '昨天那个老板还押我200押金', '抢红包啦', '明天要5个摘茶叶 180'])(
    'is not talk: %s',
    async (text) => {
      await county.say({ from: 'wang', text, group: true })
      expect(flags()).toEqual([])
    },
  )
})
