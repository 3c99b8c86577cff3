import { expect, it } from '@jest/globals'
import { loadDemo } from '@linggong/api/start-demo.ts'
import { SEALED } from '@linggong/api/start-sealed.ts'
import { type CrashPoint, crashingStore } from '@linggong/api/statistics/testing/faulty-store.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import type { KeyRing } from '@linggong/api/vault/key-ring.ts'
import { rotateKeys } from '@linggong/api/vault/rotate-keys.ts'
import { createVault } from '@linggong/api/vault/vault.ts'
import { demoCounty } from '@linggong/seeds/demo/demo-county.ts'
import { loadedInto } from '../demo/loaded.ts'
import { aCounty, MORNING, sameRing } from '../kit/a-county.ts'

/** The first weeks of the story: enough of everything. */
const tell: typeof demoCounty = (told) => {
  const story = demoCounty(told)
  const people = [...Iterator.from(story.people()).take(150)]
  return { ...story, people: () => people, pastJobs: (among) => Iterator.from(story.pastJobs(among)).take(12) }
}

/** A county of the same keys over the same database, as after each new start. */
const started = async (store: ReturnType<typeof openSqlite>, now = MORNING, ring = sameRing()) => {
  const { county, ports } = await aCounty({ store, ring, now })
  return { county, demo: () => loadDemo({ county, vault: ports.vault, clock: ports.clock, account: 'simulator', tell }) }
}

async function loadedWith(crashes: readonly CrashPoint[]) {
  const store = openSqlite({ file: ':memory:' })
  for (const [start, point] of crashes.entries()) {
    const { demo } = await started(crashingStore(store, point), MORNING.add({ minutes: start }))
    await expect(demo().whole).rejects.toThrow()
  }
  const { county, demo } = await started(store, MORNING.add({ minutes: crashes.length }))
  await demo().whole
  const loaded = await loadedInto(county)
  await store.close()
  return loaded
}

const whole = await loadedWith([])

/**
 * Every now and then in the whole length of the loading, before and after the write. The very first says for which moment the story is
 * told; from there on it stays the same.
 */
const moments = Array.from({ length: 14 }, (_, index) => ({ write: index * 41, reached: index % 2 === 0 }))

it.each(moments)('a crash at write $write (reached: $reached) leaves no trace', async (point) => {
  const loaded = await loadedWith([point])
  expect(loaded.faults).toEqual([])
  expect(loaded).toEqual(whole)
})

it('crash upon crash leaves no trace', async () => {
  const crashes = [30, 150, 260, 340].map((write) => ({ write, reached: write < 200 }))
  expect(await loadedWith(crashes)).toEqual(whole)
})

it('goes on where the key that its people were first found by has been retired', async () => {
  const store = openSqlite({ file: ':memory:' })
  const old = sameRing()
  const first = (await started(store, MORNING, old)).demo()
  await first.cast
  await first.stop()
  const newer = { kid: 'k2', bytes: new Uint8Array(32).fill(8) }
  const both: KeyRing = { ...old, index: { inUse: [newer, ...old.index.inUse], retired: [] } }
  const retired: KeyRing = { ...old, index: { inUse: [newer], retired: old.index.inUse } }
  for (const ring of [both, retired]) {
    const { county } = await started(store, MORNING, ring)
    const parts = { all: SEALED, store, county: county.county, vault: createVault(ring), onProgress: () => undefined }
    expect((await rotateKeys(parts)).left).toEqual({})
  }
  const { county, demo } = await started(store, MORNING, retired)
  await demo().whole
  expect(await loadedInto(county)).toEqual(whole)
  await store.close()
})

it('stops between two turns and goes on at the next start', async () => {
  const store = openSqlite({ file: ':memory:' })
  const { demo } = await started(store)
  const first = demo()
  await first.cast
  await first.stop()
  const { county, demo: next } = await started(store)
  await next().whole
  expect(await loadedInto(county)).toEqual(whole)
  await store.close()
})
