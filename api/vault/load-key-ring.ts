import { join } from 'node:path'
import { addKeyTo, keysFoundIn, keysInFile } from './key-file.ts'
import { generateKeys, type KeyRing, readKeyRing, type WrittenKeys } from './key-ring.ts'
import { nodeRandom, type RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

const KEYS = 'LINGGONG_KEYS'
const INDEX_KEY = 'LINGGONG_INDEX_KEY'

export interface KeySource {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly dataDir: string
  readonly random?: RandomSource
}

const fileOf = (dataDir: string): string => join(dataDir, 'keys.json')
const ringInFile = (path: string, written: WrittenKeys): KeyRing =>
  readKeyRing(written, { keys: `${path}: keys`, indexKey: `${path}: indexKey` })

/** undefined where the environment says nothing. */
function ringOfEnvironment(env: KeySource['env']): KeyRing | undefined {
  const keys = env[KEYS] || undefined
  const indexKey = env[INDEX_KEY] || undefined
  if (keys !== undefined && indexKey !== undefined) return readKeyRing({ keys, indexKey }, { keys: KEYS, indexKey: INDEX_KEY })
  if (keys === undefined && indexKey === undefined) return undefined
  throw new VaultError(`${keys === undefined ? KEYS : INDEX_KEY} is missing: set both ${KEYS} and ${INDEX_KEY}, or neither`)
}

/** The ring from the environment; where that says nothing, from `keys.json` in the data directory. Malformed keys throw `VaultError`. */
export function loadKeyRing({ env, dataDir, random = nodeRandom }: KeySource): KeyRing {
  const path = fileOf(dataDir)
  return ringOfEnvironment(env) ?? ringInFile(path, keysInFile(path, random))
}

/** The same for whoever only looks: where no keys are, none are made. */
export function findKeyRing({ env, dataDir }: Omit<KeySource, 'random'>): KeyRing {
  const path = fileOf(dataDir)
  return ringOfEnvironment(env) ?? ringInFile(path, keysFoundIn(path))
}

/**
 * A new key in front of the others. Where the ring is in a file it is written there and `written` is undefined; where it is in the environment,
 * `written` is what somebody has to put in front of it.
 */
export function makeNewKey({ env, dataDir, random = nodeRandom }: KeySource): { readonly kid: string; readonly written?: string } {
  if (ringOfEnvironment(env) === undefined) {
    const path = fileOf(dataDir)
    return { kid: ringInFile(path, addKeyTo(path, random)).current.kid }
  }
  const written = generateKeys(random)
  return { kid: readKeyRing(written, { keys: KEYS, indexKey: INDEX_KEY }).current.kid, written: written.keys }
}
