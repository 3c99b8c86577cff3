import { describe, expect, it } from '@jest/globals'
import { BrokenPromise } from '../../core/assert.ts'
import { BadDocument, NotDeclared, type Query, type Scalar } from '../port.ts'
import type { Subject } from './database.ts'
import { aCounty, anOrder, type Order, orders } from './order.ts'

const UNDECLARED: readonly (readonly [string, Partial<Query>])[] = [
  ['an index', { index: 'colour' }],
  ['an inherited index', { index: 'constructor' }],
  ['a unique key as an index', { index: 'number' }],
  ['a field', { index: 'state', equals: { pay: 1 } }],
  ['a field before its turn', { index: 'state', equals: { rank: 1 } }],
  ['a field too many', { index: 'state', equals: { state: 'open', rank: 1, id: 'o1' } }],
  ['the county a second time', { index: 'state', equals: { county: 'other', state: 'open' } }],
  ['an operator as a field', { index: 'state', equals: { $where: '1' } }],
  ['a range before its turn', { index: 'state', range: { field: 'rank', from: 1 } }],
  ['a range over a fixed field', { index: 'state', equals: { state: 'open' }, range: { field: 'state', from: 'a' } }],
  ['a range behind the last field', { index: 'due', equals: { dueAt: 'x' }, range: { field: 'id', from: 'a' } }],
  ['an index through an array without its element', { index: 'worker' }],
  ['a range over elements', { index: 'worker', range: { field: 'takes.worker', from: 'a' } }],
  ['null as an element', { index: 'worker', equals: { 'takes.worker': null } }],
]

const BUGS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['an operator as a value', { equals: { state: { $gt: '' } } }],
  ['a list as a value', { equals: { state: ['open'] } }],
  ['undefined as a value', { equals: { state: undefined } }],
  ['not-a-number as a value', { equals: { state: 'open', rank: Number.NaN } }],
  ['an operator as a bound', { equals: { state: 'open' }, range: { field: 'rank', from: { $gt: 0 } } }],
  ['a bound of another kind', { equals: { state: 'open' }, range: { field: 'rank', from: 'a' } }],
  ['null as a bound', { equals: { state: 'open' }, range: { field: 'rank', below: null } }],
  ['an operator as the county', { county: { $gt: '' } }],
  ['no limit', { limit: undefined }],
  ['limit 0', { limit: 0 }],
  ['limit −1', { limit: -1 }],
  ['limit 1.5', { limit: 1.5 }],
  ['limit 1e9', { limit: 1e9 }],
]

const nested = (depth: number): unknown => (depth === 0 ? 'deep' : { in: nested(depth - 1) })

const MISFITS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['an unknown field', { role: 'admin' }],
  ['an unknown field deep inside', { place: { town: null, $where: '1' } }],
  ['text for a number', { rank: '1' }],
  ['a fraction of a fen', { pay: 0.5 }],
  ['more fen than are safe', { pay: 2 ** 53 }],
  ['infinity', { rank: Number.POSITIVE_INFINITY }],
  ['text for an instant', { at: '2026-11-23T00:00:00.000Z' }],
  ['an instant finer than a millisecond', { at: Temporal.Instant.fromEpochNanoseconds(1n) }],
  ['a state that is none', { state: 'gone' }],
  ['a take without its worker', { takes: [{ key: 'k', seat: 1 }] }],
  ['an operator for text', { number: { $gt: '' } }],
  ['a date object', { extra: { at: new Date(0) } }],
  ['a function', { extra: { act: () => 1 } }],
  ['a bigint', { extra: { big: 1n } }],
  ['not-a-number where anything goes', { extra: { nan: Number.NaN } }],
  ['a hole in a list', { extra: { list: [1, undefined, 3] } }],
  ['half a surrogate pair', { number: 'a\ud800' }],
  ['half a surrogate pair in a name', { extra: { '\udc00': 1 } }],
  ['a name that is an operator', { extra: { $gt: 1 } }],
  ['a name with a dot', { extra: { 'a.b': 1 } }],
  ['an empty name', { extra: { '': 1 } }],
  ['a name with NUL', { extra: { 'a\0': 1 } }],
  ['a prototype in disguise', { extra: { in: JSON.parse('{"__proto__":{"admin":true}}') as unknown } }],
  ['10 000 levels', { extra: { in: nested(2000) } }],
  ['five million characters', { extra: { text: 'x'.repeat(5_000_000) } }],
  ['an empty id', { id: '' }],
  ['an id of 1000 characters', { id: 'x'.repeat(1000) }],
  ['a county with a slash', { county: 'a/b' }],
  ['an empty county', { county: '' }],
]

