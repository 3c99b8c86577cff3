import type { Client } from '@linggong/api/contract/handler.ts'
import type { Clock } from '@linggong/api/core/clock.ts'
import { noticeText } from '../copy/notice-copy.ts'
import type { Pacer } from './pacer.ts'

export interface DeliverParts {
  readonly client: Client
  readonly pacer: Pacer
  readonly clock: Clock
  /** The market groups of the county, and what is told when a group has heard something. */
  readonly marketRooms: () => readonly string[]
  readonly said: (room: string, text: string) => void
}

/** Puts a filed notice into words, sends it, and only then marks it sent: a crash in between tells it once more rather than never. */
export function createDeliverNotice({ client, pacer, clock, marketRooms, said }: DeliverParts) {
  /** The groups that have heard a notice which another group could not be told. */
  const told = new Map<string, ReadonlySet<string>>()

  async function deliverNotice(id: string): Promise<void> {
    const opened = await client.openNotice({ params: { id } }, { contact: '', key: '' })
    if (!opened.ok) {
      if (opened.refusal === 'not-found') return
      throw new Error(`a notice could not be opened: ${opened.refusal}`)
    }
    const { value: notice } = opened
    if (!notice.over) {
      const text = noticeText(notice, clock.now())
      if ('contact' in notice.to) await pacer.send({ to: { contact: idOnChannel(notice.to.contact) }, text }, 'notice')
      else await tellMarket(id, text)
    }
    const sent = await client.noticeSent({ params: { id } }, { contact: '', key: `sent:${id}` })
    if (!sent.ok) throw new Error(`a notice could not be marked sent: ${sent.refusal}`)
    told.delete(id)
  }

  /** One group that cannot be told keeps the others from nothing; only it is told again. */
  async function tellMarket(id: string, text: string): Promise<void> {
    const failures: unknown[] = []
    for (const room of marketRooms()) {
      if (told.get(id)?.has(room)) continue
      try {
        await pacer.send({ to: { room }, text }, 'notice')
        remember(id, room)
        said(room, text)
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }

  function remember(id: string, room: string): void {
    if (told.size >= NOTICES_REMEMBERED) told.clear()
    told.set(id, new Set(told.get(id)).add(room))
  }

  return deliverNotice
}

const NOTICES_REMEMBERED = 1000

/** `account/contact` → the contact id that the account knows. */
const idOnChannel = (contact: string): string => contact.slice(contact.indexOf('/') + 1)
