import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../core/limit.ts'
import { keepMessages, sealedMessages } from './keep-messages.ts'
import { messages } from './message.collection.ts'
import { aChat, county, MORNING } from './testing/a-chat.ts'

interface Line {
  readonly account: string
  readonly id: string
  readonly text: string
}

const line = (id: string, about: Partial<Line> = {}): Line => ({ account: 'wx1', id, text: '我叫廖大山 350428199001011234', ...about })

function anInbox(chat = aChat()) {
  const open = (over: Partial<Parameters<typeof keepMessages<Line>>[1]> = {}) =>
    keepMessages<Line>(chat, { freeze: (message) => JSON.stringify(message), thaw: (text) => JSON.parse(text), ...over })
  const stored = async () => (await chat.store.find(messages, { index: 'state', county, limit: LIMIT.pageSize })).docs
  return { ...chat, ...open(), open, stored }
}

describe('a chat line', () => {
  it('is taken on once, whatever the channel repeats', async () => {
    const { receive, finish, stored } = anInbox()
    expect(await receive(line('m1'))).toBe('handle')
    await finish(line('m1'))
    expect([await receive(line('m1')), await receive(line('m1', { text: '别的' }))]).toEqual(['known', 'known'])
    expect(await stored()).toHaveLength(1)
  })

  it('that a crash left unanswered is taken on again', async () => {
    const { receive, open } = anInbox()
    await receive(line('m1'))
    expect(await open().receive(line('m1'))).toBe('handle')
  })

  it('is another one on another account', async () => {
    const { receive, finish } = anInbox()
    await receive(line('m1'))
    await finish(line('m1'))
    expect(await receive(line('m1', { account: 'wx2' }))).toBe('handle')
  })

  it('never mixes up account and id', async () => {
    const { receive, stored } = anInbox()
    await receive(line('b/c', { account: 'a' }))
    await receive(line('c', { account: 'a/b' }))
    expect(await stored()).toHaveLength(2)
  })

  it('stands sealed until it is answered, and then not at all', async () => {
    const { receive, finish, stored } = anInbox()
    await receive(line('m1'))
    const [kept] = await stored()
    expect(kept).toMatchObject({ state: 'received', sealed: expect.stringMatching(/^v1\./) })
    expect(JSON.stringify(kept)).not.toMatch(/廖|350428199001011234|m1|wx1/)
    await finish(line('m1'))
    expect(await stored()).toMatchObject([{ state: 'answered', sealed: null, version: 2 }])
  })

  it('is answered also where it was sealed again meanwhile', async () => {
    const { receive, finish, stored, store, vault } = anInbox()
    await receive(line('m1'))
    const reseal: typeof vault.reseal = (place, envelope) => vault.seal(place, vault.open(place, envelope))
    await sealedMessages.pass({ store, county, vault: { ...vault, reseal }, onPage: () => undefined })
    expect(await stored()).toMatchObject([{ state: 'received', version: 2 }])
    await finish(line('m1'))
    expect(await stored()).toMatchObject([{ state: 'answered', sealed: null, version: 3 }])
  })

  it('answered by another process meanwhile stays answered', async () => {
    const { receive, finish, open, stored } = anInbox()
    await receive(line('m1'))
    await Promise.all([finish(line('m1')), open().finish(line('m1'))])
    expect(await stored()).toMatchObject([{ state: 'answered', version: 2 }])
  })
})

describe('what is unfinished', () => {
  it('comes back as it was, the oldest first', async () => {
    const { receive, finish, unfinished, pass } = anInbox()
    for (const id of ['m3', 'm1', 'm2']) {
      await receive(line(id))
      pass({ seconds: 1 })
    }
    await finish(line('m1'))
    expect(await unfinished()).toEqual([line('m3'), line('m2')])
  })

  it('is left alone once nobody would act on it any more, however much of it there is', async () => {
    const { receive, unfinished, pass } = anInbox()
    for (let n = 0; n <= LIMIT.pageSize; n += 1) await receive(line(`old-${n}`))
    pass({ minutes: LIMIT.commandAgeMinutes })
    await receive(line('new'))
    expect(await unfinished()).toHaveLength(LIMIT.pageSize)
    pass({ seconds: 1 })
    expect(await unfinished()).toEqual([line('new')])
  })
})

it('the clock of the test is the clock of the inbox', async () => {
  const { receive, stored } = anInbox()
  await receive(line('m1'))
  expect((await stored())[0]?.at).toEqual(MORNING)
})
