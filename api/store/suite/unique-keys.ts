import { describe, expect, it } from '@jest/globals'
import type { Subject } from './database.ts'
import { aCounty, anOrder, aTake, insertAll, orders } from './order.ts'

const DIFFERENT: readonly (readonly [string, string])[] = [
  ['A', 'a'],
  ['\u00e9', 'e\u0301'],
  ['a', 'a '],
  ['a', 'a\0'],
  ['1', '01'],
  ['１', '1'],
  ['', ' '],
]

export function uniqueKeySuite(subject: () => Subject): void {
  const insert = (change: Parameters<typeof anOrder>[0]) => subject().store.insert(orders, anOrder(change))

  describe('a unique key', () => {
    it('names itself to whoever comes second', async () => {
      const county = aCounty()
      expect(await insert({ county, id: 'a', number: '1024' })).toEqual({ ok: true })
      expect(await insert({ county, id: 'b', number: '1024' })).toEqual({ ok: false, duplicate: 'number' })
      expect(await subject().store.get(orders, county, 'b')).toBeUndefined()
    })

    it('is called id for the identity itself, which is looked at first', async () => {
      const county = aCounty()
      await insert({ county, number: '1' })
      expect(await insert({ county })).toEqual({ ok: false, duplicate: 'id' })
      expect(await insert({ county, number: '1' })).toEqual({ ok: false, duplicate: 'id' })
    })

    it('leaves out documents with null', async () => {
      const county = aCounty()
      await insertAll(subject().store, [anOrder({ county, id: 'a', number: null }), anOrder({ county, id: 'b', number: null })])
      expect(await subject().store.getBy(orders, 'number', { county, number: null })).toBeUndefined()
    })

    it('of two fields leaves out documents that lack one of them', async () => {
      const county = aCounty()
      const account = aCounty()
      await insertAll(subject().store, [
        anOrder({ county, id: 'a', account }),
        anOrder({ county, id: 'b', account }),
        anOrder({ county, id: 'c', channel: account }),
        anOrder({ county, id: 'd', channel: account }),
      ])
    })

    it('of two fields holds for both together, over all counties', async () => {
      const account = aCounty()
      const county = aCounty()
      expect(await insert({ county, account, channel: 'x' })).toEqual({ ok: true })
      expect(await insert({ county: aCounty(), account, channel: 'y' })).toEqual({ ok: true })
      expect(await insert({ county: aCounty(), account, channel: 'x' })).toEqual({ ok: false, duplicate: 'message' })
      expect(await subject().store.getBy(orders, 'message', { account, channel: 'x' })).toMatchObject({ county })
    })

    it('with the county in it holds within a county', async () => {
      expect(await insert({ county: aCounty(), number: '1' })).toEqual({ ok: true })
      expect(await insert({ county: aCounty(), number: '1' })).toEqual({ ok: true })
    })

    it('through an array holds for each element against every other document', async () => {
      const county = aCounty()
      expect(await insert({ county, id: 'a', takes: [aTake('w1', 'k1'), aTake('w2', 'k2')] })).toEqual({ ok: true })
      expect(await insert({ county, id: 'b', takes: [aTake('w3', 'k3'), aTake('w4', 'k2')] })).toEqual({ ok: false, duplicate: 'take' })
      expect(await insert({ county, id: 'b', takes: [aTake('w3', 'k3')] })).toEqual({ ok: true })
      expect(await subject().store.getBy(orders, 'take', { county, 'takes.key': 'k2' })).toMatchObject({ id: 'a' })
    })

    it('through an array lets one document say the same twice, and many have none', async () => {
      const county = aCounty()
      expect(await insert({ county, id: 'a', takes: [aTake('w1', 'k'), aTake('w2', 'k')] })).toEqual({ ok: true })
      expect(await insert({ county, id: 'b', takes: [] })).toEqual({ ok: true })
      expect(await insert({ county, id: 'c', takes: [] })).toEqual({ ok: true })
    })

    it.each(DIFFERENT)('tells %j from %j', async (one, other) => {
      const county = aCounty()
      await insertAll(subject().store, [anOrder({ county, id: 'a', number: one }), anOrder({ county, id: 'b', number: other })])
      expect(await subject().store.getBy(orders, 'number', { county, number: one })).toMatchObject({ id: 'a' })
      expect(await subject().store.getBy(orders, 'number', { county, number: other })).toMatchObject({ id: 'b' })
    })

    it('stops a replacement, names itself and leaves the document as it was', async () => {
      const county = aCounty()
      const { store } = subject()
      await insertAll(store, [
        anOrder({ county, id: 'a', number: '1', takes: [aTake('w1')] }),
        anOrder({ county, id: 'b', number: '2', tags: ['t'] }),
      ])
      const onNumber = anOrder({ county, id: 'b', version: 2, number: '1' })
      const onTake = anOrder({ county, id: 'b', version: 2, number: '2', takes: [aTake('w1')] })
      expect(await store.replace(orders, onNumber, 1)).toEqual({ ok: false, reason: 'duplicate', duplicate: 'number' })
      expect(await store.replace(orders, onTake, 1)).toEqual({ ok: false, reason: 'duplicate', duplicate: 'take' })
      expect(await store.get(orders, county, 'b')).toEqual(anOrder({ county, id: 'b', number: '2', tags: ['t'] }))
      expect(await store.count(orders, { index: 'tag', county, equals: { tags: 't' } })).toBe(1)
    })

    it('is free again once its holder lets go, and kept by a holder who stays', async () => {
      const county = aCounty()
      const { store } = subject()
      await insert({ county, id: 'a', number: '1', takes: [aTake('w1')] })
      expect(await store.replace(orders, anOrder({ county, id: 'a', version: 2, number: '1', takes: [aTake('w1')] }), 1)).toEqual({
        ok: true,
      })
      expect(await insert({ county, id: 'b', number: '1' })).toEqual({ ok: false, duplicate: 'number' })
      expect(await store.replace(orders, anOrder({ county, id: 'a', version: 3 }), 2)).toEqual({ ok: true })
      expect(await insert({ county, id: 'b', number: '1', takes: [aTake('w1')] })).toEqual({ ok: true })
    })

    it('finds nothing by a value that no document has', async () => {
      const county = aCounty()
      await insert({ county, number: '1' })
      expect(await subject().store.getBy(orders, 'number', { county, number: '2' })).toBeUndefined()
      expect(await subject().store.getBy(orders, 'number', { county, number: 1 })).toBeUndefined()
      expect(await subject().store.getBy(orders, 'number', { county, number: '\ud800' })).toBeUndefined()
    })
  })
}
