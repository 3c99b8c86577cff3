import { instantText, isBefore } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { workerAccount } from '../core/ledger/account.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { LIMIT } from '../core/limit.ts'
import type { Store } from '../store/port.ts'
import { entries } from './entry.collection.ts'
import type { Ledger } from './ledger.ts'

export interface Span {
  readonly from: Temporal.Instant
  /** The first moment that no longer counts. */
  readonly until: Temporal.Instant
}

/** A worker's entries within a span, the newest first, a page at a time. */
export async function* workerEntries(ledger: Pick<Ledger, 'statement'>, worker: PersonId, { from, until }: Span): AsyncGenerator<Entry> {
  for (let after: string | undefined; ; ) {
    const { docs, next } = await ledger.statement(workerAccount(worker), { from, after, limit: LIMIT.pageSize })
    yield* docs.filter(({ at }) => isBefore(at, until))
    if (next === undefined) return
    after = next
  }
}

/** Everybody's entries within a span, the oldest first, a page at a time. */
export async function* entriesWithin(
  { store, county }: { readonly store: Pick<Store, 'find'>; readonly county: string },
  { from, until }: Span,
): AsyncGenerator<Entry> {
  const range = { field: 'entry.at', from: instantText(from), below: instantText(until) }
  for (let after: string | undefined; ; ) {
    const page = await store.find(entries, {
      index: 'time',
      county,
      range,
      limit: LIMIT.rowsPerList,
      ...(after === undefined ? {} : { after }),
    })
    for (const { entry } of page.docs) yield entry
    if (page.next === undefined) return
    after = page.next
  }
}
