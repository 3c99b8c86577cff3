import { describe, expect, it } from '@jest/globals'
import { BrokenPromise } from '../../core/assert.ts'
import type { Subject } from './database.ts'
import { aCounty, anOrder, insertAll, orders } from './order.ts'

const STALE = { ok: false, reason: 'stale' }

export function versionSuite(subject: () => Subject): void {
  describe('a replacement', () => {
    it('lands on the expected version and on no other', async () => {
      const { store } = subject()
      const county = aCounty()
      await insertAll(store, [anOrder({ county })])
      expect(await store.replace(orders, anOrder({ county, version: 3 }), 2)).toEqual(STALE)
      expect(await store.replace(orders, anOrder({ county, version: 2, rank: 2 }), 1)).toEqual({ ok: true })
      expect(await store.replace(orders, anOrder({ county, version: 2, rank: 3 }), 1)).toEqual(STALE)
      expect(await store.get(orders, county, 'o1')).toEqual(anOrder({ county, version: 2, rank: 2 }))
    })

    it('of a document that is not there is stale, and makes none', async () => {
      const { store } = subject()
      const county = aCounty()
      expect(await store.replace(orders, anOrder({ county, version: 2 }), 1)).toEqual(STALE)
      expect(await store.get(orders, county, 'o1')).toBeUndefined()
    })

    it('of a removed document is stale', async () => {
      const { store } = subject()
      const county = aCounty()
      await insertAll(store, [anOrder({ county })])
      await store.remove(orders, county, 'o1')
      expect(await store.replace(orders, anOrder({ county, version: 2 }), 1)).toEqual(STALE)
    })

    it('is stale before it is a duplicate', async () => {
      const { store } = subject()
      const county = aCounty()
      await insertAll(store, [anOrder({ county, id: 'a', number: '1' }), anOrder({ county, id: 'b' })])
      expect(await store.replace(orders, anOrder({ county, id: 'b', version: 6, number: '1' }), 5)).toEqual(STALE)
    })

    it('drops the fields that it no longer has', async () => {
      const { store } = subject()
      const county = aCounty()
      await insertAll(store, [anOrder({ county, account: 'x', extra: { a: 1 } })])
      await store.replace(orders, anOrder({ county, version: 2 }), 1)
      expect(await store.get(orders, county, 'o1')).toEqual(anOrder({ county, version: 2 }))
    })

    it.each([0, 1, 3, 2.5, -1])('of version 1 by version %p is a bug', async (version) => {
      const county = aCounty()
      await insertAll(subject().store, [anOrder({ county })])
      await expect(subject().store.replace(orders, anOrder({ county, version }), 1)).rejects.toThrow()
      expect(await subject().store.get(orders, county, 'o1')).toEqual(anOrder({ county }))
    })
  })

  it('a new document with another version than 1 is a bug', async () => {
    await expect(subject().store.insert(orders, anOrder({ county: aCounty(), version: 2 }))).rejects.toThrow(BrokenPromise)
  })
}
