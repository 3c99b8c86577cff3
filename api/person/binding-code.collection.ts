import { z } from 'zod'
import type { BindingCode } from '../core/person/binding-code.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** `code` is the blind index of its digits. A person has one at a time: a new one takes the older one's place. */
export type BindingCodeDoc = Doc & BindingCode & { readonly code: string }

export const bindingCodes = collection<BindingCodeDoc>({
  name: 'bindingCodes',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    person: z.string(),
    code: z.string(),
    until: instant,
    usedBy: z.string().nullable(),
  }),
  unique: { code: ['county', 'code'] },
  indexes: { age: ['county', 'until'] },
})
