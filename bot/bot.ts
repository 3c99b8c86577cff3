import type { BotParts } from './bot-parts.ts'
import type { Incoming } from './channel/port.ts'
import { createAnswerMessage } from './pipeline/answer-message.ts'
import { createInOrder } from './pipeline/in-order.ts'
import { createRoomMemory } from './pipeline/room-memory.ts'
import { tidy } from './pipeline/tidy.ts'

/** The contact as the API knows it: the same WeChat id on two accounts is two contacts. */
const contactOf = ({ account, from }: Pick<Incoming, 'account' | 'from'>): string => `${account}/${from}`

export type Bot = ReturnType<typeof createBot>

/** Listens on one channel and answers every line once. */
export function createBot(parts: BotParts) {
  const inOrder = createInOrder()
  const inHand = new Set<string>()
  const rooms = createRoomMemory()
  const answerMessage = createAnswerMessage(parts)

  async function take(message: Incoming): Promise<void> {
    const key = `${message.account}/${message.id}`
    if (inHand.has(key)) return
    inHand.add(key)
    const context = rooms.heard(message)
    const contact = contactOf(message)
    await inOrder.run(contact, () => answerMessage({ message, contact, context })).catch(parts.onError)
    inHand.delete(key)
  }

  const onIncoming = (message: Incoming): Promise<void> => take(tidy(message))

  async function resume(): Promise<void> {
    for (const message of await parts.inbox.unfinished()) await take(message)
  }

  return {
    onIncoming,
    /** What the bot itself put into a group, so that 「我来」 right below it is understood. */
    said: rooms.said,
    async start(): Promise<void> {
      await parts.channel.start(onIncoming)
      await resume()
    },
    /** Takes up again what a crash or a failure left unanswered. */
    resume,
    idle: () => inOrder.idle(),
  }
}
