import { join } from 'node:path'
import { changeKeysIn, keysFoundIn, keysInFile } from './key-file.ts'
import { generateNext, inFront, type KeyRing, readKeyRing, type WrittenKeys, withoutOlder } from './key-ring.ts'
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

const kidOf = (written: WrittenKeys): string => readKeyRing(written, { keys: KEYS, indexKey: INDEX_KEY }).current.kid

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
 * A new key in front of the others, of either kind. Where the ring is in a file it is written there and `written` is undefined; where it is in the environment,
 * `written` is what somebody has to put in front of it.
 */
export function makeNewKey({ env, dataDir, random = nodeRandom }: KeySource): { readonly kid: string; readonly written?: WrittenKeys } {
  const next = generateNext(random)
  const kid = kidOf(next)
  if (ringOfEnvironment(env) !== undefined) return { kid, written: next }
  const path = fileOf(dataDir)
  changeKeysIn(path, (before) => {
    const after = inFront(next, before)
    ringInFile(path, after)
    return after
  })
  return { kid }
}

/**
 * Leaves the older keys out of the ring that a rotation was done with. Answers what has to be put into the environment; undefined where the ring is
 * in a file. A ring that somebody changed meanwhile stays, and `VaultError` says so.
 */
export function retireOlderKeys({ env, dataDir }: Omit<KeySource, 'random'>, rotated: KeyRing): WrittenKeys | undefined {
  if (ringOfEnvironment(env) !== undefined) return withoutOlder({ keys: env[KEYS] ?? '', indexKey: env[INDEX_KEY] ?? '' })
  const path = fileOf(dataDir)
  changeKeysIn(path, (before) => {
    const { current, index } = ringInFile(path, before)
    const isSame = current.kid === rotated.current.kid && index.inUse[0].kid === rotated.index.inUse[0].kid
    if (!isSame) throw new VaultError(`${path} was changed meanwhile; restart every process and rotate again`)
    return withoutOlder(before)
  })
  return undefined
}
