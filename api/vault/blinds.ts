import { z } from 'zod'
import type { Collection, Doc, FieldPath, Store } from '../store/port.ts'
import { INDEX_KEYS_MAX } from './key-ring.ts'

/** The one of what has only one. */
export const blind = z.string().regex(/^[\w-]{43}$/)

/** The blind indexes of one text, the oldest key’s first. A single one is stored as plain text, as it was before there could be several. */
export const blinds = z.codec(
  z.union([blind, z.array(blind).min(2).max(INDEX_KEYS_MAX)]),
  z.array(blind).min(1).max(INDEX_KEYS_MAX).readonly(),
  {
    decode: (stored) => (typeof stored === 'string' ? [stored] : stored),
    encode: (all) => (all[0] !== undefined && all.length === 1 ? all[0] : [...all]),
  },
)

export const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, place) => one === others[place])

/** Whether both were made of the same text, under keys of which they share at least one. */
export const isShared = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one))

interface Wanted {
  readonly county: string
  readonly field: FieldPath
  /** All that it may be written as; who shares a key with its writer finds it by one of them. */
  readonly blinds: readonly string[]
}

/** Who a unique blind index leads to: one look-up a key, and there is one key but for the days in which keys change. */
export async function getByBlind<T extends Doc>(
  store: Pick<Store, 'getBy'>,
  from: Collection<T>,
  key: string,
  { county, field, blinds }: Wanted,
): Promise<T | undefined> {
  for (const blind of blinds) {
    const found = await store.getBy(from, key, { county, [field]: blind })
    if (found !== undefined) return found
  }
  return undefined
}
