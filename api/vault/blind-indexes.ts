import { createHmac } from 'node:crypto'
import { assert } from '../core/assert.ts'
import type { NamedKey } from './envelope.ts'
import type { IndexKeys } from './key-ring.ts'

/** Blind indexes while keys change, see docs/decisions/0013. */
export interface BlindIndexes {
  /** The key that whatever has only one index is written under: the oldest in use, which every process has while keys change. */
  readonly kid: string
  /** Under that key: for what is gone before its key is, or stands under it as its id. */
  one(purpose: string, text: string): string
  /** Under each key in use, the oldest first: for what is found by it for years. */
  all(purpose: string, text: string): readonly string[]
  /** Under each key of the ring, the oldest in use first and the retired ones last: all that the text may have been written as. */
  ever(purpose: string, text: string): readonly string[]
  /** Under the key of that name; undefined where the ring has none. */
  under(kid: string, purpose: string, text: string): string | undefined
}

function indexUnder({ bytes }: NamedKey, purpose: string, text: string): string {
  assert(!purpose.includes('\0'), 'a purpose has no NUL in its name')
  return createHmac('sha256', bytes).update(`${purpose}\0${text}`).digest('base64url')
}

export function blindIndexes({ inUse, retired }: IndexKeys): BlindIndexes {
  const oldest = inUse.at(-1) ?? inUse[0]
  const oldestFirst = inUse.toReversed()
  const ever = [...oldestFirst, ...retired]
  const byKid = new Map(ever.map((key) => [key.kid, key]))
  return {
    kid: oldest.kid,
    one: (purpose, text) => indexUnder(oldest, purpose, text),
    all: (purpose, text) => oldestFirst.map((key) => indexUnder(key, purpose, text)),
    ever: (purpose, text) => ever.map((key) => indexUnder(key, purpose, text)),
    under(kid, purpose, text) {
      const key = byKid.get(kid)
      return key && indexUnder(key, purpose, text)
    },
  }
}
