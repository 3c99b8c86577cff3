import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { aToldCounty, type ToldCounty } from './kit/told-county.ts'

let county: ToldCounty
const start = async (): Promise<void> => {
  county = await aToldCounty()
}
const stop = (): Promise<void> => county.stop()

/** Where a test changes something, each has a county of its own. */
function afresh(): void {
  beforeEach(start)
  afterEach(stop)
}

/** Where nothing may change, one county does for all. */
function together(): void {
  beforeAll(start)
  afterAll(stop)
}

const textsTo = (told: Awaited<ReturnType<ToldCounty['say']>>, to: string): readonly string[] =>
  told.filter((said) => said.to === to).map(({ text }) => text)

const takesOf = (number: string) =>
  county
    .stored('jobs')
    .map((json) => JSON.parse(json))
    .find((job) => job.number === number).takes

describe('who speaks', () => {
  afresh()
  it.each(['廖大山', '系统通知', '零工小助手', '机器人', '=HYPERLINK("x")'])('is the contact, not a name: %s', async (name) => {
    const told = await county.say({ from: 'stranger', name, text: '我的信息' })
    expect(told).toEqual([{ to: 'stranger', text: '你还没登记。回「注册」，一分钟就好。' }])
    const seat = await county.say({ from: 'stranger', name, group: true, text: '退单10244' })
    expect(seat).toEqual([{ to: 'stranger', text: '你还没登记。回「注册」，一分钟就好。' }])
  })

  it('has to register again under a new contact with everything the same, and the old one is told', async () => {
    for (const text of ['注册', '1', '廖大山', '350428197403129977', '19900000009']) await county.say({ from: 'liao-3', text })
    const refused = await county.say({ from: 'liao-3', text: '同意' })
    expect(refused).toEqual([{ to: 'liao-3', text: '这个身份证号登记过了。换了微信请回「人工」。' }])
    for (const text of ['注册', '1', '廖大山', '350428197403129977', '19900000001']) await county.say({ from: 'liao-2', text })
    const told = await county.say({ from: 'liao-2', text: '同意' })
    expect(told.map(({ to, text }) => [to, text?.slice(0, 20)])).toEqual([
      ['liao-2', expect.stringContaining('登记好了')],
      ['liao-2', expect.stringContaining('哪个乡镇')],
      ['liao', expect.stringContaining('有一个新的微信用你的身份绑定了')],
    ])
    expect(county.stored('people')).toHaveLength(5)
  })

  it('is held to a man’s patience', async () => {
    const told = []
    for (let line = 0; line < 100; line += 1) told.push(...(await county.say({ from: 'liao', text: '抢10244', group: true })))
    expect(takesOf('10244')).toHaveLength(3)
    expect(textsTo(told, 'liao').filter((text) => text.startsWith('抢到了'))).toHaveLength(1)
    expect(textsTo(told, 'liao').filter((text) => text === '发太快了，歇一下再发。')).toHaveLength(1)
    expect(textsTo(told, 'liao').length).toBeLessThanOrEqual(61)
    await county.moveTo(county.clock.now().add({ seconds: 11 }))
    expect(await county.say({ from: 'liao', text: '抢10244' })).toEqual([{ to: 'liao', text: '你已经抢到了，不用再抢。回「我的单」看。' }])
  })
})

describe('when it was said', () => {
  afresh()
  it('twice the same message has one effect and one answer', async () => {
    const first = await county.say({ from: 'liao', text: '抢10244', group: true, id: 'same' })
    expect(first).not.toEqual([])
    expect(await county.say({ from: 'liao', text: '抢10244', group: true, id: 'same' })).toEqual([])
    expect(await county.say({ from: 'liao', text: '撤销', id: 'same' })).toEqual([])
    expect(takesOf('10244')).toHaveLength(3)
  })

  it('ten minutes ago is too long ago: not done, not answered, not kept', async () => {
    const at = county.clock.now().subtract({ minutes: 10 })
    const heard = county.stored('messages').length
    expect(await county.say({ from: 'liao', text: '抢10244', group: true, at })).toEqual([])
    expect(await county.say({ from: 'liao', text: '抢10244', at })).toEqual([])
    expect(takesOf('10244')).toHaveLength(2)
    expect(county.stored('messages')).toHaveLength(heard)
  })

  it('years ahead is now', async () => {
    const at = county.clock.now().add({ hours: 24 * 3650 })
    expect(textsTo(await county.say({ from: 'liao', text: '抢10244', at }), 'liao')[0]).toContain('抢到了')
    expect(takesOf('10244').at(-1).takenAt).toBe(county.clock.now().toString({ smallestUnit: 'millisecond' }))
  })

  it('out of order is in the order it came', async () => {
    const now = county.clock.now()
    await county.say({ from: 'liao', text: '抢10244', at: now.subtract({ seconds: 1 }) })
    const told = await county.say({ from: 'liao', text: '撤销', at: now.subtract({ seconds: 30 }) })
    expect(textsTo(told, 'liao')).toEqual(['10244已撤销，不算你的。'])
  })
})

