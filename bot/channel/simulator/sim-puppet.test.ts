import { afterEach, describe, expect, it } from '@jest/globals'
import { GROUP, PEOPLE, simulatedBot } from '../testing/served-simulator.ts'
import { until } from '../testing/until.ts'

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

let stop: () => Promise<void> = async () => undefined
afterEach(() => stop())

async function started(...given: Partial<Parameters<typeof simulatedBot>>) {
  const bot = await simulatedBot(given[0] ?? (() => undefined), given[1])
  stop = bot.stop
  return bot
}

describe('the simulator under the real wechaty', () => {
  it('carries a line to the bot and the answer back, with ids', async () => {
    const { simulator, heard } = await started(({ text }) => `收到${text}`)
    const { id } = await simulator.say({ from: 'chen', text: '找活' })
    await until(() => simulator.messages().length === 2)
    expect(heard).toMatchObject([{ id, account: 'acct', from: 'chen', name: '陈小旺', text: '找活', kind: 'text', mentioned: false }])
    expect(simulator.messages()).toMatchObject([
      { seq: 1, id, from: 'chen', to: 'linggong', text: '找活', fromBot: false },
      { seq: 2, to: 'chen', text: '收到找活', fromBot: true },
    ])
  })

  it('carries a picture to the bot in private, and none out of a group', async () => {
    const { simulator, heard } = await started()
    const shown = { from: 'chen', text: '照片', kind: 'picture', picture: PNG } as const
    await simulator.say(shown)
    await simulator.say({ ...shown, room: 'group' })
    await until(() => heard.length === 2)
    expect(heard).toMatchObject([
      { kind: 'picture', text: '', picture: { base64: Buffer.from(PNG).toString('base64') } },
      { room: 'group' },
    ])
    expect(heard[1]).not.toHaveProperty('picture')
  })

  it('gives the id of what was sent, and calls members by name', async () => {
    const { simulator, channel } = await started()
    const { id } = await channel.send({ to: { room: 'group', mention: ['liao'] }, text: '已满' })
    expect(simulator.messages()).toMatchObject([{ id, room: 'group', text: '@廖大山 已满', fromBot: true }])
  })

  it.each([
    ['@零工小助手\u2005抢1024', true, '抢1024'],
    ['@零工小助手抢1024', true, '抢1024'],
    ['＠小助 抢1024', true, '抢1024'],
    ['@所有人 抢1024', false, '@所有人 抢1024'],
    ['@廖大山 抢1024', false, '@廖大山 抢1024'],
    ['抢1024', false, '抢1024'],
  ])('lists who is called in %j', async (text, mentioned, rest) => {
    const { simulator, heard } = await started(undefined, { rooms: [{ ...GROUP, aliases: { linggong: '小助', chen: '小陈' } }] })
    await simulator.say({ from: 'chen', room: 'group', text })
    await until(() => heard.length === 1)
    expect(heard).toMatchObject([{ room: 'group', name: '陈小旺', mentioned, text: rest }])
    expect(simulator.messages()).toMatchObject([{ name: '小陈' }])
  })

  it('wraps a quote as WeChat does, by text or by message id', async () => {
    const { simulator, channel, heard } = await started()
    const { id } = await channel.send({ to: { room: 'group' }, text: '1024 搬办公桌' })
    await simulator.say({ from: 'chen', room: 'group', text: '我来', ...(id === undefined ? {} : { quote: id }) })
    await simulator.say({ from: 'chen', room: 'group', text: '我来', quote: '1025 摘橙子\n「三天」' })
    await until(() => heard.length === 2)
    expect(heard.map(({ quote, text }) => [quote, text])).toEqual([
      ['1024 搬办公桌', '我来'],
      ['1025 摘橙子\n「三天」', '我来'],
    ])
  })

  it('shows a picture with the words for it, and keeps its bytes', async () => {
    const { simulator, channel } = await started()
    const { id = '' } = await channel.send({ to: { contact: 'cai' }, picture: { name: 'qr.png', alt: '付款码', png: PNG } })
    expect(simulator.messages()).toEqual([
      expect.objectContaining({ id, kind: 'picture', text: '付款码', to: 'cai', fromBot: true, src: `/simulator/pictures/${id}` }),
    ])
    await channel.send({ to: { room: 'group' }, picture: { name: 'qr.png', alt: '付款码', png: PNG } })
    expect(simulator.messages(1)).toMatchObject([{ kind: 'picture', room: 'group' }])
  })

  it('delivers one id twice when it is said twice, and keeps it once', async () => {
    const { simulator, heard } = await started()
    const said = { from: 'chen', text: '抢1024', id: 'same' }
    await Promise.all([simulator.say(said), simulator.say(said)])
    await until(() => heard.length === 2)
    expect(heard.map(({ id }) => id)).toEqual(['same', 'same'])
    expect(simulator.messages()).toHaveLength(1)
    await expect(simulator.say({ ...said, text: '退单' })).rejects.toThrow('key-reused')
  })

  it.each([
    ['picture', 'picture'],
    ['voice', 'voice'],
    ['card', 'other'],
    ['file', 'other'],
  ] as const)('tells a %s from a text', async (kind, expected) => {
    const { simulator, heard } = await started()
    await simulator.say({ from: 'chen', text: '证书.jpg', kind })
    await until(() => heard.length === 1)
    expect(heard).toMatchObject([{ kind: expected, text: '' }])
  })

  it('tells what was taken back', async () => {
    const { simulator, heard } = await started()
    const { id } = await simulator.say({ from: 'chen', room: 'group', text: '抢1024' })
    await simulator.say({ from: 'chen', room: 'group', text: id, kind: 'recall' })
    await until(() => heard.length === 2)
    expect(heard[1]).toMatchObject({ kind: 'recall', text: '', quote: '抢1024' })
  })

  it('keeps the time a line was said at', async () => {
    const { simulator, heard } = await started()
    const at = Temporal.Instant.from('2026-11-23T07:25:00.123+08:00')
    await simulator.say({ from: 'chen', text: '找活', at })
    await until(() => heard.length === 1)
    expect(heard[0]?.at).toEqual(at)
  })

  it('keeps the order of a burst that comes before anything is loaded, in every conversation', async () => {
    const { simulator, heard } = await started(({ text }) => text)
    for (let n = 0; n < 1_000; n += 1) {
      const from = PEOPLE[n % 3]?.id ?? 'chen'
      void simulator.say({ from, text: String(n), ...(n % 2 === 0 ? { room: 'group' } : {}) })
    }
    await until(() => simulator.messages().length === 1_000 && heard.length === 1_000)
    const conversations = Map.groupBy(heard, ({ room, from }) => room ?? from)
    for (const lines of conversations.values()) {
      const numbers = lines.map(({ text }) => Number(text))
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    }
    expect(conversations.size).toBe(4)
  })

  it.each([
    ['half a million characters', '抢'.repeat(500_000)],
    ['half a million @', '@'.repeat(500_000)],
    ['NUL and control characters', '抢\u0000\u0007\u001b[31m1024'],
    ['a lone surrogate', '抢\ud8001024'],
    ['a right-to-left override', '\u202e4201抢'],
    ['zero-width characters', '抢\u200b1024'],
    ['an emoji family', '👨‍👩‍👧‍👦抢1024'],
    ['line breaks', '抢\r\n1024'],
    ['XML', '<msg><appmsg/></msg>'],
    ['a bare quote', '「」\n- - - -\n'],
  ])('carries %s through unharmed', async (_what, text) => {
    const { simulator, heard, log } = await started(() => '好')
    await simulator.say({ from: 'chen', room: 'group', text })
    await until(() => simulator.messages().some(({ fromBot }) => fromBot))
    expect(heard).toHaveLength(1)
    expect(simulator.messages()[0]?.text).toBe(text)
    expect(log.entries.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('lets somebody new into the group at once', async () => {
    const { simulator, heard } = await started()
    const person = simulator.addPerson('小张')
    await simulator.say({ from: person.id, room: 'group', text: '抢1024' })
    await until(() => heard.length === 1)
    expect(heard).toMatchObject([{ from: person.id, name: '小张', room: 'group' }])
  })

  it('keeps what is said while the bot is logged out, and tells it after the next login', async () => {
    const { simulator, channel, heard } = await started()
    await simulator.logout('kicked')
    await simulator.say({ from: 'chen', text: '有人吗' })
    await until(() => heard.length === 1)
    expect(heard).toMatchObject([{ text: '有人吗' }])
    expect(channel.health().ready).toBe(true)
  })

  it.each([
    [{ from: 'nobody', text: '找活' }, 'not-found'],
    [{ from: 'linggong', text: '找活' }, 'not-found'],
    [{ from: 'chen', room: 'nowhere', text: '找活' }, 'not-found'],
    [{ from: 'cai', room: 'workers', text: '找活' }, 'not-allowed'],
  ])('refuses %j', async (said, refusal) => {
    const { simulator } = await started(undefined, { rooms: [GROUP, { id: 'workers', name: '工友群', members: ['chen', 'liao'] }] })
    await expect(simulator.say(said)).rejects.toThrow(refusal)
    expect(simulator.messages()).toEqual([])
  })
})
