import type { Client } from '@linggong/api/contract/handler.ts'
import { type Clock, inCounty, instantText } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import type { Channel, Incoming } from './channel/port.ts'
import { inWords, say } from './copy/sayings.ts'
import { answerLine } from './dialogue/answer-line.ts'
import { awake, type Session } from './dialogue/session.ts'
import { bindApi, type County, type Outcome, privately, type Reader, type Reply } from './dialogue/turn.ts'
import { createInOrder } from './pipeline/in-order.ts'
import type { Pacer } from './pipeline/pacer.ts'
import { createRoomMemory } from './pipeline/room-memory.ts'
import type { Inbox, Sessions } from './ports.ts'
import type { Understanding } from './understand/understanding.ts'

export interface BotParts {
  readonly channel: Channel
  readonly client: Client
  readonly inbox: Inbox
  readonly sessions: Sessions
  readonly reader: Reader
  readonly county: County
  readonly pacer: Pacer
  readonly clock: Clock
  readonly onError: (error: unknown) => void
}

/** The contact as the API knows it: the same WeChat id on two accounts is two contacts. */
export const contactOf = ({ account, from }: Pick<Incoming, 'account' | 'from'>): string => `${account}/${from}`

export type Bot = ReturnType<typeof createBot>

/** Listens on one channel and answers every line once. */
export function createBot(parts: BotParts) {
  const inOrder = createInOrder()
  const inHand = new Set<string>()
  const rooms = createRoomMemory()

  async function onIncoming(message: Incoming): Promise<void> {
    const key = `${message.account}/${message.id}`
    if (inHand.has(key)) return
    inHand.add(key)
    const context = rooms.heard(message)
    await inOrder.run(contactOf(message), () => handle(parts, message, context)).catch(parts.onError)
    inHand.delete(key)
  }

  async function resume(): Promise<void> {
    for (const message of await parts.inbox.unfinished()) await onIncoming(message)
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

async function handle(parts: BotParts, message: Incoming, context: readonly string[]): Promise<void> {
  const now = parts.clock.now()
  if (isTooOld(message, now) || isNothing(message)) return
  const overheard = message.room === undefined ? undefined : readLine(parts, { message, context, now, role: 'any' })
  if (overheard?.intent === 'none' && overheard.warnings.length === 0) return
  if ((await parts.inbox.receive(message)) === 'known') return
  const { replies } = await answer(parts, { message, overheard, context, now })
  for (const reply of replies) await send(parts, message, reply)
  await parts.inbox.finish(message)
}

const isTooOld = ({ at }: Incoming, now: Temporal.Instant): boolean => now.since(at).total('minutes') > LIMIT.commandAgeMinutes

/** What holds no words for the bot: it is neither kept nor answered. */
const isNothing = ({ kind, room, text, mentioned }: Incoming): boolean =>
  kind === 'text' ? text.trim() === '' && !mentioned : room !== undefined || kind === 'recall' || kind === 'other'

interface Heard {
  readonly message: Incoming
  readonly context: readonly string[]
  readonly now: Temporal.Instant
}

function readLine({ reader }: BotParts, { message, context, now, role }: Heard & { role: 'worker' | 'employer' | 'any' }): Understanding {
  const text = message.text.slice(0, LIMIT.chatTextCharacters)
  return reader.understand({ text, channel: message.room === undefined ? 'private' : 'group', role, now: inCounty(now), context })
}

async function answer(parts: BotParts, { overheard, ...heard }: Heard & { overheard: Understanding | undefined }): Promise<Outcome> {
  const { message, now } = heard
  if (message.kind !== 'text') return privately(say('pleaseType'))
  const contact = contactOf(message)
  const api = bindApi(parts.client, { contact, messageId: message.id })
  const me = await api('seeMe', {})
  const person = me.ok ? me.value : undefined
  const [role = 'any', ...others] = person?.roles ?? []
  const line = overheard ?? readLine(parts, { ...heard, role: others.length > 0 ? 'any' : role })
  const session = awake(await parts.sessions.load(contact), now)
  const outcome = await answerLine({ message, line, session, person, api, county: parts.county, reader: parts.reader, now })
  await keep(parts, contact, { before: session, after: outcome.session ?? session, now })
  return outcome
}

interface Kept {
  readonly before: Session
  readonly after: Session
  readonly now: Temporal.Instant
}

/** Saved before anything is sent, and only when something changed: most lines change nothing that must be remembered. */
async function keep({ sessions }: BotParts, contact: string, { before, after, now }: Kept): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await sessions.save(contact, { ...after, at: instantText(now) })
}

function send({ pacer, clock }: BotParts, message: Incoming, { to, saying }: Reply): Promise<void> {
  const text = withinBytes(inWords(saying, clock.now()), LIMIT.chatReplyBytes)
  if (to === 'room' && message.room !== undefined)
    return pacer.send({ to: { room: message.room, mention: [message.from] }, text }, 'answer')
  return pacer.send({ to: { contact: message.from }, text }, 'answer')
}

/** A reply longer than the channel takes ends at a line. */
function withinBytes(text: string, bytes: number): string {
  let shown = text
  while (Buffer.byteLength(shown) > bytes) {
    const end = shown.lastIndexOf('\n')
    shown = end > 0 ? shown.slice(0, end) : shown.slice(0, Math.floor(shown.length / 2))
  }
  return shown
}
