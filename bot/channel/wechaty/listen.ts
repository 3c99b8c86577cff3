import type { Clock } from '@linggong/api/core/clock.ts'
import type { Message, Wechaty } from 'wechaty'
import type { Puppet } from 'wechaty-puppet'
import type { ChannelLog } from '../log.ts'
import type { Incoming } from '../port.ts'
import { ArrivalOrder } from './arrival-order.ts'
import { toIncoming } from './incoming.ts'
import type { Patience } from './patience.ts'

export interface Listening {
  readonly bot: Wechaty
  readonly puppet: Puppet
  readonly account: string
  readonly clock: Clock
  readonly log: ChannelLog
  readonly patience: Patience
  readonly onIncoming: (message: Incoming) => Promise<void>
}

/**
 * Tells of each message once per arrival and in the order of arrival. Whatever throws or rejects on the way is logged and goes no further:
 * an async listener that rejects would end the process.
 * @returns what ends the listening
 */
export function listen({ bot, puppet, account, clock, log, patience, onIncoming }: Listening): () => void {
  const complain = (id: string, error: unknown) => log.error({ error, message: id }, 'a message could not be handled')
  const handle = async (incoming: Incoming) => onIncoming(incoming)
  const order = new ArrivalOrder<Incoming>(
    (incoming) => void handle(incoming).catch((error) => complain(incoming.id, error)),
    patience.orderMs,
  )

  const read = async (message: Message) => {
    try {
      order.settle(message.id, await toIncoming(message, { bot, account, clock }))
    } catch (error) {
      order.settle(message.id, undefined)
      complain(message.id, error)
    }
  }
  puppet.on('message', ({ messageId }) => order.arrive(messageId))
  bot.on('message', (message) => void read(message))
  return () => order.close()
}
