import { join } from 'node:path'
import { keysFoundIn, keysInFile } from './key-file.ts'
import { type KeyRing, readKeyRing, type WrittenKeys } from './key-ring.ts'
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
