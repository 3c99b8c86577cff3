import { describe, expect, it } from '@jest/globals'
import { BadCursor, type Query } from '../port.ts'
import type { Subject } from './database.ts'
import { aCounty, anOrder, aTake, insertAll, type Order, orders } from './order.ts'

type Ask = Omit<Query, 'after'>

const WAYS: readonly (readonly [string, Omit<Ask, 'county' | 'limit'>])[] = [
  ['an index with ties and absent values', { index: 'state' }],
  ['the same turned around', { index: 'state', descending: true }],
  ['one value', { index: 'state', equals: { state: 'open' } }],
  ['one value turned around', { index: 'state', equals: { state: 'open' }, descending: true }],
  ['nothing but ties', { index: 'state', equals: { state: 'open', rank: 1 } }],
  ['nothing but absent values', { index: 'town', equals: { 'place.town': null }, descending: true }],
  ['a range', { index: 'state', equals: { state: 'open' }, range: { field: 'rank', from: 0, below: 3 } }],
  ['a range turned around', { index: 'state', equals: { state: 'open' }, range: { field: 'rank', from: 0, below: 3 }, descending: true }],
  ['an array', { index: 'worker', equals: { 'takes.worker': 'li' } }],
  ['an array turned around', { index: 'worker', equals: { 'takes.worker': 'li' }, descending: true }],
]

/** 23 orders of which many agree, in an order that says nothing. */
const mixed = (county: string): readonly Order[] =>
  Array.from({ length: 23 }, (_, n) =>
    anOrder({
      county,
      id: `o${(n * 7) % 23}`,
      state: n % 5 === 0 ? 'full' : 'open',
      rank: n % 4 === 0 ? null : (n % 4) / 2,
      takes: n % 3 ? [aTake('li', `${n}`), aTake('li', `${n}b`)] : [],
    }),
  )

export function pagingSuite(subject: () => Subject): void {
  async function pages(
    ask: Ask,
    between: (page: number) => Promise<unknown> = async () => undefined,
  ): Promise<readonly (readonly string[])[]> {
    const found: (readonly string[])[] = []
    for (let after: string | undefined, turns = 0; turns < 100; turns++) {
      const { docs, next } = await subject().store.find(orders, { ...ask, ...(after === undefined ? {} : { after }) })
      found.push(docs.map((doc) => doc.id))
      if (next === undefined) return found
      await between(found.length)
      after = next
    }
    throw new Error('the pages never end')
  }

  describe('turning pages', () => {
    it.each(WAYS)('over %s gives each row once, in order', async (_what, query) => {
      const county = aCounty()
      await insertAll(subject().store, mixed(county))
      const [all] = await pages({ county, ...query, limit: 100 })
      for (const limit of [1, 2, 5]) expect((await pages({ county, ...query, limit })).flat()).toEqual(all)
      expect(all?.length).toBeGreaterThan(3)
    })

    it('ends without a cursor, also where the last page is full', async () => {
      const county = aCounty()
      await insertAll(subject().store, mixed(county).slice(0, 6))
      expect((await pages({ county, index: 'due', limit: 3 })).map((ids) => ids.length)).toEqual([3, 3])
      expect(await pages({ county: aCounty(), index: 'due', limit: 3 })).toEqual([[]])
    })

    it('shows each row that stays once, while others come and go', async () => {
      const county = aCounty()
      const { store } = subject()
      const staying = Array.from({ length: 12 }, (_, n) => anOrder({ county, id: `s${n}`, rank: n }))
      const going = Array.from({ length: 12 }, (_, n) => anOrder({ county, id: `g${n}`, rank: n + 0.5 }))
      await insertAll(store, [...staying, ...going])
      const seen = await pages({ county, index: 'state', equals: { state: 'open' }, limit: 3 }, async (page) => {
        await store.remove(orders, county, `g${page}`)
        await store.remove(orders, county, `g${12 - page}`)
        await insertAll(store, [anOrder({ county, id: `n${page}`, rank: page * 2 - 3 })])
      })
      expect(seen.flat().filter((id) => id.startsWith('s'))).toEqual(staying.map((order) => order.id))
      expect(new Set(seen.flat()).size).toBe(seen.flat().length)
    })

    it('goes on behind a row that was removed since', async () => {
      const county = aCounty()
      const { store } = subject()
      await insertAll(
        store,
        [1, 2, 3, 4].map((rank) => anOrder({ county, id: `r${rank}`, rank })),
      )
      const seen = await pages({ county, index: 'state', limit: 2 }, async () => store.remove(orders, county, 'r2'))
      expect(seen).toEqual([
        ['r1', 'r2'],
        ['r3', 'r4'],
      ])
    })
  })

  describe('a cursor', () => {
    const firstCursor = async (county: string): Promise<string> => {
      await insertAll(subject().store, mixed(county))
      const { next } = await subject().store.find(orders, { county, index: 'state', equals: { state: 'open' }, limit: 2 })
      return next ?? ''
    }
    const ask = (after: string, change: Partial<Query> & Pick<Query, 'county'>) =>
      subject().store.find(orders, { index: 'state', equals: { state: 'open' }, limit: 2, after, ...change })

    it.each<readonly [string, Partial<Query>]>([
      ['county', { county: 'another' }],
      ['index', { index: 'town', equals: { 'place.town': null } }],
      ['value', { equals: { state: 'full' } }],
      ['number of values', { equals: { state: 'open', rank: 1 } }],
      ['range', { range: { field: 'rank', from: 0 } }],
      ['direction', { descending: true }],
    ])('of a query with another %s is refused', async (_what, change) => {
      const county = aCounty()
      await expect(ask(await firstCursor(county), { county, ...change })).rejects.toThrow(BadCursor)
    })

    it('of another page size goes on', async () => {
      const county = aCounty()
      expect((await ask(await firstCursor(county), { county, limit: 50 })).docs.length).toBeGreaterThan(2)
    })

    it.each<readonly [string, (cursor: string) => string]>([
      ['emptied', () => ''],
      ['cut', (cursor) => cursor.slice(0, -1)],
      ['lengthened', (cursor) => `${cursor}A`],
      ['given a third part', (cursor) => `${cursor}.x`],
      ['given another place', (cursor) => `${Buffer.from('[0,"o1"]').toString('base64url')}.${cursor.split('.')[1]}`],
      ['stripped of its seal', (cursor) => cursor.split('.')[0] ?? ''],
      ['made up', () => 'o1'],
      ['made an operator', () => '{"$gt":""}'],
      ['made enormous', (cursor) => cursor.padStart(100_000, 'A')],
    ])('that was %s is refused', async (_what, forge) => {
      const county = aCounty()
      await expect(ask(forge(await firstCursor(county)), { county })).rejects.toThrow(BadCursor)
    })
  })
}
