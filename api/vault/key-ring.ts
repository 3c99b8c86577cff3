import type { NamedKey } from './envelope.ts'
import { nodeRandom, type RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

/** The county's own keys: the first seals, all of them open, so a new key is put in front and the old ones stay until nothing needs them. */
export interface KeyRing {
  readonly current: NamedKey
  readonly byKid: ReadonlyMap<string, NamedKey>
  /** For blind indexes. It cannot be rotated without computing every index anew. */
  readonly indexKey: Uint8Array
}

/** A ring as people write it down: `keys` is `kid:base64,…`, the current one first; both parts hold 32 bytes a key. */
export interface WrittenKeys {
  readonly keys: string
  readonly indexKey: string
}

const KEY_BYTES = 32
const KID_BYTES = 4
const KID = /^[\w-]{1,32}$/
/** What envelopes under a person's own key carry instead of a ring key's name. */
export const PERSON_KID = 'person'

function keyBytes(base64: string, what: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64')
  const isExact = bytes.length === KEY_BYTES && bytes.toString('base64').replace(/=+$/, '') === base64.replace(/=+$/, '')
  if (!isExact) throw new VaultError(`${what} must be ${KEY_BYTES} bytes in base64 (openssl rand -base64 ${KEY_BYTES})`)
  return bytes
}

function namedKey(entry: string, what: string): NamedKey {
  const colon = entry.indexOf(':')
  const kid = entry.slice(0, colon)
  if (colon < 0 || !KID.test(kid)) throw new VaultError(`${what} must read kid:base64, the kid of 1 to 32 letters, digits, - or _`)
  if (kid === PERSON_KID) throw new VaultError(`${what} may not be called ${PERSON_KID}`)
  return { kid, bytes: keyBytes(entry.slice(colon + 1), `${what} (${kid})`) }
}

/** Reads a written ring; what is wrong with it is a start-up error that names the entry and never prints it. */
export function readKeyRing(written: WrittenKeys, source: Readonly<Record<keyof WrittenKeys, string>>): KeyRing {
  const keys = written.keys.split(',').map((entry, place) => namedKey(entry.trim(), `${source.keys}, entry ${place + 1}`))
  const byKid = new Map(keys.map((key) => [key.kid, key]))
  const [current] = keys
  if (current === undefined || byKid.size !== keys.length) throw new VaultError(`${source.keys} names a key twice`)
  return { current, byKid, indexKey: keyBytes(written.indexKey.trim(), source.indexKey) }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A fresh ring of one key, under a name of its own: where another ring is used by mistake, that its key is missing can be said. */
export const generateKeys = (random: RandomSource): WrittenKeys => ({
  keys: `k${Buffer.from(random.bytes(KID_BYTES)).toString('hex')}:${base64(random.bytes(KEY_BYTES))}`,
  indexKey: base64(random.bytes(KEY_BYTES)),
})

/** A ring nobody else has and that ends with the process: for tests and the chat runner. */
export const memoryKeyRing = (random: RandomSource = nodeRandom): KeyRing =>
  readKeyRing(generateKeys(random), { keys: 'generated keys', indexKey: 'generated index key' })
