import { join } from 'node:path'
import { keysInFile } from './key-file.ts'
import { type KeyRing, readKeyRing } from './key-ring.ts'
import { nodeRandom, type RandomSource } from './random.ts'
import { VaultError } from './vault-error.ts'

const KEYS = 'LINGGONG_KEYS'
const INDEX_KEY = 'LINGGONG_INDEX_KEY'

export interface KeySource {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly dataDir: string
  readonly random?: RandomSource
}

/** The ring from the environment; where that says nothing, from `keys.json` in the data directory. Malformed keys throw `VaultError`. */
export function loadKeyRing({ env, dataDir, random = nodeRandom }: KeySource): KeyRing {
  const keys = env[KEYS] || undefined
  const indexKey = env[INDEX_KEY] || undefined
  if (keys !== undefined && indexKey !== undefined) return readKeyRing({ keys, indexKey }, { keys: KEYS, indexKey: INDEX_KEY })
  if (keys !== undefined || indexKey !== undefined) {
    throw new VaultError(`${keys === undefined ? KEYS : INDEX_KEY} is missing: set both ${KEYS} and ${INDEX_KEY}, or neither`)
  }
  const path = join(dataDir, 'keys.json')
  return readKeyRing(keysInFile(path, random), { keys: `${path}: keys`, indexKey: `${path}: indexKey` })
}
