import type { Client } from '@linggong/api/contract/handler.ts'
import type { Clock } from '@linggong/api/core/clock.ts'
import { NOTICE_COPY } from '../copy/notice-copy.ts'
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
  return async function deliverNotice(id: string): Promise<void> {
    const opened = await client.openNotice({ params: { id } }, { contact: '', key: '' })
    if (!opened.ok) {
      if (opened.refusal === 'not-found') return
      throw new Error(`a notice could not be opened: ${opened.refusal}`)
    }
    const { value: notice } = opened
    if (!notice.over) {
      const text = NOTICE_COPY[notice.kind](notice, clock.now())
      if ('contact' in notice.to) await pacer.send({ to: { contact: idOnChannel(notice.to.contact) }, text }, 'notice')
      else await tellMarket(text)
    }
    const sent = await client.noticeSent({ params: { id } }, { contact: '', key: `sent:${id}` })
    if (!sent.ok) throw new Error(`a notice could not be marked sent: ${sent.refusal}`)
  }

  async function tellMarket(text: string): Promise<void> {
    for (const room of marketRooms()) {
      await pacer.send({ to: { room }, text }, 'notice')
      said(room, text)
    }
  }
}

/** `account/contact` → the contact id that the account knows. */
const idOnChannel = (contact: string): string => contact.slice(contact.indexOf('/') + 1)
