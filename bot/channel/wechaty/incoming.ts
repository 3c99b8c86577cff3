import type { Clock } from '@linggong/api/core/clock.ts'
import { type Contact, type Message, type Room, types, type Wechaty } from 'wechaty'
import type { Incoming } from '../port.ts'
import { hear } from './mention.ts'
import { parseReply } from './quote.ts'
import { sentPicture } from './sent-picture.ts'

const KIND: Readonly<Partial<Record<types.Message, Incoming['kind']>>> = {
  [types.Message.Text]: 'text',
  [types.Message.Image]: 'picture',
  [types.Message.Audio]: 'voice',
  [types.Message.Recalled]: 'recall',
}

export interface Ear {
  readonly bot: Wechaty
  readonly account: string
  readonly clock: Clock
}

/** What wechaty's message says in our words; undefined for the bot's own, which come back like any other. */
export async function toIncoming(message: Message, ear: Ear): Promise<Incoming | undefined> {
  const talker = message.talker()
  if (talker.id === ear.bot.puppet.currentUserId) return undefined
  const room = message.room()
  const said = await whatWasSaid(message, room, ear.bot)
  return {
    account: ear.account,
    id: message.id,
    from: talker.id,
    name: talker.name(),
    ...(room === undefined ? {} : { room: room.id }),
    ...said,
    at: sentAt(message, ear.clock),
  }
}

type Said = Pick<Incoming, 'kind' | 'text' | 'mentioned' | 'quote' | 'picture'>

async function whatWasSaid(message: Message, room: Room | undefined, bot: Wechaty): Promise<Said> {
  const kind = KIND[message.type()] ?? 'other'
  if (kind === 'recall') return { kind, text: '', mentioned: false, ...(await recalled(message)) }
  if (kind === 'picture' && room === undefined) return { kind, text: '', mentioned: false, picture: await sentPicture(message) }
  if (kind !== 'text') return { kind, text: '', mentioned: false }
  const reply = parseReply(message.text())
  const text = reply?.text ?? message.text()
  const names = /[@＠]/.test(text) ? await namesOf(bot.currentUser, room) : []
  const heard = hear(text, mentionIds(message), { id: bot.currentUser.id, names })
  return { kind, text: heard.text, mentioned: room !== undefined && heard.mentioned, ...(reply && { quote: reply.quote }) }
}

async function namesOf(self: Contact, room: Room | undefined): Promise<string[]> {
  const inRoom = await room?.alias(self)
  return inRoom ? [inRoom, self.name()] : [self.name()]
}

/** The raw list: `mentionSelf()` would look every id up and believes an empty list. */
function mentionIds(message: Message): readonly string[] {
  const { payload } = message
  return payload !== undefined && 'mentionIdList' in payload ? (payload.mentionIdList ?? []) : []
}

/** What was taken back, where the puppet still knows it. */
async function recalled(message: Message): Promise<Pick<Incoming, 'quote'>> {
  const original = message.text() === '' ? undefined : await message.toRecalled()
  return original === undefined ? {} : { quote: original.text() }
}

/** Some puppets give no time or a senseless one; then the message is as old as we know it to be. */
function sentAt(message: Message, clock: Clock): Temporal.Instant {
  const ms = message.date().getTime()
  return Number.isFinite(ms) && ms > 0 ? Temporal.Instant.fromEpochMilliseconds(Math.trunc(ms)) : clock.now()
}
