import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { LicencePorts } from '../person/licences.ts'
import { pagesOf } from '../store/pages.ts'
import type { Collection, Doc, Query, Store } from '../store/port.ts'
import type { Ledger } from '../wallet/ledger.ts'

/** Where everything about one person is read from. */
export interface ExportBooks extends LicencePorts {
  readonly store: Store
  readonly county: string
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'statement'>
  /** What others may see of a name. */
  readonly nameOf: (person: PersonId) => Promise<string>
}

/** All documents of a query, a page at a time. */
export async function* every<T extends Doc>(
  { store, county }: ExportBooks,
  from: Collection<T>,
  query: Pick<Query, 'index' | 'equals'>,
): AsyncGenerator<T> {
  for await (const page of pagesOf(store, from, { ...query, county })) yield* page
}
