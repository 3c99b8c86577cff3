import { describe, expect, it } from '@jest/globals'
import {
  agreesTo,
  asksWhy,
  isAnswer,
  isBareNumber,
  isNoName,
  isPlainConfirmation,
  isPlainWords,
  isToOther,
  namesDay,
  readBareCode,
  readBindingCode,
  readCode,
  readCorrection,
  readNote,
  readOtherAmount,
  readPayoutAmount,
  readPick,
  readRemoval,
  readRole,
  readStaffCode,
} from './answers.ts'

describe('a set answer', () => {
  it.each([
    ['agree', '好'],
    ['agree', '同意。'],
    ['agree', ' OK! '],
    ['agree', '对对对'.slice(0, 1)],
    ['drop', '算了'],
    ['dropPost', '不发了。'],
    ['agree', '对，没问题'],
    ['agree', '好啊'],
    ['drop', '算了，不要了'],
    ['want', '我要去！'],
    ['restart', '重来！'],
    ['wrong', '不对，改一下'],
    ['help', '？'],
    ['greeting', '你好～'.normalize('NFKC')],
  ] as const)('%s: %s', (kind, text) => {
    expect(isAnswer(kind, text)).toBe(true)
  })

  it('may be made of two kinds', () => {
    expect(isAnswer(['agree', 'publish'], '对，发吧')).toBe(true)
    expect(isAnswer('agree', '对，发吧')).toBe(false)
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
  ['不是180，是190', '190'],
  ['不是3个人是5个人', '5个人'],
  ['不是早上，是下午2点。', '下午2点'],
  ['不是', undefined],
  ['是190', undefined],
])('the right value in %j is %p', (text, right) => {
  expect(readCorrection(text)).toBe(right)
})

it.each([
  ['不要包午饭', '包午饭'],
  ['去掉包住', '包住'],
  ['包午饭', undefined],
])('what %j leaves out is %p', (text, left) => {
  expect(readRemoval(text)).toBe(left)
})

it.each([
  ['搬办公桌，三楼没电梯', true],
  ['县政府对面3号楼201', true],
  ['加微信abc', false],
  ['点 http://x.example 领红包', false],
  ['ＷＷＷ．x.example', false],
  ['找老王 138 0000 0001', false],
  ['扫码进群', false],
])('%j may stand before the group: %p', (text, isPlain) => {
  expect(isPlainWords(text)).toBe(isPlain)
})

it.each([
  ['hand-back', '确认退', true],
  ['cancel-job', '撤吧', true],
  ['insure-job', '买', true],
  ['confirm-work', '付', true],
  ['insure-job', '撤', false],
  ['confirm-work', '买', false],
] as const)('to %s agrees %s: %p', (action, text, agrees) => {
  expect(agreesTo(action, text)).toBe(agrees)
})

it.each([
  ['明天下午3点', true],
  ['11月25号早上', true],
  ['早上7点', false],
  ['下午两点半', false],
])('%j names the day: %p', (text, names) => {
  expect(namesDay(text)).toBe(names)
})

it.each([
  ['确认完工10241', true],
  ['验收合格', true],
  ['干得不错', false],
  ['搞定了', false],
])('%j pays by itself: %p', (text, pays) => {
  expect(isPlainConfirmation(text)).toBe(pays)
})

it.each([
  ['干啥要身份证', true],
  ['安全吗', true],
  ['廖大山', false],
])('%j asks why: %p', (text, asks) => {
  expect(asksWhy(text)).toBe(asks)
})

it.each([
  ['后天开始干一个星期', true],
  ['阿卜杜拉·买买提', false],
  ['为什么要', true],
  ['不告诉你', true],
  ['发布', true],
  ['你好。', true],
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

describe('how much is to be taken out', () => {
  it.each([
    ['提现', undefined, 'all'],
    ['把钱都提出来', undefined, 'all'],
    ['提现300', 30_000, 30_000],
    ['取三百', 30_000, 30_000],
    ['提现99.5', 9_950, 9_950],
    ['提现０元', undefined, 0],
    ['提现0.5', undefined, 50],
    ['提现-1', undefined, 'unclear'],
    ['提现0.001元', 0, 'unclear'],
    ['提现1e21', 2_100, 'unclear'],
    ['提现9007199254740992', undefined, 'unclear'],
    ['提现11月的钱', undefined, 'unclear'],
    ['提现100或200', 10_000, 'unclear'],
    ['取百把块', undefined, 'unclear'],
  ] as const)('%s', (text, read, amount) => expect(readPayoutAmount(text, read)).toBe(amount))

  it.each([
    ['200', 20_000],
    ['200元', 20_000],
    ['２００块。', 20_000],
    ['全部', 'all'],
    ['都提了', 'all'],
    ['确认', undefined],
    ['-1', undefined],
    ['两百', undefined],
    ['找活', undefined],
  ] as const)('or said instead: %s', (text, amount) => expect(readOtherAmount(text)).toBe(amount))
})

it.each([
  ['绑定 12345678', '12345678'],
  ['绑定１２３４ ５６７８', '12345678'],
  ['绑定码是：1234-5678。', '12345678'],
  ['我的绑定码12345678', '12345678'],
  ['绑定幺二三四五六七八', '12345678'],
  ['绑 123456', '123456'],
  ['绑定 12345', undefined],
  ['绑定 123456789', undefined],
  ['绑定收款微信', undefined],
  ['工作号12345678', undefined],
  ['12345678', undefined],
])('%j is the binding code %p', (text, code) => {
  expect(readBindingCode(text)).toBe(code)
})

it.each([
  ['工作号 12345678', '12345678'],
  ['绑定工作号：1234 5678', '12345678'],
  ['工作账号12345678', '12345678'],
  ['工作号 123456', undefined],
  ['绑定 12345678', undefined],
])('%j is the code of a colleague %p', (text, code) => {
  expect(readStaffCode(text)).toBe(code)
})

it.each([
  ['1234 5678', '12345678'],
  ['１２３４５６７８', '12345678'],
  ['一二三四五六七八', '12345678'],
  ['13800000012', undefined],
  ['10244', undefined],
])('%j alone is the code %p', (text, code) => {
  expect(readBareCode(text)).toBe(code)
})
