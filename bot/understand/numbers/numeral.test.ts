import { describe, expect, it } from '@jest/globals'
import { numeralAt } from './numeral.ts'

describe('a numeral', () => {
  it.each([
    ['一百八', 180],
    ['一百零八', 108],
    ['两百五', 250],
    ['两千五', 2500],
    ['一万二', 12_000],
    ['一千零二十四', 1024],
    ['一零二四', 1024],
    ['幺零二四', 1024],
    ['十五', 15],
    ['二十一', 21],
    ['俩', 2],
    ['仨', 3],
    ['3百', 300],
    ['3百5', 350],
    ['3k5', 3500],
    ['1万2', 12_000],
    ['1,200', 1200],
    ['12.5', 12.5],
  ])('%s is %d', (text, value) => {
    const found = numeralAt(text, 0)
    expect([found?.value, found?.high, found?.vague, found?.end]).toEqual([value, value, false, text.length])
  })

  it.each([
    ['三五个', 3, 5],
    ['七八个', 7, 8],
    ['两三百', 200, 300],
    ['三四十个', 30, 40],
    ['十五六个', 15, 16],
    ['五六千', 5000, 6000],
  ])('%s is a range', (text, low, high) => {
    const found = numeralAt(text, 0)
    expect([found?.value, found?.high]).toEqual([low, high])
  })

  it.each(['百把块', '十来个', '几个', '几百块', '十几人', '一百多块'])('%s is vague', (text) => {
    expect(numeralAt(text, 0)?.vague).toBe(true)
  })

  it.each([
    ['一百八一天', 180, '一百八'],
    ['两百五一个月', 250, '两百五'],
    ['三百一一天', 310, '三百一'],
    ['一百一天', 100, '一百'],
    ['十一天', 11, '十一'],
    ['3k5一个月', 3500, '3k5'],
  ])('%s leaves the 一 of its measure alone', (text, value, words) => {
    const found = numeralAt(text, 0)
    expect([found?.value, text.slice(0, found?.end)]).toEqual([value, words])
  })

  it.each(['', '百货', '人', 'k5', '快'])('%j begins none', (text) => {
    expect(numeralAt(text, 0)).toBeUndefined()
  })
})
