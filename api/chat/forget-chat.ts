import { instantText } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import type { Collection, Doc, Query, Store } from '../store/port.ts'
import type { ChatParts } from './keep-messages.ts'
import { messages } from './message.collection.ts'
import { sessions } from './session.collection.ts'

/**
 * Forgets what chat needs no longer, a page of each at a time: lines that no channel repeats any more, answered or not, and conversations
 * that slept too long to be gone on with.
 */
export async function forgetChat({ store, county, clock }: Omit<ChatParts, 'vault'>): Promise<void> {
  const before = (hours: number) => ({ field: 'at', below: instantText(clock.now().subtract({ hours })) })
  const range = before(LIMIT.messageKeptHours)
  await forget(store, messages, { index: 'state', county, equals: { state: 'answered' }, range })
  await forget(store, messages, { index: 'state', county, equals: { state: 'received' }, range })
  await forget(store, sessions, { index: 'age', county, range: before(LIMIT.sessionKeptHours) })
}

async function forget(store: Store, from: Collection, query: Omit<Query, 'limit'>): Promise<void> {
  const { docs } = await store.find(from, { ...query, limit: LIMIT.pageSize })
  await Promise.all(docs.map(({ county, id }: Doc) => store.remove(from, county, id)))
}