/** What the compiler would refuse, as it arrives from code that has lost its types. */
const untyped = <T>(value: unknown): T => value as T

export function refusalSuite(subject: () => Subject): void {
  describe('what was not declared is refused', () => {
    it.each(UNDECLARED)('%s', async (_what, change) => {
      const query: Query = { index: 'state', county: aCounty(), limit: 5, ...change }
      const { index, county, equals = {}, range } = query
      await expect(subject().store.find(orders, query)).rejects.toThrow(NotDeclared)
      await expect(subject().store.count(orders, { index, county, equals, ...(range ? { range } : {}) })).rejects.toThrow(NotDeclared)
    })

    it.each<readonly [string, string, Readonly<Record<string, Scalar>>]>([
      ['a unique key', 'colour', { county: 'x' }],
      ['an index as a unique key', 'state', { county: 'x', state: 'open' }],
      ['a unique key with a field missing', 'number', { county: 'x' }],
      ['a unique key with a field too many', 'number', { county: 'x', number: '1', state: 'open' }],
      ['a unique key with another field', 'number', { county: 'x', rank: 1 }],
    ])('%s', async (_what, key, equals) => {
      await expect(subject().store.getBy(orders, key, equals)).rejects.toThrow(NotDeclared)
    })
  })

  describe('what no typed caller sends is a bug, not a query', () => {
    it.each(BUGS)('%s', async (_what, change) => {
      const query = { index: 'state', county: aCounty(), limit: 5, ...change }
      await expect(subject().store.find(orders, untyped<Query>(query))).rejects.toThrow(BrokenPromise)
    })

    it('an operator as the value of a unique key', async () => {
      const number = untyped<string>({ $gt: '' })
      await expect(subject().store.getBy(orders, 'number', { county: aCounty(), number })).rejects.toThrow(BrokenPromise)
    })

    it('an operator as an id finds and removes nothing', async () => {
      const { store } = subject()
      const county = aCounty()
      await store.insert(orders, anOrder({ county }))
      const id = untyped<string>({ $gt: '' })
      expect(await store.get(orders, county, id)).toBeUndefined()
      expect(await store.remove(orders, county, id)).toBe(false)
      expect(await store.get(orders, county, '\ud800')).toBeUndefined()
      expect(await store.get(orders, county, 'o1')).toBeDefined()
    })
  })

  describe('a document that does not fit is refused and nothing is stored', () => {
    it.each(MISFITS)('%s', async (_what, change) => {
      const { store } = subject()
      const county = aCounty()
      const order = anOrder({ county })
      await store.insert(orders, order)
      const misfit = untyped<Order>({ ...order, id: 'o2', ...change })
      await expect(store.insert(orders, misfit)).rejects.toThrow(BadDocument)
      await expect(store.replace(orders, untyped<Order>({ ...order, version: 2, ...change }), 1)).rejects.toThrow(BadDocument)
      expect(await store.count(orders, { index: 'state', county })).toBe(1)
      expect(await store.get(orders, county, 'o1')).toEqual(order)
    })

    it('and the error tells the field, never what it held', async () => {
      const misfit = untyped<Order>(anOrder({ county: aCounty(), extra: { idNumber: '350428199001011234', bad: Number.NaN } }))
      const error: unknown = await subject()
        .store.insert(orders, untyped<Order>({ ...misfit, number: 35042819 }))
        .catch((thrown: unknown) => thrown)
      expect(String(error)).toMatch(/number/)
      expect(String(error)).not.toMatch(/35042819/)
    })
  })
}
