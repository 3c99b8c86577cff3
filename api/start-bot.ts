import { setTimeout as sleep } from 'node:timers/promises'
import { type Bot, createBot } from '@linggong/bot/bot.ts'
import { freezeMessage, thawMessage } from '@linggong/bot/channel/keep-message.ts'
import type { Channel, Incoming } from '@linggong/bot/channel/port.ts'
import type { Session } from '@linggong/bot/dialogue/session.ts'
import type { County as KnownCounty, Reader } from '@linggong/bot/dialogue/turn.ts'
import { createDeliverNotice } from '@linggong/bot/pipeline/deliver-notice.ts'
import { createPacer } from '@linggong/bot/pipeline/pacer.ts'
import type { Client } from './contract/handler.ts'
import type { Clock } from './core/clock.ts'
import { errorFields, type Log } from './log.ts'
import { SEND_NOTICE } from './notice/hand-notice.ts'
import type { Queue } from './queue/port.ts'
import type { County } from './start-county.ts'

export interface BotSetting {
  readonly county: Pick<County, 'keepMessages' | 'keepSessions'>
  readonly client: Client
  readonly channel: Channel
  readonly reader: Reader
  readonly known: KnownCounty
  readonly queue: Queue
  readonly clock: Clock
  readonly monotonicMs: () => number
  readonly marketRooms: () => readonly string[]
  readonly log: Log
}

/** Gives the bot its memory, its voice and the notices that are to be told. */
export function startBot(setting: BotSetting): Bot {
  const { county, client, channel, reader, known, queue, clock, monotonicMs, marketRooms, log } = setting
  const pacer = createPacer({ channel, clock, monotonicMs, sleep: (ms) => sleep(ms), chance: Math.random })
  const bot = createBot({
    channel,
    client,
    inbox: county.keepMessages<Incoming>({ freeze: freezeMessage, thaw: thawMessage }),
    sessions: county.keepSessions<Session>(),
    reader,
    county: known,
    pacer,
    clock,
    onError: (error) => log.error(errorFields(error), 'a chat line was not answered'),
  })
  const deliver = createDeliverNotice({ client, pacer, clock, marketRooms, said: bot.said })
  queue.process(SEND_NOTICE, ({ notice = '' }) => deliver(notice))
  return bot
}
