import { instantText } from '../core/clock.ts'
import type { Collection, Query, Store } from '../store/port.ts'
import type { OutboxDoc } from './outbox.ts'

const PAGE = 100
const MOST = 1000

interface Where {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  readonly collection: Collection<OutboxDoc>
  readonly before: Temporal.Instant | undefined
}

/** Documents with events nobody has cleared, the longest waiting first; at most a thousand, the next sweep finds the rest. */
export async function* findPending({ store, county, collection, before }: Where): AsyncGenerator<OutboxDoc> {
  const bound = before === undefined ? {} : { below: instantText(before) }
  const query: Query = { index: 'outbox', county, range: { field: 'outboxSince', from: '', ...bound }, limit: PAGE }
  let after: string | undefined
  for (let seen = 0; seen < MOST; seen += PAGE) {
    const page = await store.find(collection, after === undefined ? query : { ...query, after })
    yield* page.docs
    if (page.next === undefined) return
    after = page.next
  }
}
