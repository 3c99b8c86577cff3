import { createCipheriv, createDecipheriv } from 'node:crypto'
import { assert } from '../core/assert.ts'
import type { RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

/** The field a sealed text belongs to. It is authenticated with the text, so an envelope moved to another field or row no longer opens. */
export interface Place {
  readonly collection: string
  readonly id: string
  readonly field: string
}

/** A 256-bit key and the name by which an envelope says that it was used. */
export interface NamedKey {
  readonly kid: string
  readonly bytes: Uint8Array
}

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const SHAPE = /^v1\.([\w-]{1,32})\.([\w-]{16})\.([\w-]*)\.([\w-]{22})$/

/** An id may hold any character; the two parts around it may not hold the separator, so the joined text says only one place. */
function boundTo({ collection, id, field }: Place): Buffer {
  assert(!collection.includes('|') && !field.includes('|'), 'collections and fields have no | in their names')
  return Buffer.from(`${collection}|${id}|${field}`)
}

/** Base64url with spare bits has several spellings of the same bytes; only the one we write is taken. */
function strictBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

const doesNotOpen = ({ collection, field }: Place, why: string) =>
  new VaultError(`the envelope of ${collection}.${field} does not open: ${why}`)

/** The key name an envelope was sealed under; undefined when the text is no envelope. */
export const kidOf = (envelope: string): string | undefined => SHAPE.exec(envelope)?.[1]

/** Seals a text as `v1.kid.iv.ct.tag`, the last three in base64url. */
export function sealEnvelope(key: NamedKey, sealed: { readonly place: Place; readonly text: string }, random: RandomSource): string {
  const iv = random.bytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(boundTo(sealed.place))
  const ciphertext = Buffer.concat([cipher.update(sealed.text, 'utf8'), cipher.final()])
  const parts = [Buffer.from(iv), ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))
  return ['v1', key.kid, ...parts].join('.')
}

/** Opens what `sealEnvelope` made for the same place under the same key; anything else throws `VaultError`. */
export function openEnvelope(key: NamedKey, place: Place, envelope: string): string {
  const [, kid, ...parts] = SHAPE.exec(envelope) ?? []
  const [iv, ciphertext, tag] = parts.map(strictBytes)
  if (iv === undefined || ciphertext === undefined || tag === undefined) throw doesNotOpen(place, 'it is malformed')
  if (kid !== key.kid) throw doesNotOpen(place, 'it was sealed under another key')
  const decipher = createDecipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES }).setAAD(boundTo(place)).setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
  } catch {
    throw doesNotOpen(place, 'it was changed, moved or sealed under another key')
  }
}
