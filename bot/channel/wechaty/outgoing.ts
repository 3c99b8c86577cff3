import { FileBox } from 'file-box'
import type { Contact, Wechaty } from 'wechaty'
import { type Outgoing, PICTURE_BYTES, type Picture } from '../port.ts'

/** Some puppets tell no id for what was sent; then there is none. */
export async function deliver(bot: Wechaty, message: Outgoing): Promise<{ id?: string }> {
  const said = message.picture === undefined ? message.text : fileOf(message.picture)
  const sent = 'room' in message.to ? await toRoom(bot, message.to, said) : await toContact(bot, message.to.contact, said)
  return sent ? { id: sent.id } : {}
}

type Sent = Awaited<ReturnType<Contact['say']>>

/** The words for a picture travel with it to whoever can use them. */
function fileOf({ name, alt, png }: Picture): FileBox {
  if (png.length > PICTURE_BYTES) throw new Error(`A picture of ${png.length} bytes is too large to be sent.`)
  const file = FileBox.fromBuffer(Buffer.from(png), name)
  file.metadata = { alt }
  return file
}

/** What wechaty says where a puppet has no way to do a thing. */
const UNSUPPORTED = /unsupported|not implemented/i

/** Whether a puppet can show no pictures at all, so that trying again is in vain; the words before the picture are enough then. */
export const isPictureRefused = ({ picture }: Outgoing, error: unknown): boolean =>
  picture !== undefined && Error.isError(error) && UNSUPPORTED.test(error.message)

async function toContact(bot: Wechaty, id: string, said: string | FileBox): Promise<Sent> {
  const contact = await bot.Contact.find({ id })
  if (contact === undefined) throw new Error(`The puppet does not know the contact ${id}.`)
  return contact.say(said)
}

async function toRoom(bot: Wechaty, to: { room: string; mention?: readonly string[] }, said: string | FileBox): Promise<Sent> {
  const room = await bot.Room.find({ id: to.room })
  if (room === undefined) throw new Error(`The puppet does not know the room ${to.room}.`)
  if (typeof said !== 'string') return room.say(said)
  const contacts = await Promise.all((to.mention ?? []).map((id) => bot.Contact.find({ id })))
  const known = contacts.filter((contact): contact is Contact => contact !== undefined)
  return room.say(said, ...known)
}
