import type { Clock } from '@linggong/api/core/clock.ts'
import type { Channel, Outgoing } from '../channel/port.ts'
import { createDayCount } from './day-count.ts'
import { createSetbacks } from './setbacks.ts'

export interface PacerParts {
  readonly channel: Pick<Channel, 'capabilities' | 'send'>
  readonly clock: Clock
  readonly monotonicMs: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** From 0 to below 1. */
  readonly chance: () => number
}

export type Priority = 'answer' | 'notice'

interface Waiting {
  readonly message: Outgoing
  readonly priority: Priority
  readonly done: PromiseWithResolvers<void>
}

const CONVERSATIONS_REMEMBERED = 10_000
/** So many waiting messages take the account longer than anybody waits for a notice. */
const MOST_WAITING = 1000

/** A notice that is not even tried; its sender tries again when it may. */
class NotNow extends Error {}

/** A send that has not ended by then has failed: nobody else waits for it any longer. */
export const SEND_PATIENCE_MS = 30_000

/**
 * Speaks no faster than the channel's account may: one gap for the whole account, a longer one for each conversation. What answers a person
 * goes before what nobody asked for, and always; notices stop at the cap of the day, and for a while where they failed.
 */
export function createPacer({ channel, clock, monotonicMs, sleep, chance }: PacerParts) {
  const { accountGapMs, conversationGapMs, dailyCap } = channel.capabilities.pace
  const unpaced = accountGapMs[1] === 0 && conversationGapMs === 0
  const waiting: Waiting[] = []
  const lastSentMs = new Map<string, number>()
  const setbacks = createSetbacks(monotonicMs)
  const sentToday = createDayCount(clock)
  let arrival = Promise.withResolvers<void>()
  let running = false

  function whyNot(name: string): string | undefined {
    if (dailyCap !== null && sentToday.count() >= dailyCap) return 'the account has said enough for today'
    if (waiting.length >= MOST_WAITING) return 'too many messages are waiting'
    return setbacks.isResting(name) ? 'notices there have failed and rest for a while' : undefined
  }

  async function deliver({ message, priority }: Pick<Waiting, 'message' | 'priority'>): Promise<void> {
    const name = conversationOf(message)
    const no = priority === 'notice' ? whyNot(name) : undefined
    if (no !== undefined) throw new NotNow(no)
    sentToday.add()
    try {
      await (unpaced ? channel.send(message) : Promise.race([channel.send(message), inTime()]))
      setbacks.ended(name)
    } catch (error) {
      setbacks.failed(name, error)
      throw error
    }
  }

  async function inTime(): Promise<never> {
    await sleep(SEND_PATIENCE_MS)
    throw new Error('the channel did not take the message in time')
  }

  const readyAt = (message: Outgoing): number => (lastSentMs.get(conversationOf(message)) ?? -Infinity) + conversationGapMs

  /** The first whose conversation has rested, answers before notices. */
  function pick(): number {
    const nowMs = monotonicMs()
    const ready = (wanted: Priority) => waiting.findIndex(({ priority, message }) => priority === wanted && readyAt(message) <= nowMs)
    const answer = ready('answer')
    return answer >= 0 ? answer : ready('notice')
  }

  async function drain(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      const next = pick()
      if (next >= 0) await sendNext(next)
      else await Promise.race([sleep(Math.min(...waiting.map(({ message }) => readyAt(message))) - monotonicMs()), arrival.promise])
    }
    running = false
  }

  async function sendNext(index: number): Promise<void> {
    const [next] = waiting.splice(index, 1)
    if (!next) return
    try {
      await deliver(next)
      next.done.resolve()
    } catch (error) {
      next.done.reject(error)
      if (error instanceof NotNow) return
    }
    remember(conversationOf(next.message))
    await sleep(accountGapMs[0] + chance() * (accountGapMs[1] - accountGapMs[0]))
  }

  function remember(conversation: string): void {
    if (lastSentMs.size >= CONVERSATIONS_REMEMBERED) lastSentMs.clear()
    lastSentMs.set(conversation, monotonicMs())
  }

  return {
    /** Resolves when the channel has taken it; rejects when it did not. */
    send(message: Outgoing, priority: Priority): Promise<void> {
      if (unpaced) return deliver({ message, priority })
      const done = Promise.withResolvers<void>()
      waiting.push({ message, priority, done })
      arrival.resolve()
      arrival = Promise.withResolvers()
      if (!running) void drain()
      return done.promise
    },
  }
}

export type Pacer = ReturnType<typeof createPacer>

const conversationOf = ({ to }: Outgoing): string => ('room' in to ? `room ${to.room}` : `contact ${to.contact}`)
