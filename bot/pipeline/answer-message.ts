import { inCounty, instantText } from '@linggong/api/core/clock.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { helpingContact } from '@linggong/api/core/person/helping.ts'
import type { BotParts } from '../bot-parts.ts'
import type { Incoming, Outgoing } from '../channel/port.ts'
import { type Saying, say } from '../copy/sayings.ts'
import { answerLine, isForBot } from '../dialogue/answer-line.ts'
import { flagLine, signOf } from '../dialogue/flag-line.ts'
import { replyText } from '../dialogue/reply-text.ts'
import { type Answered, awake, type Session } from '../dialogue/session.ts'
import { bindApi, type Outcome, privately } from '../dialogue/turn.ts'
import type { Understanding } from '../understand/understanding.ts'
import { createFloodGate } from './flood-gate.ts'
import { messagesOf } from './messages-of.ts'

/** A message with what is known around it. */
export interface Heard {
  readonly message: Incoming
  readonly contact: string
  readonly context: readonly string[]
}

type Replies = Answered['replies']

/** From a message to its answers: filters, inbox, session, dialogue, and only then the channel. */
export function createAnswerMessage(parts: BotParts) {
  const { clock, inbox, pacer } = parts
  const pass = createFloodGate()
  /** How much of the answer to a message has gone out, when the rest failed. */
  const sent = new Map<string, number>()
  const alone = (saying: Saying): Replies => [{ to: 'private', text: replyText({ saying }, clock.now()) }]

  return async function answerMessage(heard: Heard): Promise<void> {
    const { message } = heard
    const now = clock.now()
    if (isNothing(message) || isTooOld(message, now)) return
    const overheard = message.room === undefined ? undefined : overhear(parts, heard, now)
    if (overheard && !isForBot(overheard, message)) return watch(heard, now)
    const rate = pass(heard.contact, now)
    if (rate !== 'fine') return rate === 'first' ? send(message, alone(say('tooFast'))) : undefined
    if ((await inbox.receive(fitToKeep(message, overheard))) === 'known') return
    await send(message, await repliesTo(parts, { ...heard, overheard, now }))
    await inbox.finish(message)
  }

  /** People talk among themselves; only whoever lures them away is told of, and gets no answer. */
  async function watch(heard: Heard, now: Temporal.Instant): Promise<void> {
    const { message, contact } = heard
    const sign = signOf(readAlone(parts, heard, now))
    if (sign !== 'fraud' || pass(contact, now) !== 'fine') return
    await flagLine(bindApi(parts.client, { contact, messageId: message.id, onWritten: () => {} }), sign, message.room)
  }

  /** What went out before a failure does not go out again. */
  async function send(message: Incoming, replies: Replies): Promise<void> {
    const key = keyOf(message)
    const done = sent.get(key) ?? 0
    const messages = replies.flatMap((reply) => messagesOf(receiverOf(message, reply), reply, parts.channel.capabilities))
    for (const [index, outgoing] of messages.entries()) {
      if (index < done) continue
      await pacer.send(outgoing, 'answer')
      if (sent.size >= MESSAGES_REMEMBERED) sent.clear()
      sent.set(key, index + 1)
    }
    sent.delete(key)
  }
}

const MESSAGES_REMEMBERED = 1000

const receiverOf = ({ room, from }: Incoming, { to }: Replies[number]): Outgoing['to'] =>
  to === 'room' && room !== undefined ? { room, mention: [from] } : { contact: from }

const keyOf = ({ account, id }: Incoming): string => `${account}/${id}`

const isTooOld = ({ at }: Incoming, now: Temporal.Instant): boolean => now.since(at).total('minutes') > LIMIT.commandAgeMinutes

/** What holds no words for the bot: it is neither kept nor answered. */
const isNothing = ({ kind, room, text, mentioned }: Incoming): boolean =>
  kind === 'text' ? text.trim() === '' && !mentioned : room !== undefined || kind === 'recall' || kind === 'other'

/** An ID number that somebody put into a group is not kept, not even sealed. */
const fitToKeep = (message: Incoming, overheard: Understanding | undefined): Incoming =>
  overheard?.warnings.includes('id-number') ? { ...message, text: '', mentioned: false } : message

type Understood = Heard & { readonly overheard: Understanding | undefined; readonly now: Temporal.Instant }

function readLine(
  { reader }: BotParts,
  { message, context }: Heard,
  { now, role }: { now: Temporal.Instant; role: 'worker' | 'employer' | 'any' },
) {
  const isMeant = message.room === undefined || message.mentioned
  return reader.understand({ text: message.text, channel: isMeant ? 'private' : 'group', role, now: inCounty(now), context })
}

/** As it would be read if it were said to the bot alone: in a group a lure is nothing that concerns the bot. */
const readAlone = (parts: BotParts, heard: Heard, now: Temporal.Instant): Understanding =>
  readLine(parts, { ...heard, message: { ...heard.message, mentioned: true } }, { now, role: 'any' })

/** In a group it is not known yet who speaks; a bare 「我来」 is heard as a worker's, and the API says whether he is one. */
const overhear = (parts: BotParts, heard: Heard, now: Temporal.Instant): Understanding => readLine(parts, heard, { now, role: 'worker' })

/** What was answered before a crash is answered again word for word: the session has moved on since and would not understand the line. */
async function repliesTo(parts: BotParts, heard: Understood): Promise<Replies> {
  const saved = await parts.sessions.load(heard.contact)
  if (saved?.answered?.message === heard.message.id) return saved.answered.replies
  const before = awake(saved, heard.now)
  const { outcome, hasWritten } = await answer(parts, heard, before)
  const replies = outcome.replies.map(({ to, qr, ...reply }) => ({
    to,
    text: replyText(reply, heard.now),
    ...(qr === undefined ? {} : { qr }),
  }))
  await keep(parts, heard, { before, after: outcome.session ?? before, replies, hasWritten })
  return replies
}

async function answer(parts: BotParts, heard: Understood, session: Session): Promise<{ outcome: Outcome; hasWritten: boolean }> {
  const { message, contact, overheard, now } = heard
  if (message.kind !== 'text' && message.kind !== 'picture') return { outcome: privately(say('pleaseType')), hasWritten: false }
  let hasWritten = false
  const onWritten = (): void => {
    hasWritten = true
  }
  const apiOf = (as: string) => bindApi(parts.client, { contact: as, messageId: message.id, onWritten })
  const api = apiOf(contact)
  const apiFor = (person: string) => apiOf(helpingContact(person, contact))
  const me = await api('seeMe', {})
  const person = me.ok ? me.value : undefined
  const [role = 'any', ...others] = person?.roles ?? []
  const line = overheard ?? readLine(parts, heard, { now, role: others.length > 0 ? 'any' : role })
  const outcome = await answerLine({ message, line, session, person, api, apiFor, county: parts.county, reader: parts.reader, now })
  return { outcome, hasWritten }
}

interface Kept {
  readonly before: Session
  readonly after: Session
  readonly replies: Replies
  readonly hasWritten: boolean
}

/** Saved before anything is sent, and only when something changed here or in the county: most lines change nothing that must be remembered. */
async function keep({ sessions }: BotParts, { message, contact, now }: Understood, kept: Kept): Promise<void> {
  const { before, after, replies, hasWritten } = kept
  if (!hasWritten && JSON.stringify(before) === JSON.stringify(after)) return
  await sessions.save(contact, { ...after, answered: { message: message.id, replies }, at: instantText(now) })
}
