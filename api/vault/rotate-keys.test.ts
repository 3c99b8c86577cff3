import { describe, expect, it } from '@jest/globals'
import { keepSessions, sealedSessions } from '../chat/keep-sessions.ts'
import { sessions } from '../chat/session.collection.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { countingStore } from '../store/testing/counting-store.ts'
import { kidOf } from './envelope.ts'
import { readKeyRing } from './key-ring.ts'
import { rotateKeys } from './rotate-keys.ts'
import { createVault } from './vault.ts'

const county = '350428'
const clock = { now: () => Temporal.Instant.from('2026-11-23T00:00:00Z') }
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const vaultOf = (keys: string) => createVault(readKeyRing({ keys, indexKey: key(9) }, { keys: 'KEYS', indexKey: 'INDEX' }))
const before = vaultOf(`old:${key(1)}`)
const vault = vaultOf(`new:${key(2)},old:${key(1)}`)

async function aRoom(conversations: number) {
  const store = countingStore(openSqlite({ file: ':memory:' }))
  const kept = keepSessions<object>({ store, vault: before, county, clock })
  const after = keepSessions<object>({ store, vault, county, clock })
  for (let n = 0; n < conversations; n += 1) await kept.save(`c${n}`, { n })
  const kids = async () => {
    const { docs } = await store.find(sessions, { index: 'age', county, limit: 1000 })
    return Object.fromEntries(
      Map.groupBy(docs, ({ sealed }) => kidOf(sealed) ?? '')
        .entries()
        .map(([kid, all]) => [kid, all.length]),
    )
  }
  const rotate = () => rotateKeys({ all: [sealedSessions], store, county, vault, onProgress: () => undefined })
  return { store, kept, after, kids, rotate }
}

describe('the rotation of keys', () => {
  it('is done when a whole pass finds nothing', async () => {
    const { rotate, kids, store, after } = await aRoom(450)
    expect(await rotate()).toEqual({ renewed: 450, left: {} })
    expect(await kids()).toEqual({ new: 450 })
    store.reset()
    expect(await rotate()).toEqual({ renewed: 0, left: {} })
    expect(store.counts().writes).toBe(0)
    expect(await after.load('c7')).toEqual({ n: 7 })
  })

  it('finds as well what a server writes behind it', async () => {
    const { store, kept, kids } = await aRoom(3)
    let late = false
    const served: typeof store = {
      ...store,
      async replace(into, doc, expectedVersion) {
        if (!late) {
          late = true
          await kept.save('late', {})
        }
        return store.replace(into, doc, expectedVersion)
      },
    }
    const rotated = await rotateKeys({ all: [sealedSessions], store: served, county, vault, onProgress: () => undefined })
    expect([rotated, await kids()]).toEqual([{ renewed: 4, left: {} }, { new: 4 }])
  })

  it('says what is left while somebody goes on with the old key', async () => {
    const { kept, store } = await aRoom(3)
    const stubborn: typeof store = {
      ...store,
      async find(from, query) {
        await kept.save('c1', {})
        return store.find(from, query)
      },
    }
    const rotated = await rotateKeys({ all: [sealedSessions], store: stubborn, county, vault, onProgress: () => undefined })
    expect(rotated.left).toEqual({ sessions: 1 })
  })

  it('leaves what does not open, and says so', async () => {
    const { rotate, store, kids } = await aRoom(3)
    const { docs } = await store.find(sessions, { index: 'age', county, limit: 1 })
    const [doc] = docs
    if (doc) await store.replace(sessions, { ...doc, version: doc.version + 1, sealed: `${doc.sealed.slice(0, -3)}AAA` }, doc.version)
    expect(await rotate()).toEqual({ renewed: 2, left: { sessions: 1 } })
    expect(await kids()).toEqual({ new: 2, old: 1 })
  })

  it('takes back nothing that a server saved meanwhile', async () => {
    const { store, after } = await aRoom(20)
    let raced = false
    const racing: typeof store = {
      ...store,
      async replace(into, doc, expectedVersion) {
        if (!raced) {
          raced = true
          await after.save('c0', { n: 'newer' })
        }
        return store.replace(into, doc, expectedVersion)
      },
    }
    await rotateKeys({ all: [sealedSessions], store: racing, county, vault, onProgress: () => undefined })
    expect(await after.load('c0')).toEqual({ n: 'newer' })
  })
})
