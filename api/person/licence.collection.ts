import { z } from 'zod'
import type { Licence } from '../core/person/licence.ts'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { instant, plainDate } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'

const sealed = z.string().regex(/^v1\.[\w.-]+$/)

/**
 * `number` is sealed with the person's own key, once somebody has read it off the picture. `mark` is the blind index of the picture, so that
 * the same one is known again.
 */
export type LicenceDoc = Licence & Outbox & Remembers & Doc & { readonly number: string | null; readonly mark: string }

const head = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  person: z.string(),
  cert: z.string(),
  uploadedBy: z.string(),
  uploadedAt: instant,
  number: sealed.nullable(),
  mark: z.string().default(''),
  ...onceFields,
  ...outboxFields,
}
const reviewed = { reviewedBy: z.string(), reviewedAt: instant }

export const licences = collection<LicenceDoc>({
  name: 'licences',
  schema: z.discriminatedUnion('state', [
    z.strictObject({ ...head, state: z.literal('waiting') }),
    z.strictObject({ ...head, ...reviewed, state: z.literal('approved'), validUntil: plainDate, reviewOn: plainDate.nullable() }),
    z.strictObject({ ...head, ...reviewed, state: z.literal('rejected'), reason: z.string() }),
  ]),
  indexes: { state: ['county', 'state', 'uploadedAt'], person: ['county', 'person', 'uploadedAt'], ...outboxIndex },
})

export interface LicencePictureDoc extends Doc {
  readonly person: string
  readonly format: 'jpeg' | 'png'
  /** The cleaned picture in base64, sealed with the person's own key. */
  readonly sealed: string
}

/** Under the id of its licence; apart from it, so that a list reads no pictures. */
export const licencePictures = collection<LicencePictureDoc>({
  name: 'licencePictures',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    person: z.string(),
    format: z.enum(['jpeg', 'png']),
    sealed,
  }),
})
