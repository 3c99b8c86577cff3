import { type Clock, instantText } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import type { Store } from '../store/port.ts'
import { type Notice, notices } from './notice.collection.ts'

/** Hands every notice that is due and not yet sent to the sender again: what a crash or the night held back. Gives how many. */
export async function handWaiting(
  { store, county, clock, hand }: { store: Store; county: string; clock: Clock; hand: (notice: Notice) => void },
  { olderThanSeconds }: { olderThanSeconds: number },
): Promise<number> {
  const below = instantText(clock.now().subtract({ seconds: olderThanSeconds }).add({ milliseconds: 1 }))
  const range = { field: 'sendAt', below }
  const { docs } = await store.find(notices, { index: 'waiting', county, equals: { state: 'waiting' }, range, limit: LIMIT.pageSize })
  for (const notice of docs) hand(notice)
  return docs.length
}

/** When the next waiting notice is to be sent. */
export async function nextWaiting({ store, county }: { store: Store; county: string }): Promise<Temporal.Instant | undefined> {
  const { docs } = await store.find(notices, { index: 'waiting', county, equals: { state: 'waiting' }, limit: 1 })
  return docs[0]?.sendAt
}
