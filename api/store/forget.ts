import { LIMIT } from '../core/limit.ts'
import type { Collection, Doc, Query, Store } from './port.ts'

/** Removes what a query finds, a page at a time; the next sweep goes on. */
export async function forget(store: Pick<Store, 'find' | 'remove'>, from: Collection, query: Omit<Query, 'limit'>): Promise<void> {
  const { docs } = await store.find(from, { ...query, limit: LIMIT.pageSize })
  await Promise.all(docs.map(({ county, id }: Doc) => store.remove(from, county, id)))
}
