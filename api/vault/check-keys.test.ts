import { describe, expect, it } from '@jest/globals'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { checkKeys } from './check-keys.ts'
import { readKeyRing } from './key-ring.ts'
import { createVault } from './vault.ts'
import { VaultError } from './vault-error.ts'

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const vaultOf = (keys: string, index = 9) =>
  createVault(readKeyRing({ keys, indexKey: key(index) }, { keys: 'KEYS', indexKey: 'INDEX_KEY' }))

async function aWrittenDatabase() {
  const store = openSqlite({ file: ':memory:' })
  await checkKeys(store, vaultOf(`a:${key(1)}`), '350428')
  return store
}

describe('the keys of a database', () => {
  it('may be used again, and rotated', async () => {
    const store = await aWrittenDatabase()
    await checkKeys(store, vaultOf(`a:${key(1)}`), '350428')
    await checkKeys(store, vaultOf(`b:${key(2)},a:${key(1)}`), '350428')
  })

  it.each([
    ['another key of the same name', vaultOf(`a:${key(2)}`)],
    ['a ring without the first key', vaultOf(`b:${key(2)}`)],
    ['another index key', vaultOf(`a:${key(1)}`, 8)],
  ])('are missed: %s stops the start', async (_what, vault) => {
    const store = await aWrittenDatabase()
    await expect(checkKeys(store, vault, '350428')).rejects.toThrow(VaultError)
  })
})
