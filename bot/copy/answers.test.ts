import { describe, expect, it } from '@jest/globals'
import { isAnswer, isBareNumber, isNoName, isToOther, readCode, readNote, readPick, readRole } from './answers.ts'

describe('a set answer', () => {
  it.each([
    ['agree', '好'],
    ['agree', '同意。'],
    ['agree', ' OK! '],
    ['agree', '对对对'.slice(0, 1)],
    ['drop', '算了'],
    ['drop', '不发了。'],
    ['restart', '重来！'],
    ['wrong', '不对，改一下'],
    ['help', '？'],
    ['greeting', '你好～'.normalize('NFKC')],
  ] as const)('%s: %s', (kind, text) => {
    expect(isAnswer(kind, text)).toBe(true)
  })

  it.each(['好像不行', '不同意', '同意什么', '算了一下是200', ''])('is the whole line, so %j agrees to nothing', (text) => {
    expect(isAnswer('agree', text)).toBe(false)
  })
})

it.each([
  ['1', 'worker'],
  ['１', 'worker'],
  ['找活的', 'worker'],
  ['2', 'employer'],
  ['我要招人', 'employer'],
  ['注册 2', 'employer'],
  ['3', undefined],
  ['12', undefined],
  ['', undefined],
])('the role in %j is %p', (text, role) => {
  expect(readRole(text)).toBe(role)
})

it.each([
  ['4821', '4821'],
  ['４８２１', '4821'],
  ['四八二一', '4821'],
  ['四八 二一', '4821'],
  ['码是4821', '4821'],
  ['幺零〇九', '1009'],
  ['482', undefined],
  ['48211', undefined],
  ['一千', undefined],
  ['', undefined],
])('the code in %j is %p', (text, code) => {
  expect(readCode(text)).toBe(code)
})

it.each([
  ['1', true],
  ['+1', true],
  [' 10241 ', true],
  ['一', true],
  ['１２', true],
  ['抢1', false],
  ['1个', false],
  ['', false],
])('%j alone is a bare number: %p', (text, isBare) => {
  expect(isBareNumber(text)).toBe(isBare)
})

it.each([
  ['抢2', { option: 2, takes: true }],
  ['接第三个', { option: 3, takes: true }],
  ['我要抢第2个', { option: 2, takes: true }],
  ['第二个', { option: 2, takes: false }],
  ['看3', { option: 3, takes: false }],
  ['第５', { option: 5, takes: false }],
  ['抢2个', undefined],
  ['抢10241', undefined],
  ['2', undefined],
  ['抢', undefined],
  ['两个人', undefined],
])('%j picks %p', (text, picked) => {
  expect(readPick(text)).toEqual(picked)
})

it.each([
  ['备注：自带手套', '自带手套'],
  ['写上 管一顿饭', '管一顿饭'],
  ['要搬30公斤重物', '要搬30公斤重物'],
  ['改人数5', undefined],
  ['明天早上7点', undefined],
  ['一百斤米', undefined],
])('the note in %j is %p', (text, note) => {
  expect(readNote(text)).toBe(note)
})

it.each([
  ['为什么要', true],
  ['不告诉你', true],
  ['廖大山', false],
  ['欧阳娜娜', false],
])('%j is no name: %p', (text, isNone) => {
  expect(isNoName(text)).toBe(isNone)
})

it.each([
  ['@所有人 抢10241', true],
  ['＠老王 你来', true],
  ['抢10241 @老王', false],
])('%j is said to somebody else: %p', (text, isOther) => {
  expect(isToOther(text)).toBe(isOther)
})
