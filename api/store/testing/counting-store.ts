import type { Collection, Store } from '../port.ts'

export interface StoreCounts {
  readonly reads: number
  readonly writes: number
}

export interface CountingStore extends Store {
  /** What was asked of the database, refused writes included: of one collection, or of all. */
  counts(of?: Collection): StoreCounts
  reset(): void
}

/** Counts the operations that reach a store, for tests and benches that promise how few they need. */
export function countingStore(store: Store): CountingStore {
  const reads: string[] = []
  const writes: string[] = []
  const counted = <R>(list: string[], of: Collection, operation: () => Promise<R>): Promise<R> => {
    list.push(of.name)
    return operation()
  }
  const count = (list: readonly string[], of: Collection | undefined) => list.filter((name) => of === undefined || name === of.name).length
  return {
    insert: (into, doc) => counted(writes, into, () => store.insert(into, doc)),
    replace: (into, doc, expectedVersion) => counted(writes, into, () => store.replace(into, doc, expectedVersion)),
    remove: (from, county, id) => counted(writes, from, () => store.remove(from, county, id)),
    get: (from, county, id) => counted(reads, from, () => store.get(from, county, id)),
    getBy: (from, key, equals) => counted(reads, from, () => store.getBy(from, key, equals)),
    find: (from, query) => counted(reads, from, () => store.find(from, query)),
    count: (from, query) => counted(reads, from, () => store.count(from, query)),
    close: () => store.close(),
    counts: (of) => ({ reads: count(reads, of), writes: count(writes, of) }),
    reset() {
      reads.length = 0
      writes.length = 0
    },
  }
}
