import { beforeAll, describe, expect, it } from '@jest/globals'
import { instantText } from '../../core/clock.ts'
import type { Query } from '../port.ts'
import type { Subject } from './database.ts'
import { AT, aCounty, anOrder, aTake, idsOf, insertAll, orders } from './order.ts'

type Row = readonly [string, Omit<Query, 'county' | 'limit'> & { limit?: number }, readonly string[]]

const due = (hours: number) => instantText(AT.add({ hours }))

const ROWS: readonly Row[] = [
  ['all of an index in its order, absent values first, then by id', { index: 'state' }, ['f', 'd', 'b', 'c', 'a', 'e']],
  ['one value', { index: 'state', equals: { state: 'open' } }, ['b', 'c', 'a', 'e']],
  ['one value, turned around with its ties', { index: 'state', equals: { state: 'open' }, descending: true }, ['e', 'a', 'c', 'b']],
  ['two values', { index: 'state', equals: { state: 'open', rank: 1 } }, ['b', 'c']],
  ['null', { index: 'state', equals: { state: 'full', rank: null } }, ['d']],
  ['a value nobody has', { index: 'state', equals: { state: 'gone' } }, []],
  ['a value of another kind', { index: 'state', equals: { state: 1 } }, []],
  ['true', { index: 'urgent', equals: { urgent: true } }, ['c', 'e']],
  ['false', { index: 'urgent', equals: { urgent: false } }, ['a', 'b', 'd', 'f']],
  ['both', { index: 'urgent' }, ['a', 'b', 'd', 'f', 'c', 'e']],
  ['true and above', { index: 'urgent', range: { field: 'urgent', from: true } }, ['c', 'e']],
  ['a nested field', { index: 'town', equals: { 'place.town': '高唐镇' } }, ['b', 'e']],
  ['a nested null', { index: 'town', equals: { 'place.town': null } }, ['f', 'd', 'c']],
  ['a range', { index: 'state', equals: { state: 'open' }, range: { field: 'rank', from: 1, below: 2 } }, ['b', 'c']],
  ['a range from', { index: 'state', equals: { state: 'open' }, range: { field: 'rank', from: 1.5 } }, ['a', 'e']],
  ['a range below, without those that have no value', { index: 'due', range: { field: 'dueAt', below: due(2) } }, ['c', 'a']],
  ['a range that includes its beginning', { index: 'due', range: { field: 'dueAt', from: due(1), below: due(3) } }, ['a', 'b']],
  ['a range without bounds: who has a value', { index: 'due', range: { field: 'dueAt' } }, ['c', 'a', 'b']],
  ['a range that ends before it begins', { index: 'due', range: { field: 'dueAt', from: due(3), below: due(1) } }, []],
  ['a range turned around', { index: 'due', range: { field: 'dueAt', from: due(0) }, descending: true }, ['b', 'a', 'c']],
  ['at most so many', { index: 'state', equals: { state: 'open' }, limit: 2 }, ['b', 'c']],
  ['an element of an array', { index: 'worker', equals: { 'takes.worker': 'li' } }, ['b', 'a', 'e']],
  ['an element that one document has twice, once', { index: 'tag', equals: { tags: 'two' } }, ['f', 'c']],
  ['an element and a range', { index: 'worker', equals: { 'takes.worker': 'li' }, range: { field: 'rank', from: 2 } }, ['a', 'e']],
  ['an element, turned around', { index: 'worker', equals: { 'takes.worker': 'li' }, descending: true }, ['e', 'a', 'b']],
  ['an element and more', { index: 'tag', equals: { tags: 'one', state: 'open', rank: 1 } }, ['b', 'c']],
  ['an element nobody has', { index: 'worker', equals: { 'takes.worker': 'wu' } }, []],
  ['half a surrogate pair, which nothing can hold', { index: 'tag', equals: { tags: '\ud800' } }, []],
]

export function querySuite(subject: () => Subject): void {
  describe('finding', () => {
    const county = aCounty()
    beforeAll(async () => {
      const at = (hours: number) => AT.add({ hours })
      await insertAll(subject().store, [
        anOrder({ county, id: 'a', rank: 2, dueAt: at(1), takes: [aTake('li', 'a1'), aTake('wang', 'a2')], place: { town: '古镛镇' } }),
        anOrder({ county, id: 'b', rank: 1, dueAt: at(2), takes: [aTake('li', 'b1')], tags: ['one'], place: { town: '高唐镇' } }),
        anOrder({ county, id: 'c', rank: 1, dueAt: at(0), urgent: true, tags: ['one', 'two'] }),
        anOrder({ county, id: 'd', rank: null, state: 'full' }),
        anOrder({ county, id: 'e', rank: 3, state: 'open', urgent: true, takes: [aTake('li', 'e1')], place: { town: '高唐镇' } }),
        anOrder({ county, id: 'f', rank: 9, state: 'done', tags: ['two', 'two'] }),
      ])
      await insertAll(subject().store, [anOrder({ county: `${county}x`, tags: ['one'] }), anOrder({ county: `x${county}`, tags: ['one'] })])
    })

    it.each(ROWS)('%s', async (_what, query, ids) => {
      expect(await idsOf(subject().store, { county, ...query })).toEqual(ids)
    })

    it.each(ROWS.filter(([, query]) => query.limit === undefined))('counts %s', async (_what, { index, equals, range }, ids) => {
      const query = { index, county, ...(equals === undefined ? {} : { equals }), ...(range === undefined ? {} : { range }) }
      expect(await subject().store.count(orders, query)).toBe(ids.length)
    })
  })

  it('text is ordered by code point, numbers by size', async () => {
    const { store } = subject()
    const county = aCounty()
    const towns = ['', '\0', ' ', 'A', 'Z', 'a', 'é', '将', '\uffff', '😀']
    await insertAll(
      store,
      towns.map((town, n) => anOrder({ county, id: `t${9 - n}`, place: { town } })),
    )
    const ranks = [-1e308, -1.5, -1, 0, 5e-324, 1, 1.5, 2 ** 31, 2 ** 53, 1e308]
    await insertAll(
      store,
      ranks.map((rank, n) => anOrder({ county, id: `r${9 - n}`, state: 'done', rank })),
    )
    const found = await store.find(orders, { index: 'town', county, range: { field: 'place.town' }, limit: 100 })
    expect(found.docs.map((doc) => doc.place.town)).toEqual(towns)
    const ranked = await store.find(orders, { index: 'state', county, equals: { state: 'done' }, limit: 100 })
    expect(ranked.docs.map((doc) => doc.rank)).toEqual(ranks)
  })

  it('a replacement moves its document in every index', async () => {
    const { store } = subject()
    const county = aCounty()
    await insertAll(store, [anOrder({ county, tags: ['a', 'b'], takes: [aTake('li')] })])
    await store.replace(orders, anOrder({ county, version: 2, state: 'full', rank: 5, tags: ['b', 'c'] }), 1)
    const tagged = (tags: string) => idsOf(store, { index: 'tag', county, equals: { tags } })
    expect([await tagged('a'), await tagged('b'), await tagged('c')]).toEqual([[], ['o1'], ['o1']])
    expect(await idsOf(store, { index: 'state', county, equals: { state: 'open' } })).toEqual([])
    expect(await idsOf(store, { index: 'state', county, equals: { state: 'full', rank: 5 } })).toEqual(['o1'])
    expect(await idsOf(store, { index: 'worker', county, equals: { 'takes.worker': 'li' } })).toEqual([])
  })
}
