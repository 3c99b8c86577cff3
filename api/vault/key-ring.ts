import type { NamedKey } from './envelope.ts'
import { nodeRandom, type RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

/** The county's own keys: the first seals, all of them open, so a new key is put in front and the old ones stay until nothing needs them. */
export interface KeyRing {
  readonly current: NamedKey
  readonly byKid: ReadonlyMap<string, NamedKey>
  readonly index: IndexKeys
}

/** The keys of blind indexes. */
export interface IndexKeys {
  /** The newest first: whatever can have several indexes is written under each of them, and found by any. */
  readonly inUse: readonly [NamedKey, ...NamedKey[]]
  /** Nothing is written under them any more; what was written under them once is still recognised. */
  readonly retired: readonly NamedKey[]
}

/**
 * A ring as people write it down: both parts are `kid:base64,…`, the newest first, of 32 bytes a key. An index key may be without a name, as
 * the first of a county is, and reads `kid:base64:retired` once it only recognises.
 */
export interface WrittenKeys {
  readonly keys: string
  readonly indexKey: string
}

const KEY_BYTES = 32
const KID_BYTES = 4
const KID = /^[\w-]{1,32}$/
/** What envelopes under a person's own key carry instead of a ring key's name. */
export const PERSON_KID = 'person'
/** What the index key is called that has no name: there was only one once. */
export const UNNAMED_KID = 'first'
const RETIRED = ':retired'
/** Each one is a look-up more for whoever is not there; a rotation in good time leaves one. */
export const INDEX_KEYS_MAX = 4

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

const isRetired = (entry: string): boolean => entry.endsWith(RETIRED)

function indexKey(entry: string, what: string): NamedKey {
  const key = isRetired(entry) ? entry.slice(0, -RETIRED.length) : entry
  return key.includes(':') ? namedKey(key, what) : { kid: UNNAMED_KID, bytes: keyBytes(key, what) }
}

const entriesOf = (written: string): readonly string[] => written.split(',').map((entry) => entry.trim())

function readIndexKeys(written: string, source: string): IndexKeys {
  const entries = entriesOf(written)
  const keys = entries.map((entry, place) => indexKey(entry, entries.length === 1 ? source : `${source}, entry ${place + 1}`))
  if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) throw new VaultError(`${source} names a key twice`)
  const [newest, ...older] = keys.filter((_key, place) => !isRetired(entries[place] ?? ''))
  if (newest === undefined) throw new VaultError(`${source} has no key that is in use, only retired ones`)
  if (older.length >= INDEX_KEYS_MAX)
    throw new VaultError(
      `${source} has more than ${INDEX_KEYS_MAX} keys in use; take the older ones out first: npm run keys:rotate -- --retire`,
    )
  return { inUse: [newest, ...older], retired: keys.filter((_key, place) => isRetired(entries[place] ?? '')) }
}

/** Reads a written ring; what is wrong with it is a start-up error that names the entry and never prints it. */
export function readKeyRing(written: WrittenKeys, source: Readonly<Record<keyof WrittenKeys, string>>): KeyRing {
  const keys = entriesOf(written.keys).map((entry, place) => namedKey(entry, `${source.keys}, entry ${place + 1}`))
  const byKid = new Map(keys.map((key) => [key.kid, key]))
  const [current] = keys
  if (current === undefined || byKid.size !== keys.length) throw new VaultError(`${source.keys} names a key twice`)
  return { current, byKid, index: readIndexKeys(written.indexKey, source.indexKey) }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const newKey = (random: RandomSource): string => base64(random.bytes(KEY_BYTES))
const newKid = (random: RandomSource): string => `k${Buffer.from(random.bytes(KID_BYTES)).toString('hex')}`

/** A fresh ring of one key, under a name of its own: where another ring is used by mistake, that its key is missing can be said. */
export const generateKeys = (random: RandomSource): WrittenKeys => ({
  keys: `${newKid(random)}:${newKey(random)}`,
  indexKey: newKey(random),
})

/** A new key for either part, under one name; each goes in front of what is there. */
export function generateNext(random: RandomSource): WrittenKeys {
  const kid = newKid(random)
  return { keys: `${kid}:${newKey(random)}`, indexKey: `${kid}:${newKey(random)}` }
}

/** Only the newest key seals and is written under; older index keys stay to recognise what was made with them. */
export function withoutOlder({ keys, indexKey }: WrittenKeys): WrittenKeys {
  const [newest = ''] = entriesOf(keys)
  const entries = entriesOf(indexKey)
  const inUse = entries.find((entry) => !isRetired(entry))
  const retired = entries.filter((entry) => entry !== inUse).map((entry) => (isRetired(entry) ? entry : `${entry}${RETIRED}`))
  return { keys: newest, indexKey: [inUse, ...retired].join(',') }
}

export const inFront = (next: WrittenKeys, before: WrittenKeys): WrittenKeys => ({
  keys: `${next.keys},${before.keys}`,
  indexKey: `${next.indexKey},${before.indexKey}`,
})

/** A ring nobody else has and that ends with the process: for tests and the chat runner. */
export const memoryKeyRing = (random: RandomSource = nodeRandom): KeyRing =>
  readKeyRing(generateKeys(random), { keys: 'generated keys', indexKey: 'generated index key' })
