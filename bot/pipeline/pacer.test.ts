import { describe, expect, it } from '@jest/globals'
import type { Channel, Outgoing, Pace } from '../channel/port.ts'
import { createPacer, SEND_PATIENCE_MS } from './pacer.ts'
import { createFakeTime } from './testing/fake-time.ts'

const PACE: Pace = { accountGapMs: [1000, 3000], conversationGapMs: 3000, dailyCap: null }

interface Setting {
  readonly pace?: Partial<Pace>
  readonly chance?: number
  /** What the network does with a text; by itself it takes it at once. */
  readonly send?: (text: string) => Promise<void>
}

function aPacer({ pace = {}, chance = 0, send = async () => undefined }: Setting = {}) {
  const time = createFakeTime()
  const sent: string[] = []
  const channel = {
    capabilities: { groups: true, privateChats: true, initiates: true, cards: false, pictures: true, pace: { ...PACE, ...pace } },
    send: async ({ text = '(picture)' }: Outgoing) => {
      await send(text)
      sent.push(`${time.monotonicMs() / 1000}s ${text}`)
      return {}
    },
  } satisfies Pick<Channel, 'capabilities' | 'send'>
  const pacer = createPacer({ channel, ...time, chance: () => chance })
  const rejected: string[] = []
  const say = (contact: string, text: string, priority: 'answer' | 'notice' = 'answer'): void => {
    pacer.send({ to: { contact }, text }, priority).catch((error: Error) => rejected.push(`${text}: ${error.message}`))
  }
  return { pacer, time, sent, rejected, say }
}

describe('the gaps', () => {
  it('of the account stand between any two messages', async () => {
    const { say, time, sent } = aPacer()
    for (const name of ['a', 'b', 'c']) say(name, name)
    await time.pass(10_000)
    expect(sent).toEqual(['0s a', '1s b', '2s c'])
  })

  it('are drawn anew, never shorter and never longer than agreed', async () => {
    const { say, time, sent } = aPacer({ chance: 0.999 })
    for (const name of ['a', 'b']) say(name, name)
    await time.pass(10_000)
    expect(sent).toEqual(['0s a', '2.998s b'])
  })

  it('of a conversation stand between two messages to the same person', async () => {
    const { say, time, sent } = aPacer()
    say('a', 'a1')
    say('a', 'a2')
    say('b', 'b1')
    await time.pass(10_000)
    expect(sent).toEqual(['0s a1', '1s b1', '3s a2'])
  })

  it('do not make somebody new wait for somebody who rests', async () => {
    const { say, time, sent } = aPacer()
    say('a', 'a1')
    say('a', 'a2')
    await time.pass(1500)
    say('b', 'b1')
    await time.pass(10_000)
    expect(sent).toEqual(['0s a1', '1.5s b1', '3s a2'])
  })

  it('are none where nobody counts', async () => {
    const { say, time, sent } = aPacer({ pace: { accountGapMs: [0, 0], conversationGapMs: 0 } })
    for (const text of ['1', '2', '3']) say('a', text)
    await time.settle()
    expect(sent).toEqual(['0s 1', '0s 2', '0s 3'])
  })
})

describe('the order', () => {
  it('puts answers before what nobody asked for', async () => {
    const { say, time, sent } = aPacer()
    say('a', 'first')
    say('b', 'notice b', 'notice')
    say('c', 'notice c', 'notice')
    say('d', 'answer d')
    await time.pass(10_000)
    expect(sent).toEqual(['0s first', '1s answer d', '2s notice b', '3s notice c'])
  })

  it('of one conversation is kept', async () => {
    const { say, time, sent } = aPacer()
    for (const text of ['1', '2', '3', '4']) say('a', text)
    await time.pass(20_000)
    expect(sent.map((line) => line.split(' ')[1])).toEqual(['1', '2', '3', '4'])
  })
})

