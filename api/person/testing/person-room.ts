import type { Caller } from '../../contract/route.ts'
import { anIdNumber } from '../../core/person/testing/id-numbers.ts'
import { NOW } from '../../core/testing/builders.ts'
import { createEditor } from '../../store/editor.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { memoryKeyRing } from '../../vault/key-ring.ts'
import { createVault } from '../../vault/vault.ts'
import { createPeople } from '../find-person.ts'
import { people as collection } from '../person.collection.ts'
import { createPersonRoutes } from '../person.routes.ts'

const COUNTY = '350428'

/** The person slice over a real SQLite store, with a clock that stands until it is told. */
export function aPersonRoom({ file = ':memory:', ring = memoryKeyRing() } = {}) {
  const clock = { at: NOW, now: () => clock.at }
  const vault = createVault(ring)
  const store = openSqlite({ file })
  /** What one process has of its own; a second one shares only the store and the keys. */
  const aProcess = () => {
    const people = createPeople({ store, vault, clock, county: COUNTY })
    const ports = { editor: createEditor({ store, monotonicMs: () => clock.at.epochMilliseconds }), clock, people, vault }
    return { people, ports, routes: createPersonRoutes(ports) }
  }
  const stored = async () => (await store.find(collection, { index: 'registered', county: COUNTY, limit: 100 })).docs
  return { clock, vault, store, stored, aProcess, ...aProcess() }
}

export const aCaller = (contact: string, key: string): Caller => ({ role: 'contact', contact, key: `${contact}:${key}`, county: COUNTY })

export const aBody = (about: { role?: 'worker' | 'employer'; name?: string; idNumber?: string; phone?: string } = {}) => ({
  role: 'worker' as const,
  name: '廖大山',
  idNumber: anIdNumber('19800101'),
  phone: '13800001234',
  consent: true as const,
  ...about,
})

export const NOTHING = { params: {}, query: {} }
