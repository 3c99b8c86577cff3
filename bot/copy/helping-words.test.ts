import { describe, expect, it } from '@jest/globals'
import { readForWhom, readHelperCode, readSecretOfHelper, readStop, readSwitch, registersElder } from './helping-words.ts'

const BA = { person: 'p1', called: '爸' }
const LI = { person: 'p2', called: '老李' }

describe('for whom a line is', () => {
  it.each([
    ['帮爸抢10244', [BA], '抢10244'],
    ['帮我爸抢10244', [BA], '抢10244'],
    ['替老李 收工', [LI], '收工'],
    ['帮爸爸抢10244', [BA], '抢10244'],
    ['帮妈抢10244', [], '抢10244'],
    ['帮他抢10244', [], '抢10244'],
    ['帮家人抢10244', [], '抢10244'],
  ])('%s', (text, whom, rest) => {
    const read = readForWhom(text, [BA, LI])
    expect([read?.whom.map(({ person }) => person), read?.rest]).toEqual([whom.map(({ person }) => person), rest])
  })

  it.each(['抢10244', '帮忙', '帮助', '帮我找活', '帮工一天200', '帮厨要3个人'])('%s is for nobody else', (text) =>
    expect(readForWhom(text, [BA, LI])).toBeUndefined(),
  )

  it('is not clear where two are called alike', () => {
    expect(readForWhom('帮爸抢10244', [BA, { person: 'p3', called: '爸' }])?.whom).toHaveLength(2)
  })
})

it.each([
  ['帮我爸 12345678', { code: '12345678', called: '爸' }],
  ['帮老李 12345678', { code: '12345678', called: '老李' }],
  ['帮家人 １２３４５６７８', { code: '12345678', called: '长辈' }],
  ['帮我公公12345678', { code: '12345678', called: '公公' }],
  ['帮爸抢10244', undefined],
  ['12345678', undefined],
])('%s is the code of a helper: %j', (text, code) => expect(readHelperCode(text)).toEqual(code))

it.each([
  ['帮我爸 12345678', '12345678'],
  ['帮家人 １２３４５６７８', '12345678'],
  ['帮我爸抢10244411', undefined],
  ['帮我爸 123456', undefined],
  ['大家帮忙看看', undefined],
])('%s, said in a group, is a secret that is out: %s', (text, code) => expect(readSecretOfHelper(text)).toBe(code))

it.each([
  ['现在帮老李', '老李'],
  ['现在帮我爸', '爸'],
  ['现在找活', undefined],
])('%s turns to %s', (text, whom) => expect(readSwitch(text)).toBe(whom))

it.each([
  ['不帮了', 'self'],
  ['不帮老李了', '老李'],
  ['以后不帮我爸了', '爸'],
  ['不干了', undefined],
])('%s stops: %s', (text, whom) => expect(readStop(text)).toBe(whom))

it.each([
  ['给我爸注册 他不会用微信', true],
  ['帮我妈妈登记', true],
  ['注册', false],
  ['给我注册', false],
  ['爸注册', false],
])('%s registers somebody of his own: %s', (text, isElder) => expect(registersElder(text)).toBe(isElder))
