import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../core/limit.ts'
import { forgetChat } from './forget-chat.ts'
import { keepMessages } from './keep-messages.ts'
import { keepSessions } from './keep-sessions.ts'
import { messages } from './message.collection.ts'
import { aChat, county } from './testing/a-chat.ts'

const aMoment = { milliseconds: 1 }
const line = (id: string) => ({ account: 'wx1', id })

function aRoom() {
  const chat = aChat()
  const inbox = keepMessages(chat, { freeze: ({ id }) => id, thaw: line })
  const left = async (state: 'received' | 'answered') => chat.store.count(messages, { index: 'state', county, equals: { state } })
  return { ...chat, ...inbox, sessions: keepSessions<object>(chat), left, forget: () => forgetChat(chat) }
}

describe('an answered line', () => {
  it('is known for days, because channels repeat, and then forgotten', async () => {
    const { receive, finish, forget, pass, left } = aRoom()
    await receive(line('m1'))
    await finish(line('m1'))
    pass({ hours: LIMIT.messageKeptHours })
    await forget()
    expect([await left('answered'), await receive(line('m1'))]).toEqual([1, 'known'])
    pass(aMoment)
    await forget()
    expect(await left('answered')).toBe(0)
  })

  it('goes with no more than a page of others at a time', async () => {
    const { receive, finish, forget, pass, left } = aRoom()
    for (let n = 0; n <= LIMIT.pageSize; n += 1) {
      await receive(line(`m${n}`))
      await finish(line(`m${n}`))
    }
    pass({ hours: LIMIT.messageKeptHours + 1 })
    await forget()
    expect(await left('answered')).toBe(1)
    await forget()
    expect(await left('answered')).toBe(0)
  })
})

it('a line nobody ever answered goes as well, with its words', async () => {
  const { receive, forget, pass, left } = aRoom()
  await receive(line('m1'))
  pass({ hours: LIMIT.messageKeptHours })
  await forget()
  expect(await left('received')).toBe(1)
  pass(aMoment)
  await forget()
  expect(await left('received')).toBe(0)
})

it('a conversation is forgotten a day after its last line', async () => {
  const { sessions, forget, pass } = aRoom()
  await sessions.save('wx1/li', { n: 1 })
  pass({ hours: LIMIT.sessionKeptHours })
  await sessions.save('wx1/chen', { n: 2 })
  await forget()
  expect(await sessions.load('wx1/li')).toEqual({ n: 1 })
  pass(aMoment)
  await forget()
  expect([await sessions.load('wx1/li'), await sessions.load('wx1/chen')]).toEqual([undefined, { n: 2 }])
  await sessions.save('wx1/li', { n: 3 })
  expect(await sessions.load('wx1/li')).toEqual({ n: 3 })
})

it('where nothing is old nothing is written', async () => {
  const { receive, sessions, forget, store } = aRoom()
  await receive(line('m1'))
  await sessions.save('wx1/li', {})
  store.reset()
  await forget()
  expect(store.counts().writes).toBe(0)
})
