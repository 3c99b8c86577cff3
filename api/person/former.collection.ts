import { z } from 'zod'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { pagesOf } from '../store/pages.ts'
import type { Doc } from '../store/port.ts'
import { sealedIn } from '../vault/sealed-in.ts'
import { type CountedPerson, countedFields, sealed } from './person.collection.ts'

export type FormerPersonDoc = CountedPerson & Outbox & Doc & { readonly erasedAt: Temporal.Instant }

/** Under the id that he had: all that is left of somebody who was forgotten, for the counts to stay right. Nobody is found by it. */
export const formerPeople = collection<FormerPersonDoc>({
  name: 'formerPeople',
  schema: z.strictObject({ version: z.int(), ...countedFields, erasedAt: instant, ...outboxFields }),
  indexes: { erased: ['county', 'erasedAt'], ...outboxIndex },
})

/** Name, ID number and phone of somebody who was forgotten, for the files that the law has kept; `until` when. */
export interface KeptIdentityDoc extends Doc {
  /** A key of its own, wrapped by the county's. The person's own is gone. */
  readonly key: string
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly until: Temporal.Instant
}

/** Under the id that he had, which stands in the files. There is no index of any of it. */
export const keptIdentities = collection<KeptIdentityDoc>({
  name: 'keptIdentities',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    key: sealed,
    name: sealed,
    idNumber: sealed,
    phone: sealed,
    until: instant,
  }),
  indexes: { until: ['county', 'until'] },
})

export const keptPlaceOf = (id: string, field: 'key' | 'name' | 'idNumber' | 'phone') => ({ collection: keptIdentities.name, id, field })

export const sealedIdentities = sealedIn<KeptIdentityDoc>({
  of: keptIdentities,
  every: (store, county) => pagesOf(store, keptIdentities, { index: 'until', county }),
  resealed(doc, again) {
    const key = again(keptPlaceOf(doc.id, 'key'), doc.key)
    return key === doc.key ? doc : { ...doc, key }
  },
})
