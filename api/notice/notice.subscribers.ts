import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { EVENTS_TOLD, noticesOf } from '../core/notice/notices.ts'
import { OWN_EVENTS_TOLD, ownNoticesOf } from '../core/notice/own-notices.ts'
import { type FileNoticePorts, fileNotice } from './file-notice.ts'
import { fileOwnNotice } from './file-own-notice.ts'

export const createNoticeSubscribers = (ports: FileNoticePorts) => [
  {
    name: 'file-notices',
    on: EVENTS_TOLD,
    async run(event: DomainEvent): Promise<void> {
      if (!('job' in event.facts)) return
      const job = asId<'job'>(event.facts.job)
      await Promise.all(noticesOf(event).map((tell) => fileNotice(ports, tell.perJob ? `${event.type}:${job}` : event.id, job, tell)))
    },
  },
  {
    name: 'file-own-notices',
    on: OWN_EVENTS_TOLD,
    async run(event: DomainEvent): Promise<void> {
      await Promise.all(ownNoticesOf(event).map((tell) => fileOwnNotice(ports, event.id, tell)))
    },
  },
]
