import type { Channel, Outgoing } from '../channel/port.ts'

export interface PacerParts {
  readonly channel: Channel
  readonly monotonicMs: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** From 0 to below 1. */
  readonly chance: () => number
}

const CONVERSATIONS_REMEMBERED = 10_000

/**
 * Speaks no faster than the channel's account may: one gap for the whole account, a longer one for each conversation. What answers a person
 * goes before what nobody asked for.
 */
export function createPacer({ channel, monotonicMs, sleep, chance }: PacerParts) {
  const { accountGapMs, conversationGapMs } = channel.capabilities.pace
  const unpaced = accountGapMs[1] === 0 && conversationGapMs === 0
  const waiting: { readonly message: Outgoing; readonly priority: 'answer' | 'notice'; readonly done: PromiseWithResolvers<void> }[] = []
  const lastSentMs = new Map<string, number>()
  let running = false

  async function deliver(message: Outgoing): Promise<void> {
    await channel.send(message)
  }

  const readyAt = (message: Outgoing): number => (lastSentMs.get(conversationOf(message)) ?? -Infinity) + conversationGapMs

  /** The first whose conversation has rested, answers before notices; else the one that will be ready soonest. */
  function pick(): number {
    const nowMs = monotonicMs()
    for (const wanted of ['answer', 'notice'] as const) {
      const index = waiting.findIndex(({ priority, message }) => priority === wanted && readyAt(message) <= nowMs)
      if (index >= 0) return index
    }
    return waiting.reduce((best, { message }, index) => (readyAt(message) < readyAt(waiting[best]?.message ?? message) ? index : best), 0)
  }

  async function drain(): Promise<void> {
    running = true
    while (waiting.length > 0) {
      const [next] = waiting.splice(pick(), 1)
      if (!next) break
      await sleep(Math.max(0, readyAt(next.message) - monotonicMs()))
      await deliver(next.message).then(next.done.resolve, next.done.reject)
      remember(conversationOf(next.message))
      await sleep(accountGapMs[0] + chance() * (accountGapMs[1] - accountGapMs[0]))
    }
    running = false
  }

  function remember(conversation: string): void {
    if (lastSentMs.size >= CONVERSATIONS_REMEMBERED) lastSentMs.clear()
    lastSentMs.set(conversation, monotonicMs())
  }

  return {
    /** Resolves when the channel has taken it; rejects when it did not. */
    send(message: Outgoing, priority: 'answer' | 'notice'): Promise<void> {
      if (unpaced) return deliver(message)
      const done = Promise.withResolvers<void>()
      waiting.push({ message, priority, done })
      if (!running) void drain()
      return done.promise
    },
  }
}

export type Pacer = ReturnType<typeof createPacer>

const conversationOf = ({ to }: Outgoing): string => ('room' in to ? `room ${to.room}` : `contact ${to.contact}`)