describe('what the channel does not take', () => {
  it('is told to whoever sent it, and the others go on', async () => {
    const { say, time, sent, rejected } = aPacer({
      send: async (text) => (text === 'gone' ? Promise.reject(new Error('no such contact')) : undefined),
    })
    say('gone', 'gone')
    say('b', 'b')
    await time.pass(10_000)
    expect(rejected).toEqual(['gone: no such contact'])
    expect(sent).toEqual(['1s b'])
  })

  it('and says nothing about, is given up, and the others go on', async () => {
    const { say, time, sent, rejected } = aPacer({ send: (text) => (text === 'hangs' ? new Promise(() => undefined) : Promise.resolve()) })
    say('a', 'hangs')
    say('b', 'b')
    await time.pass(SEND_PATIENCE_MS + 2000)
    expect(rejected).toEqual(['hangs: the channel did not take the message in time'])
    expect(sent).toEqual([`${SEND_PATIENCE_MS / 1000 + 1}s b`])
  })

  it('is not tried again at once when nobody asked for it, and answers go all the same', async () => {
    let tries = 0
    const { say, time, sent, rejected } = aPacer({
      send: async (text) => {
        tries += 1
        if (text !== 'answer') throw new Error('no such contact')
      },
    })
    say('gone', 'one', 'notice')
    await time.pass(5000)
    say('gone', 'two', 'notice')
    say('gone', 'answer')
    await time.pass(5000)
    expect(tries).toBe(2)
    expect(sent).toEqual(['5s answer'])
    expect(rejected).toEqual(['one: no such contact', 'two: notices there have failed and rest for a while'])
  })

  it('rests longer each time, an hour at the most, and not at all once it is taken again', async () => {
    let isGone = true
    let tries = 0
    const { say, time, sent } = aPacer({
      send: async () => {
        tries += 1
        if (isGone) throw new Error('no such contact')
      },
    })
    const minutes = [0, 1, 2, 3, 7, 8, 15, 31, 63, 123, 183]
    for (const minute of minutes) {
      await time.pass(minute * 60_000 + 1000 - time.monotonicMs())
      say('a', `at ${minute}`, 'notice')
      await time.settle()
    }
    expect(tries).toBe(9)
    isGone = false
    await time.pass(3_600_000)
    say('a', 'back', 'notice')
    await time.pass(5000)
    say('a', 'soon after', 'notice')
    await time.pass(5000)
    expect(sent.map((line) => line.slice(line.indexOf(' ') + 1))).toEqual(['back', 'soon after'])
  })

  it('because the account talks too much, silences every notice for hours', async () => {
    let isAngry = true
    const { say, time, sent, rejected } = aPacer({
      send: async () => (isAngry ? Promise.reject(new Error('操作过于频繁，请稍后再试')) : undefined),
    })
    say('a', 'a', 'notice')
    await time.pass(5000)
    isAngry = false
    say('b', 'b', 'notice')
    say('c', 'answer')
    await time.pass(5000)
    expect(rejected).toHaveLength(2)
    expect(sent).toEqual(['5s answer'])
    await time.pass(3 * 3_600_000)
    say('b', 'b', 'notice')
    await time.pass(5000)
    expect(sent).toHaveLength(2)
  })
})

describe('the cap of a day', () => {
  it('ends notices, never answers, and is over with the day', async () => {
    const { say, time, sent, rejected } = aPacer({ pace: { dailyCap: 2 } })
    say('a', 'answer a')
    say('b', 'notice b', 'notice')
    say('c', 'notice c', 'notice')
    say('d', 'answer d')
    await time.pass(20_000)
    expect(sent).toEqual(['0s answer a', '1s answer d'])
    expect(rejected).toEqual(['notice b: the account has said enough for today', 'notice c: the account has said enough for today'])
    await time.pass(24 * 3_600_000)
    say('c', 'notice c', 'notice')
    await time.pass(5000)
    expect(sent).toHaveLength(3)
  })

  it('costs no gap where nothing was sent', async () => {
    const { say, time, sent } = aPacer({ pace: { dailyCap: 0 } })
    for (const name of ['a', 'b', 'c']) say(name, name, 'notice')
    say('d', 'answer')
    await time.settle()
    expect(sent).toEqual(['0s answer'])
  })
})
