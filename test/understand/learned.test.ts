import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Clause, freeClauses } from '@linggong/bot/understand/learned/clauses.ts'
import { postShape } from '@linggong/bot/understand/learned/post-model.ts'
import { settledPlace } from '@linggong/bot/understand/learned/settle-place.ts'
import { guessedTrade, settledTrade } from '@linggong/bot/understand/learned/settle-trade.ts'
import { nothingTaken } from '@linggong/bot/understand/post/taken.ts'
import { createTradeFinder } from '@linggong/bot/understand/post/trade.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { placeFiles, wordFiles } from './learned-files.ts'

/** What the formatter makes of a file stays out of the comparison. */
const words = (text: string): string => text.replaceAll(/[\s,;"']/g, '')

describe('what labelled lines teach', () => {
  it('is what the committed tables say (`npm run understand:learn` makes them again)', async () => {
    for (const [name, text] of Object.entries({ ...wordFiles(), ...(await placeFiles()) })) {
      const committed = readFileSync(new URL(`../../bot/understand/learned/${name}`, import.meta.url), 'utf8')
      expect([name, words(committed) === words(text)]).toEqual([name, true])
    }
  })

  const finder = createTradeFinder({ trades: TRADES, townships: [], landmarks: [] })
  it.each([
    ['吊车来了 帮忙卸一下板房材料 四个人', '装卸'],
    ['仓库要人把肥料卸下来', '装卸'],
    ['酒店客房打扫卫生', '保洁'],
    ['果园里喷农药', '农活'],
  ])('settles which of its trades %s is about', (text, trade) => {
    expect(settledTrade(text, finder.all(text))?.trade).toBe(trade)
  })

  it('settles nothing where the rules name one trade or none', () => {
    const text = '招电焊工两名'
    expect(settledTrade(text, finder.all(text))?.words).toBe('电焊工')
    expect(settledTrade('明天再说', [])).toBeUndefined()
  })

  it('guesses a trade only where one fits best', () => {
    expect(guessedTrade('把楼上的旧柜子背下来')).toBe('搬运')
    expect(guessedTrade('')).toBeUndefined()
  })

  const clausesOf = (text: string): readonly Clause[] => freeClauses({ text, taken: nothingTaken(text), cover: [] })
  it('finds the clause that looks like a place, also where a rule took another for it', () => {
    const text = '刮大白 手脚要快 三元城关'
    const clauses = clausesOf(text)
    expect(clauses.map(({ start, end }) => text.slice(start, end))).toEqual(['刮大白', '手脚要快', '三元城关'])
    expect(settledPlace(text, clauses, undefined)).toMatchObject({ start: 9, end: 13 })
    expect(settledPlace(text, clauses, { start: 4, end: 8 })).toMatchObject({ start: 9, end: 13 })
    expect(settledPlace('手脚要快', clausesOf('手脚要快'), undefined)).toBeUndefined()
  })

  it.each([
    ['水管工 换主管道 小区停水等着修 速来 500元以内都好说 日照花园', true],
    ['会所开业招服务生 底薪3500加提成 包吃住 华山路', true],
    ['今天晚上吃什么', false],
    ['钱什么时候到', false],
    ['我想学电工', false],
  ])('knows the shape of a post: %s', (text, shaped) => {
    expect(postShape(text) > 6).toBe(shaped)
  })
})
