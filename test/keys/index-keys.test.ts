import { describe, expect, it } from '@jest/globals'
import { asId } from '@linggong/api/core/id.ts'
import { asIdNumber } from '@linggong/api/core/person/id-number.ts'
import { asPersonName } from '@linggong/api/core/person/name.ts'
import { asPhone } from '@linggong/api/core/person/phone.ts'
import { UNVERIFIED } from '@linggong/api/core/person/verification.ts'
import { createPeople } from '@linggong/api/person/find-person.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { openPayee, sealPayee, sealPerson, withContact } from '@linggong/api/person/seal-person.ts'
import { sealedPeople } from '@linggong/api/person/sealed-people.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { checkKeys, countOnAll } from '@linggong/api/vault/check-keys.ts'
import { readKeyRing } from '@linggong/api/vault/key-ring.ts'
import { rotateKeys } from '@linggong/api/vault/rotate-keys.ts'
import { createVault, type Vault } from '@linggong/api/vault/vault.ts'
import fc from 'fast-check'
import { z } from 'zod'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const county = '350428'
const AT = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const vaultOf = (indexKey: string): Vault =>
  createVault(readKeyRing({ keys: `a:${base64(1)}`, indexKey }, { keys: 'KEYS', indexKey: 'INDEX' }))

/** One year after the other; two that stand beside one another may be held by two processes at once. */
const YEARS = [
  base64(9),
  `b:${base64(8)},${base64(9)}`,
  `b:${base64(8)},${base64(9)}:retired`,
  `c:${base64(7)},b:${base64(8)},${base64(9)}:retired`,
  `c:${base64(7)},b:${base64(8)}:retired,${base64(9)}:retired`,
].map(vaultOf)
const [OLD, BOTH, AFTER] = YEARS as [Vault, Vault, Vault]

const numberOf = (n: number) => asIdNumber(`35042819900101${String(n).padStart(4, '0')}`)
const contactOf = (n: number) => asId<'contact'>(`simulator/wx-${n}`)

function aPerson(vault: Vault, { id, number, contact }: { id: string; number: number; contact: number }) {
  return sealPerson(vault, {
    ...{ id: asId<'person'>(id), county, roles: ['worker'], licences: [], township: '', demo: false, channel: 'chat', registeredAt: AT },
    ...{ name: asPersonName('廖大山'), idNumber: numberOf(number), phone: asPhone('13800001234'), verification: UNVERIFIED },
    ...{ birthDay: Temporal.PlainDate.from('1990-01-01'), contacts: [contactOf(contact)] },
  })
}

const roomOf = (store: Store, vault: Vault) => createPeople({ store, vault, clock: { now: () => AT }, county })
const rotate = (store: Store, vault: Vault) => rotateKeys({ all: [sealedPeople], store, county, vault, onProgress: () => undefined })

async function rotateWhole(store: Store, vault: Vault): Promise<void> {
  expect((await rotate(store, vault)).left).toEqual({})
  await countOnAll(store, vault, county)
}

const stored = async (store: Store, id: string) => {
  const doc = await store.get(people, county, id)
  if (doc === undefined) throw new Error('somebody is there')
  return doc
}

