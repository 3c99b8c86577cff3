import { describe, expect, it } from '@jest/globals'
import { readIdNumber } from '@linggong/api/core/person/id-number.ts'
import { readPhone } from '@linggong/api/core/person/phone.ts'
import { inWords, say } from '../../copy/sayings.ts'
import { madeUpAnswers } from './page/made-up.ts'
import { quickReplies } from './page/quick-replies.ts'
import { Store } from './page/store.ts'
import { timeAbove } from './page/times.ts'

describe('quick replies', () => {
  it.each([
    ['对的话回「发」，要改就说「改人数5」。', ['发', '改人数5']],
    ['你是哪一种？\n回1找活\n回2招人', ['1', '2']],
    ['想去就回“抢1024”', ['抢1024']],
    ['回「确认」就撤，再说一次：回「确认」', ['确认']],
    ['到了发「开工 4位数字」', []],
    ['改人数：「改人数…」', []],
    ['「这一句话太长了不像是一个回答」', []],
    ['回「1」回「2」回「3」回「4」回「5」回「6」', ['1', '2', '3', '4', '5']],
    ['你好', []],
    ['', []],
  ])('of %j', (text, replies) => {
    expect(quickReplies(text)).toEqual(replies)
  })
})

describe('made-up answers', () => {
  const asked = (kind: 'askIdNumber' | 'askPhone') => inWords(say(kind), Temporal.Instant.from('2026-11-23T12:00:00Z'))
  const answer = (text: string, chance: number) => madeUpAnswers(text, '老王', () => chance)[0] ?? ''

  it.each([0, 0.31, 0.5, 0.77, 0.999_999])('are right enough to register with, whatever chance gives: %d', (chance) => {
    const idNumber = answer(asked('askIdNumber'), chance)
    expect(readIdNumber(idNumber, Temporal.PlainDate.from('2026-11-23'))).toMatchObject({ ok: true, value: { idNumber } })
    const phone = answer(asked('askPhone'), chance)
    expect(readPhone(phone)).toEqual({ ok: true, value: phone })
  })

  it('are given to what is asked only', () => {
    expect(madeUpAnswers('好，登记找活。你叫什么名字？', '老王')).toEqual(['老王'])
    expect(madeUpAnswers('你刚在群里发了身份证号，快撤回！', '老王')).toEqual([])
    expect(madeUpAnswers('请核对：老*，3504**********0011，138****0000', '老王')).toEqual([])
  })
})

describe('the time above a line', () => {
  it.each([
    [undefined, '11月23日 07:30'],
    ['2026-11-22T23:29:00.000Z', undefined],
    ['2026-11-22T23:20:00.000Z', '07:30'],
    ['2026-11-21T23:29:00.000Z', '11月23日 07:30'],
  ])('after one at %s', (before, expected) => {
    expect(timeAbove('2026-11-22T23:30:00.000Z', before)).toBe(expected)
  })
})

describe('what the page knows', () => {
  const bot = { id: 'bot', name: '零工小助手' }
  const chen = { id: 'chen', name: '陈小旺' }
  const room = { id: 'g', name: '群', members: ['chen', 'bot'] }
  const said = (seq: number, where: object, from = 'bot') =>
    ({ seq, id: `m${seq}`, from, name: from, kind: 'text', text: '好', at: '', fromBot: from === 'bot', ...where }) as const
  const hello = (run: string, lines: ReturnType<typeof said>[]) =>
    ({ type: 'hello', run, bot, people: [chen], rooms: [room], lines }) as const

  it('counts what others said since the page was opened or the chat was read', () => {
    const store = new Store()
    expect(store.greet(hello('r1', [said(1, { room: 'g' })]))).toBe(true)
    expect(store.unread('chen', { room: 'g' })).toBe(0)
    store.add([said(2, { room: 'g' }), said(3, { room: 'g' }, 'chen'), said(4, { to: 'chen' })])
    expect([store.unread('chen', { room: 'g' }), store.unread('chen', { person: 'chen' })]).toEqual([1, 1])
    store.markRead('chen', { room: 'g' })
    expect([store.unread('chen', { room: 'g' }), store.unread('chen', { person: 'chen' })]).toEqual([0, 1])
  })

  it('keeps private chats apart and takes no line twice after a reconnection', () => {
    const store = new Store()
    store.greet(hello('r1', [said(1, { to: 'chen' }), said(2, { to: 'liao' })]))
    expect(store.greet(hello('r1', [said(1, { to: 'chen' }), said(3, { to: 'bot' }, 'chen')]))).toBe(false)
    expect(store.lines({ person: 'chen' }).map(({ seq }) => seq)).toEqual([1, 3])
  })

  it('forgets everything when the server began anew', () => {
    const store = new Store()
    store.greet(hello('r1', [said(9, { to: 'chen' })]))
    expect(store.greet(hello('r2', [said(1, { to: 'chen' })]))).toBe(true)
    expect(store.lines({ person: 'chen' }).map(({ seq }) => seq)).toEqual([1])
  })
})
