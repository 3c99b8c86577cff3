import { describe, expect, it } from '@jest/globals'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { checkKeys, countOnAll } from './check-keys.ts'
import { readKeyRing } from './key-ring.ts'
import { createVault, type Vault } from './vault.ts'
import { VaultError } from './vault-error.ts'

const COUNTY = '350428'
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const vaultOf = (keys: string, indexKey = key(9)): Vault =>
  createVault(readKeyRing({ keys, indexKey }, { keys: 'KEYS', indexKey: 'INDEX_KEY' }))

async function aWrittenDatabase() {
  const store = openSqlite({ file: ':memory:' })
  await checkKeys(store, vaultOf(`a:${key(1)}`), COUNTY)
  return store
}

describe('the keys of a database', () => {
  it('may be used again, and rotated', async () => {
    const store = await aWrittenDatabase()
    await checkKeys(store, vaultOf(`a:${key(1)}`), COUNTY)
    await checkKeys(store, vaultOf(`b:${key(2)},a:${key(1)}`), COUNTY)
  })

  it.each([
    ['another key of the same name', vaultOf(`a:${key(2)}`)],
    ['a ring without the first key', vaultOf(`b:${key(2)}`)],
    ['another index key', vaultOf(`a:${key(1)}`, key(8))],
  ])('are missed: %s stops the start', async (_what, vault) => {
    const store = await aWrittenDatabase()
    await expect(checkKeys(store, vault, COUNTY)).rejects.toThrow(VaultError)
  })
})

/** The rings of index keys that a county has one after the other. */
const RING = {
  old: key(9),
  both: `new:${key(8)},${key(9)}`,
  swapped: `${key(9)},new:${key(8)}`,
  retired: `new:${key(8)},${key(9)}:retired`,
  new: `new:${key(8)}`,
  next: `next:${key(7)},new:${key(8)}`,
} as const
type Step = keyof typeof RING | `rotated ${keyof typeof RING}`

const RINGS = ['old', 'both', 'swapped', 'retired', 'new', 'next'] as const satisfies readonly (keyof typeof RING)[]
const isRotated = (step: Step): boolean => step.startsWith('rotated ')

async function take(store: Awaited<ReturnType<typeof aWrittenDatabase>>, step: Step): Promise<void> {
  const [ring = 'old'] = RINGS.filter((one) => one === step || `rotated ${one}` === step)
  const vault = vaultOf(`a:${key(1)}`, RING[ring])
  await checkKeys(store, vault, COUNTY)
  if (isRotated(step)) await countOnAll(store, vault, COUNTY)
}

describe('an index key', () => {
  it.each<readonly [string, readonly Step[], Step]>([
    ['a new one beside it', [], 'both'],
    ['the other order', ['both'], 'swapped'],
    ['the old ring again, before anything was rotated', ['both'], 'old'],
    ['the old one retired after the rotation', ['both', 'rotated both'], 'retired'],
    ['the old one gone after the rotation', ['both', 'rotated both'], 'new'],
    ['a process that has not heard yet', ['both', 'rotated both', 'retired'], 'both'],
    ['the old ring again, right after the rotation', ['rotated both'], 'old'],
    ['the next year’s', ['rotated both', 'rotated new'], 'next'],
  ])('may be changed: %s', async (_what, before, ring) => {
    const store = await aWrittenDatabase()
    for (const step of before) await take(store, step)
    await take(store, ring)
  })

  it.each<readonly [string, readonly Step[], Step]>([
    ['retired before the rotation', ['both'], 'retired'],
    ['gone before the rotation', ['both'], 'new'],
    ['the older one alone, once others have done without it', ['rotated both', 'new'], 'old'],
    ['gone, where a process has since gone back to the old ring alone', ['rotated both', 'old'], 'new'],
    ['retired, where a process has since gone back to the old ring alone', ['rotated both', 'old', 'both'], 'retired'],
  ])('is missed: %s', async (_what, before, ring) => {
    const store = await aWrittenDatabase()
    for (const step of before) await take(store, step)
    await expect(take(store, ring)).rejects.toThrow(/not in use any more: put it back behind the newer one .* until npm run keys:rotate/)
  })
})
