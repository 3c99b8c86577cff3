import type { Contact, Wechaty } from 'wechaty'
import type { Outgoing } from '../port.ts'

/** Some puppets tell no id for what was sent; then there is none. */
export async function deliver(bot: Wechaty, { to, text }: Outgoing): Promise<{ id?: string }> {
  const sent = 'room' in to ? await toRoom(bot, to, text) : await toContact(bot, to.contact, text)
  return sent ? { id: sent.id } : {}
}

type Sent = Awaited<ReturnType<Contact['say']>>

async function toContact(bot: Wechaty, id: string, text: string): Promise<Sent> {
  const contact = await bot.Contact.find({ id })
  if (contact === undefined) throw new Error(`The puppet does not know the contact ${id}.`)
  return contact.say(text)
}

async function toRoom(bot: Wechaty, to: { room: string; mention?: readonly string[] }, text: string): Promise<Sent> {
  const room = await bot.Room.find({ id: to.room })
  if (room === undefined) throw new Error(`The puppet does not know the room ${to.room}.`)
  const contacts = await Promise.all((to.mention ?? []).map((id) => bot.Contact.find({ id })))
  const known = contacts.filter((contact): contact is Contact => contact !== undefined)
  return room.say(text, ...known)
}
