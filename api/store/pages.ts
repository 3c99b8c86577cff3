import type { Collection, Doc, Query, Store } from './port.ts'

const PAGE_DOCS = 200

/** Everything that a query finds, a page at a time; what is written meanwhile behind the place reached is found as well. */
export async function* pagesOf<T extends Doc>(
  store: Pick<Store, 'find'>,
  from: Collection<T>,
  query: Omit<Query, 'after' | 'limit'>,
): AsyncGenerator<readonly T[]> {
  for (let after: string | undefined; ; ) {
    const page = await store.find(from, { ...query, limit: PAGE_DOCS, ...(after === undefined ? {} : { after }) })
    yield page.docs
    after = page.next
    if (after === undefined) return
  }
}
