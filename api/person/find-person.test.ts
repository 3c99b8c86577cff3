import { describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { NOW } from '../core/testing/builders.ts'
import { VaultError } from '../vault/vault-error.ts'
import { createPeople } from './find-person.ts'
import { importPerson } from './import-person.ts'
import { people as collection } from './person.collection.ts'
import { aPersonRoom } from './testing/person-room.ts'

const LIAO = asId<'contact'>('simulator/liao')
const typed = { name: '廖大山', idNumber: anIdNumber('19800101'), phone: '13800001234', demo: false, at: NOW, roles: ['worker'] as const }

async function withLiao() {
  const room = aPersonRoom()
  const liao = await importPerson(room.ports, { ...typed, contact: LIAO })
  if (!liao.ok) throw new Error(liao.refusal)
  let reads = 0
  const counted = {
    get: (...asked: Parameters<typeof room.store.get>) => {
      reads += 1
      return room.store.get(...asked)
    },
    getBy: (...asked: Parameters<typeof room.store.getBy>) => {
      reads += 1
      return room.store.getBy(...asked)
    },
  } as Pick<typeof room.store, 'get' | 'getBy'>
  const people = createPeople({ store: counted, vault: room.vault, clock: room.clock, county: '350428' })
  return { ...room, people, liao: liao.value, reads: () => reads }
}

describe('finding a person', () => {
  it('works by contact and by id, and says where to reach him and what others may call him', async () => {
    const { people, liao } = await withLiao()
    expect(await people.byContact(LIAO)).toEqual(liao)
    expect(await people.byId(liao.id)).toEqual(liao)
    expect(await people.contactOf(liao.id)).toBe(LIAO)
    expect(await people.maskedNameOf(liao.id)).toBe('廖*山')
  })

  it('finds nobody where there is nobody', async () => {
    const { people } = await withLiao()
    const nobody = asId<'person'>('nobody')
    expect([
      await people.byContact('simulator/chen'),
      await people.byContact(''),
      await people.byId(nobody),
      await people.contactOf(nobody),
    ]).toEqual([undefined, undefined, undefined, undefined])
    expect(await people.maskedNameOf(nobody)).toBe('*')
  })

  it('reads once for the commands of a second, by whichever way they ask', async () => {
    const { people, liao, reads, clock } = await withLiao()
    for (let command = 0; command < 10; command += 1) await people.byContact(LIAO)
    await people.byId(liao.id)
    expect(reads()).toBe(1)
    clock.at = clock.at.add({ milliseconds: 1001 })
    await people.byContact(LIAO)
    expect(reads()).toBe(2)
    clock.at = clock.at.subtract({ hours: 1 })
    await people.byContact(LIAO)
    expect(reads()).toBe(3)
  })

  it('always asks again for a contact that was not registered', async () => {
    const { people, reads } = await withLiao()
    await people.byContact('simulator/chen')
    await people.byContact('simulator/chen')
    expect(reads()).toBe(2)
  })

  it('does not remember what it read before a change that came meanwhile', async () => {
    const { people, liao, reads } = await withLiao()
    const reading = people.byContact(LIAO)
    people.changed(liao.id)
    expect(await reading).toEqual(liao)
    await people.byContact(LIAO)
    expect(reads()).toBe(2)
  })

  it('stays within its county', async () => {
    const { store, vault, clock, liao } = await withLiao()
    const neighbours = createPeople({ store, vault, clock, county: '350429' })
    expect([await neighbours.byContact(LIAO), await neighbours.byId(liao.id)]).toEqual([undefined, undefined])
  })

  it.each(['name', 'birthDay', 'key'] as const)('throws where the stored %s was exchanged for that of another person', async (field) => {
    const { store, ports, people, liao } = await withLiao()
    const other = await importPerson(ports, { ...typed, name: '陈小旺', idNumber: anIdNumber('19810101') })
    const [mine, theirs] = await Promise.all([liao.id, other.ok ? other.value.id : ''].map((id) => store.get(collection, '350428', id)))
    if (!mine || !theirs) throw new Error('both were stored')
    await store.replace(collection, { ...mine, [field]: theirs[field], version: 2 }, 1)
    await expect(people.byContact(LIAO)).rejects.toThrow(VaultError)
  })
})
