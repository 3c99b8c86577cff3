import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { loadKeyRing } from '../vault/load-key-ring.ts'
import { aPersonRoom } from './testing/person-room.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'sealed-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const CONTACT = 'simulator/canary-contact-7f3a'
const IDENTITY = { name: '金丝雀', idNumber: anIdNumber('19771113', { sequence: 789 }), phone: '13912345678' }
const KEY = 'canary-message-51c9'
const open = () => openSqlite({ file: join(dataDir, 'linggong.db') })
const room = () => aPersonRoom({ store: open(), ring: loadKeyRing({ env: {}, dataDir }) })

/** Every byte a thief of the data directory would get, without the keys, which belong elsewhere in production. */
const stolen = () =>
  Buffer.concat(
    readdirSync(dataDir)
      .filter((name) => name !== 'keys.json')
      .map((name) => readFileSync(join(dataDir, name))),
  )

describe('the database file', () => {
  it('holds no name, ID number, birth day, phone or contact in clear, open or closed', async () => {
    const { register, addRole, store } = room()
    const answer = await register(CONTACT, KEY, IDENTITY)
    await addRole(CONTACT, `${KEY}-2`, 'employer')
    expect(answer.ok).toBe(true)
    const whileOpen = stolen()
    await store.close()
    for (const bytes of [whileOpen, stolen()]) {
      expect(bytes.includes('"registeredAt"')).toBe(true)
      const canaries = [...Object.values(IDENTITY), '1977-11-13', '19771113', CONTACT, 'canary', KEY, '138****', '金*雀']
      expect(canaries.filter((canary) => bytes.includes(canary))).toEqual([])
      expect(bytes.includes(Buffer.from(IDENTITY.name, 'utf16le'))).toBe(false)
    }
  })

  it('opens again after a restart with the keys of the data directory, and with no others', async () => {
    const again = room()
    expect(await again.people.byContact(CONTACT)).toMatchObject({ maskedName: '金*雀', roles: ['worker', 'employer'] })
    const [doc] = await again.stored()
    await again.store.close()
    const thief = aPersonRoom({ store: open() })
    expect(await thief.people.byContact(CONTACT)).toBeUndefined()
    await expect(thief.people.byId(asId(doc?.id ?? ''))).rejects.toThrow('no such key in the ring')
    await thief.store.close()
  })
})
