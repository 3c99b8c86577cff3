import { describe, expect, it } from '@jest/globals'
import { COUNTY } from './county.ts'

describe('the township of a place', () => {
  it.each([
    ['古镛镇', '古镛镇'],
    ['古镛', '古镛镇'],
    ['古镛附近', '古镛镇'],
    ['福建省三明市将乐县高唐镇', '高唐镇'],
    ['常口村', '高唐镇'],
    ['常口村果园', '高唐镇'],
    ['常口', '高唐镇'],
    ['县政府对面', '古镛镇'],
    ['东门菜市场', '古镛镇'],
    ['水南', '水南镇'],
    ['水南镇水南村', '水南镇'],
    [' 白莲　镇 ', '白莲镇'],
    ['大源乡肖坊村', '大源乡'],
  ])('%s lies in %s', (place, township) => expect(COUNTY.townshipOf(place)).toBe(township))

  it.each([
    ['水南村', 'there are two'],
    ['医院东门', 'a gate of something'],
    ['光明小区', 'a name that many places have'],
    ['万安路', 'a street'],
    ['高唐镇到万安镇', 'two townships'],
    ['泰宁县水南镇', 'another county'],
    ['积善小区', 'no village'],
    ['镇政府', 'any of them'],
    ['工业园区', 'unknown'],
    ['', 'nothing said'],
  ])('%s is not guessed: %s', (place) => expect(COUNTY.townshipOf(place)).toBe(''))
})

describe('a trade', () => {
  it.each([
    ['电焊', { riskClass: 4 }],
    ['采摘', { riskClass: 3 }],
    ['拆除', { riskClass: 5 }],
  ])('%s has its row', (name, row) => expect(COUNTY.tradeOf(name)).toEqual(row))

  it('that nobody knows counts as another one', () => expect(COUNTY.tradeOf('放羊')).toEqual(COUNTY.tradeOf('其他')))
})

it('no hour is paid less than the law asks', () => {
  expect(COUNTY.floorFenPerHour).toBe(1090)
  expect(COUNTY.floorFenPerHour * 8 * 21.75).toBeGreaterThanOrEqual(189_500)
})