function indexKeys(open: () => Promise<Store>): void {
  it('hold one person once and find him, whoever writes and looks while they change', async () => {
    const write = fc.record({ id: fc.nat(7), number: fc.nat(3), contact: fc.nat(3), isOlder: fc.boolean() })
    const years = fc.array(fc.array(write, { maxLength: 6 }), { minLength: YEARS.length, maxLength: YEARS.length })
    await fc.assert(
      fc.asyncProperty(years, async (written) => {
        const store = await open()
        const [numbers, contacts] = [new Map<number, string>(), new Map<number, string>()]
        for (const [year, writes] of written.entries()) {
          const [newer, older] = [YEARS[year] ?? OLD, YEARS[Math.max(0, year - 1)] ?? OLD]
          for (const vault of [older, newer]) await checkKeys(store, vault, county)
          for (const { isOlder, ...who } of writes) {
            const id = `p${year}-${who.id}`
            const isFree = !numbers.has(who.number) && !contacts.has(who.contact) && (await store.get(people, county, id)) === undefined
            expect((await store.insert(people, aPerson(isOlder ? older : newer, { ...who, id }))).ok).toBe(isFree)
            if (!isFree) continue
            numbers.set(who.number, id)
            contacts.set(who.contact, id)
          }
          for (const vault of [older, newer]) {
            const room = roomOf(store, vault)
            for (const n of [0, 1, 2, 3]) {
              expect((await room.docByIdNumber(numberOf(n)))?.id).toBe(numbers.get(n))
              expect((await room.byContact(contactOf(n)))?.id).toBe(contacts.get(n))
            }
          }
          await rotateWhole(store, newer)
        }
        await store.close()
      }),
      { numRuns: 20 },
    )
  })

  it('are changed from any write on at which the rotation was killed', async () => {
    const store = await open()
    await checkKeys(store, OLD, county)
    const COUNT = 5
    for (let n = 0; n < COUNT; n += 1) await store.insert(people, aPerson(OLD, { id: `p${n}`, number: n, contact: n }))
    for (const year of [1, 2]) {
      const vault = YEARS[year] ?? OLD
      await checkKeys(store, vault, county)
      for (let allowed = 1; ; allowed += 1) {
        let left = allowed
        const replace: Store['replace'] = async (...asked) => {
          left -= 1
          if (left < 0) throw new Error('killed')
          return store.replace(...asked)
        }
        const isDone = await rotateWhole({ ...store, replace }, vault).then(
          () => true,
          () => false,
        )
        for (const each of year === 1 ? [OLD, BOTH] : [BOTH, AFTER])
          for (let n = 0; n < COUNT; n += 1) expect((await roomOf(store, each).byContact(contactOf(n)))?.id).toBe(`p${n}`)
        if (isDone) break
      }
      const docs = await Promise.all(Array.from({ length: COUNT }, (_, n) => stored(store, `p${n}`)))
      expect(docs.map(({ idNumberBlind }) => idNumberBlind)).toEqual(docs.map((_doc, n) => vault.indexes.all('id-number', numberOf(n))))
    }
    await store.close()
  })

  it('may change while a payout is under way, and a contact is bound', async () => {
    const store = await open()
    await checkKeys(store, OLD, county)
    const before = aPerson(OLD, { id: 'p', number: 1, contact: 1 })
    await store.insert(people, { ...before, payee: sealPayee(OLD, before, { openid: 'o-liao', from: AT }) })
    const mark = openPayee(OLD, await stored(store, 'p'))?.mark
    for (const vault of [BOTH, AFTER]) {
      await rotateWhole(store, vault)
      const doc = await stored(store, 'p')
      expect(openPayee(vault, doc)).toMatchObject({ openid: 'o-liao', mark })
      expect(doc.payee?.blind).toEqual(vault.indexes.all('payee', 'o-liao'))
    }
    const doc = await stored(store, 'p')
    await store.replace(people, { ...withContact(AFTER, doc, contactOf(2)), version: doc.version + 1 }, doc.version)
    expect((await roomOf(store, AFTER).byContact(contactOf(2)))?.contacts).toEqual([contactOf(1), contactOf(2)])
    await store.close()
  })
}

describe('a blind index', () => {
  it('is stored as it always was, until there are two of it', () => {
    const [one, two] = [OLD, BOTH].map((vault) => z.encode(people.schema, aPerson(vault, { id: 'p', number: 1, contact: 1 })))
    const of = (vault: Vault) => [vault.indexes.all('id-number', numberOf(1)), vault.indexes.all('contact', contactOf(1))]
    expect(one).toMatchObject({ idNumberBlind: of(OLD)[0]?.[0], contacts: [{ blind: of(OLD)[1]?.[0] }] })
    expect(two).toMatchObject({ idNumberBlind: of(BOTH)[0], contacts: [{ blind: of(BOTH)[1] }] })
  })
})

describe('index keys on SQLite', () => indexKeys(() => openStore(['sqlite', ':memory:', ''])))

describeWhere('mongodb', 'index keys on MongoDB', () =>
  indexKeys(() => openStore(['mongo', mongodbUrl ?? '', `keys_${crypto.randomUUID().replaceAll('-', '')}`])),
)
