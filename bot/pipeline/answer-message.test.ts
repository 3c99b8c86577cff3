import { describe, expect, it } from '@jest/globals'
import type { Client } from '@linggong/api/contract/handler.ts'
import type { BotParts } from '../bot-parts.ts'
import type { Incoming, Outgoing } from '../channel/port.ts'
import { createScriptChannel } from '../channel/script/script-channel.ts'
import { NEW_SESSION } from '../dialogue/session.ts'
import { createAnswerMessage } from './answer-message.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const PUBLISH: Incoming = {
  account: 'test',
  id: 'publish',
  from: 'cai',
  name: '蔡丽云',
  text: '发',
  mentioned: false,
  at: NOW,
  kind: 'text',
}
const REPLIES = [
  { to: 'private', text: '先付300元', qr: 'weixin://pay' },
  { to: 'private', text: '下一个活' },
] as const

interface Setting {
  readonly pictures?: boolean
  /** Throws where the network is to fail. */
  readonly onSend?: (said: string) => void
}

/** A line that was answered before a crash, so that its answer is told again; what must not be asked then is not there. */
function anAnswering({ pictures = true, onSend = () => undefined }: Setting = {}) {
  const said: string[] = []
  const { channel } = createScriptChannel()
  const parts = {
    channel: { ...channel, capabilities: { ...channel.capabilities, pictures } },
    client: {} as Client,
    inbox: { receive: async () => 'handle' as const, finish: async () => void said.push('finished'), unfinished: async () => [] },
    sessions: {
      load: async () => ({ ...NEW_SESSION, answered: { message: 'publish', replies: REPLIES } }),
      save: async () => undefined,
    },
    pacer: {
      async send({ text, picture }: Outgoing) {
        const what = text ?? `[${picture?.name}]`
        onSend(what)
        said.push(what)
      },
    },
    clock: { now: () => NOW },
  } as unknown as BotParts
  const answerMessage = createAnswerMessage(parts)
  return { said, hear: () => answerMessage({ message: PUBLISH, contact: 'test/cai', context: [] }) }
}

describe('an answer with a picture', () => {
  it('is told in order, each picture below its words', async () => {
    const { said, hear } = anAnswering()
    await hear()
    expect(said).toEqual(['先付300元', '[qr.png]', '下一个活', 'finished'])
  })

  it('is told in words where the channel shows no pictures', async () => {
    const { said, hear } = anAnswering({ pictures: false })
    await hear()
    expect(said).toEqual(['先付300元', '下一个活', 'finished'])
  })

  it('goes on with the picture where only that failed', async () => {
    let fails = true
    const { said, hear } = anAnswering({
      onSend: (what) => {
        if (what === '[qr.png]' && fails) throw new Error('the network is gone')
      },
    })
    await expect(hear()).rejects.toThrow('the network is gone')
    expect(said).toEqual(['先付300元'])
    fails = false
    await hear()
    expect(said).toEqual(['先付300元', '[qr.png]', '下一个活', 'finished'])
  })
})