describe('a start code', () => {
  afresh()
  const LOCKED = '码错太多次，已锁住。回「人工」。'

  it('is not guessed: after five wrong ones not even the right one counts', async () => {
    const told = []
    for (const code of ['1111', '2222', '3333', '4444', '5555', '4821'])
      told.push(...(await county.say({ from: 'lin', text: `开工${code}` })))
    expect(textsTo(told, 'lin').at(-1)).toBe(LOCKED)
    expect(takesOf('10244')[0].state).toBe('taken')
  })

  it('is not guessed by grabbing anew', async () => {
    for (const code of ['1111', '2222', '3333', '4444']) await county.say({ from: 'lin', text: `开工${code}` })
    await county.say({ from: 'lin', text: '退单' })
    await county.say({ from: 'lin', text: '确认' })
    await county.say({ from: 'lin', text: '抢10244' })
    const told = await county.say({ from: 'lin', text: '开工5555' })
    expect(textsTo([...told, ...(await county.say({ from: 'lin', text: '开工4821' }))], 'lin').at(-1)).toBe(LOCKED)
  })

  it('starts nothing for whoever has no seat', async () => {
    const told = await county.say({ from: 'liao', text: '开工10244 4821' })
    expect(told).toEqual([{ to: 'liao', text: '你没接这个活。回「我的单」看看。' }])
    expect(takesOf('10244').map(({ state }: { state: string }) => state)).toEqual(['taken', 'taken'])
  })
})

describe('what is not one’s own', () => {
  together()
  it.each([
    ['撤单10244', '你没接这个活。回「我的单」看看。'],
    ['退单10244', '你没接这个活。回「我的单」看看。'],
    ['收工10244', '你没接这个活。回「我的单」看看。'],
    ['确认完工10244', '这个活不是你发的。回「我的单」看看。'],
  ])('%s is refused', async (text, answer) => {
    const before = county.stored('jobs')
    expect(await county.say({ from: 'liao', text })).toEqual([{ to: 'liao', text: answer }])
    expect(county.stored('jobs')).toEqual(before)
  })

  it('is not shown: a worker sees neither code nor colleagues', async () => {
    const [told] = await county.say({ from: 'lin', text: '看10244' })
    expect(told?.text).toContain('【10244】搬办公桌')
    expect(told?.text).not.toMatch(/4821|张|有福|199|3504/)
  })
})

describe('an ID number in the group', () => {
  together()
  const NUMBER = '350428196805060015'
  it.each([
    NUMBER,
    `我叫王建国 ${NUMBER} 13800000011`,
    '350428 19680506 0015',
    `注册 王建国 ${NUMBER}`,
    `@零工小助手 ${NUMBER}`,
    '３５０４２８１９６８０５０６００１５',
  ])('%s is neither registered nor repeated', async (text) => {
    const told = await county.say({ from: 'wang', text, group: true })
    expect(told).toEqual([{ to: 'wang', text: '你刚在群里发了身份证号，快撤回！登记在这里私聊发给我。' }])
    expect(county.stored('people')).toHaveLength(5)
    expect(county.stored('sessions')).toEqual([])
  })
})

/** What may stand in a registration only as letters. */
describe('a name that is none', () => {
  together()
  it.each([
    '=HYPERLINK("http://x.example")',
    '{{7*7}}',
    '<b>王</b>',

    '１２３',
    '@everyone',
    '王'.repeat(40),
    '😀😀',
    '\ud800王',
  ])('%j is asked for again', async (name) => {
    for (const text of ['算了', '注册', '1']) await county.say({ from: 'wang', text })
    const told = await county.say({ from: 'wang', text: name })
    expect(told).toEqual([{ to: 'wang', text: '姓名没看懂，请发身份证上的名字。' }])
    expect(county.stored('people')).toHaveLength(5)
  })
})
