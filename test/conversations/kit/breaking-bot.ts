import { createBot } from '@linggong/bot/bot.ts'
import { freezeMessage, thawMessage } from '@linggong/bot/channel/keep-message.ts'
import type { Incoming, Outgoing } from '@linggong/bot/channel/port.ts'
import { createScriptChannel } from '@linggong/bot/channel/script/script-channel.ts'
import { createReader } from '@linggong/bot/dialogue/reader.ts'
import type { Session } from '@linggong/bot/dialogue/session.ts'
import type { Inbox } from '@linggong/bot/ports.ts'
import { COUNTY, LEXICON } from '@linggong/seeds/reference/county.ts'
import type { aCounty } from '../../kit/a-county.ts'

type County = Awaited<ReturnType<typeof aCounty>>
const reader = createReader(LEXICON)

export interface Breaking {
  /** Throws where the network is to fail. */
  readonly onSend?: (said: string) => void
  readonly inbox?: Partial<Inbox>
}

/** A bot over a county that outlives it: another one over the same county is the bot after a crash. */
export function aBreakingBot({ county, clock }: County, { onSend = () => undefined, inbox = {} }: Breaking = {}) {
  const said: string[] = []
  const errors: string[] = []
  const kept: string[] = []
  const messages = county.keepMessages<Incoming>({
    freeze: (message) => {
      const text = freezeMessage(message)
      kept.push(text)
      return text
    },
    thaw: thawMessage,
  })
  const bot = createBot({
    channel: createScriptChannel().channel,
    client: county.client,
    inbox: { ...messages, ...inbox },
    sessions: county.keepSessions<Session>(),
    reader,
    county: COUNTY,
    pacer: {
      async send({ to, text }: Outgoing) {
        if (text === undefined) return
        const line = `${'room' in to ? to.room : to.contact}: ${text}`
        onSend(line)
        said.push(line)
      },
    },
    clock,
    onError: (error) => errors.push(String(error)),
  })
  let count = 0

  return {
    bot,
    said,
    errors,
    /** The messages as they went into the inbox, before they were sealed. */
    kept,
    hear(from: string, text: string, about: Partial<Incoming> = {}): Promise<void> {
      count += 1
      return bot.onIncoming({
        account: 'test',
        id: `${from}-${count}`,
        from,
        name: from,
        text,
        mentioned: false,
        at: clock.at,
        kind: 'text',
        ...about,
      })
    },
    resume: bot.resume,
  }
}
