import type { DomainEvent } from '../core/event.ts'
import { asId, type PersonId } from '../core/id.ts'
import { EVENTS_TOLD, noticesOf, type Tell } from '../core/notice/notices.ts'
import { OWN_EVENTS_TOLD, ownNoticesOf } from '../core/notice/own-notices.ts'
import { type FileNoticePorts, fileNotice } from './file-notice.ts'
import { fileOwnNotice } from './file-own-notice.ts'

export interface NoticeSubscriberPorts extends FileNoticePorts {
  /** Whom an employer would rather ask than anybody, and how long before the market they hear of a job of his. */
  readonly toldFirst?: { readonly of: (employer: PersonId) => Promise<readonly PersonId[]>; readonly minutes: number }
}

/** Those who are told of a new job first, and the market, which waits for them. */
async function withHeadStart({ toldFirst }: NoticeSubscriberPorts, event: DomainEvent): Promise<readonly Tell[]> {
  const tells = noticesOf(event)
  if (event.type !== 'jobPublished' || toldFirst === undefined) return tells
  const first = await toldFirst.of(asId<'person'>(event.facts.employer))
  if (first.length === 0) return tells
  return [
    ...first.map((person) => ({ kind: 'job-for-you' as const, to: { person } })),
    ...tells.map((tell) => ('market' in tell.to ? { ...tell, afterMinutes: toldFirst.minutes } : tell)),
  ]
}

export const createNoticeSubscribers = (ports: NoticeSubscriberPorts) => [
  {
    name: 'file-notices',
    on: EVENTS_TOLD,
    async run(event: DomainEvent): Promise<void> {
      if (!('job' in event.facts)) return
      const job = asId<'job'>(event.facts.job)
      const tells = await withHeadStart(ports, event)
      await Promise.all(tells.map((tell) => fileNotice(ports, tell.perJob ? `${event.type}:${job}` : event.id, job, tell)))
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
