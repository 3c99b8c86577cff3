import { describe, expect, it } from '@jest/globals'
import { normalise } from '../normalise/normalise.ts'
import { lex } from '../words/lex.ts'
import { readPay } from './pay.ts'
import { nothingTaken } from './taken.ts'

const read = (written: string) => {
  const text = normalise(written)
  return readPay({ text, tokens: lex(text), taken: nothingTaken(text), trade: null, isTask: false, cover: [] })
}

describe('pay', () => {
  it.each([
    ['一百八一天', 180, 'day'],
    ['200快一天', 200, 'day'],
    ['200米一天', 200, 'day'],
    ['220圆', 220, 'day'],
    ['¥220', 220, 'day'],
    ['每人每天180', 180, 'day'],
    ['8小时150 超时一小时20', 150, 'day'],
    ['一天150+计件', 150, 'day'],
    ['200-250一天', 200, 'day'],
    ['两三百一天', 200, 'day'],
    ['15块一个钟头', 15, 'hour'],
    ['时薪16', 16, 'hour'],
    ['3k5一个月', 3500, 'month'],
    ['4000-5000/月', 4000, 'month'],
    ['计件一斤12元', 12, 'piece'],
    ['一斤五毛', 0.5, 'piece'],
    ['一个2分5', 0.02, 'piece'],
    ['一次性500', 500, 'job'],
    ['每人200红包', 200, 'job'],
    ['两人一组 200一天', 200, 'day'],
    ['换5块玻璃 给80', 80, 'day'],
    ['三块五一斤', 3.5, 'piece'],
    ['一百斤35块', 35, 'piece'],
    ['35一台 油补10', 35, 'piece'],
    ['来回280', 280, 'job'],
    ['800包干', 800, 'job'],
    ['半天80', 80, 'job'],
  ])('%s', (text, yuan, unit) => {
    expect(read(text).pay).toEqual({ amountFen: Math.round(yuan * 100), unit })
  })

  it.each(['先交200押金', '全勤奖200', '3楼12栋1203', '挖沟200米', '高温补贴10元'])('%s is none', (text) => {
    expect(read(text).pay).toBeNull()
  })

  it('百把块 is asked again', () => {
    expect(read('百把块找人通下水道')).toMatchObject({ pay: null, vague: true })
  })
})
