import { type Clock, isBefore } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import { NOTICE_KINDS } from '../core/notice/notice-kind.ts'
import { OWN_NOTICE_KINDS } from '../core/notice/own-notices.ts'
import type { Store } from '../store/port.ts'
import { type Notice, notices } from './notice.collection.ts'

interface HandWaitingParts {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  readonly clock: Clock
  readonly hand: (notice: Notice) => void
}

/** What the night has held back is told in the order of a job's life: that nobody came before that the job is over. */
const ORDER = new Map<string, number>([...NOTICE_KINDS, ...OWN_NOTICE_KINDS].map((kind, index) => [kind, index]))

const inOrder = (one: Notice, other: Notice): number =>
  Temporal.Instant.compare(one.sendAt, other.sendAt) || (ORDER.get(one.kind) ?? 0) - (ORDER.get(other.kind) ?? 0)

/**
 * Hands every notice that is due and not yet sent to the sender again: what a crash or the night held back. Each call hands a page and the
 * next one goes on behind it, round and round, so that what cannot be sent never stands before what can.
 */
export function createHandWaiting({ store, county, clock, hand }: HandWaitingParts) {
  const query = { index: 'waiting', county, equals: { state: 'waiting' }, limit: LIMIT.pageSize }
  let goOn: { readonly after?: string } = {}

  return async function handWaiting({ olderThanSeconds }: { olderThanSeconds: number }): Promise<void> {
    const dueAt = clock.now().subtract({ seconds: olderThanSeconds })
    const { docs, next } = await store.find(notices, { ...query, ...goOn })
    const due = docs.filter(({ sendAt }) => !isBefore(dueAt, sendAt))
    goOn = next === undefined || due.length < docs.length ? {} : { after: next }
    for (const notice of due.toSorted(inOrder)) hand(notice)
  }
}

/** When the next waiting notice is to be sent. */
export async function nextWaiting({ store, county }: Pick<HandWaitingParts, 'store' | 'county'>): Promise<Temporal.Instant | undefined> {
  const { docs } = await store.find(notices, { index: 'waiting', county, equals: { state: 'waiting' }, limit: 1 })
  return docs[0]?.sendAt
}
