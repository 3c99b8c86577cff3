import { z } from 'zod'
import type { IdentityTries } from '../core/person/identity-tries.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'

/** Under the blind index of a contact or of an ID number: who guesses names for a number is stopped, whoever he writes as. */
export type IdentityTriesDoc = Doc & IdentityTries & Remembers

export const identityTries = collection<IdentityTriesDoc>({
  name: 'identityTries',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), count: z.int(), since: instant, ...onceFields }),
  indexes: { age: ['county', 'since'] },
})
