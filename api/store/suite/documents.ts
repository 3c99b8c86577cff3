import { describe, expect, it } from '@jest/globals'
import { fen } from '../../core/money.ts'
import type { Subject } from './database.ts'
import { AT, aCounty, anOrder, aTake, orders } from './order.ts'

const TEXTS: readonly (readonly [string, string])[] = [
  ['Chinese', '抢单：搬办公桌'],
  ['nothing', ''],
  ['spaces', '  '],
  ['families of emoji', '👨‍👩‍👧‍👦'],
  ['a combining accent', 'e\u0301'],
  ['a bidi override', '\u202e1024抢'],
  ['a zero-width space', '抢\u200b单'],
  ['a byte order mark', '\ufeff1024'],
  ['line ends', 'a\r\nb\u2028c'],
  ['NUL', 'a\0b\0'],
  ['the highest code points', '\uffff\u{10ffff}'],
  ['an operator', '$gt'],
  ['an operator as JSON', '{"$gt":""}'],
  ['a template', `\${1+1} {{x}}`],
  ['a prototype', '__proto__'],
  ['quotes and a comment', `'"; DROP TABLE "order$"; --`],
  ['2000 characters', '将'.repeat(2000)],
]

const NUMBERS = [0, 1, -1, 1.5, 0.1 + 0.2, 2 ** 31, -(2 ** 31), 2 ** 53, -(2 ** 53), 2 ** 53 - 1, 1e21, 1e308, -1e308, 5e-324]

export function documentSuite(subject: () => Subject): void {
  const roundTrip = async (change: Partial<ReturnType<typeof anOrder>>) => {
    const { store } = subject()
    const order = anOrder({ county: aCounty(), ...change })
    expect(await store.insert(orders, order)).toEqual({ ok: true })
    return { order, read: await store.get(orders, order.county, order.id) }
  }

  describe('a document comes back as it was written', () => {
    it('with its instants, days and amounts as what they are', async () => {
      const { order, read } = await roundTrip({ dueAt: AT.add({ hours: 2 }), pay: fen(-1), day: Temporal.PlainDate.from('2028-02-29') })
      expect(read).toEqual(order)
      expect(read?.dueAt).toBeInstanceOf(Temporal.Instant)
    })

    it('without a field that was not there', async () => {
      const { order, read } = await roundTrip({})
      expect(Object.keys(read ?? {}).sort()).toEqual(Object.keys(order).sort())
    })

    it('with undefined as absent', async () => {
      const { read } = await roundTrip({ extra: { gone: undefined, kept: null } })
      expect(read?.extra).toEqual({ kept: null })
      expect(Object.keys(read?.extra ?? {})).toEqual(['kept'])
    })

    it.each(TEXTS)('with %s, and is found by it', async (_what, text) => {
      const { order, read } = await roundTrip({
        number: text,
        account: text,
        channel: aCounty(),
        place: { town: text },
        tags: [text],
        extra: { [`k${text.replaceAll(/[.\0]/g, '')}`]: text },
      })
      const { store } = subject()
      expect(read).toEqual(order)
      expect(await store.getBy(orders, 'number', { county: order.county, number: text })).toEqual(order)
      const found = await store.find(orders, { index: 'tag', county: order.county, equals: { tags: text }, limit: 5 })
      expect(found.docs).toEqual([order])
    })

    it.each(NUMBERS)('with the number %p, and is found by it', async (number) => {
      const { order, read } = await roundTrip({ rank: number, extra: { number } })
      expect(read).toEqual(order)
      const query = { index: 'state', county: order.county, equals: { state: 'open', rank: number } }
      expect(await subject().store.count(orders, query)).toBe(1)
    })

    it('with minus zero as zero', async () => {
      const { order, read } = await roundTrip({ rank: -0, extra: { deep: [-0] } })
      expect([read?.rank, read?.extra['deep']].flat().every((zero) => Object.is(zero, 0))).toBe(true)
      const query = { index: 'state', county: order.county, equals: { state: 'open', rank: -0 } }
      expect(await subject().store.count(orders, query)).toBe(1)
    })

    it('with nested lists, objects and nulls in order', async () => {
      const extra = { list: [1, '1', null, [], [[2]], { b: 1, a: [true] }], empty: {}, length: 0 }
      const { read } = await roundTrip({ extra })
      expect(JSON.stringify(read?.extra)).toBe(JSON.stringify(extra))
    })

    it('with 500 takes of 500 workers', async () => {
      const takes = Array.from({ length: 500 }, (_, n) => ({ ...aTake(`w${n}`, `k${n}`, n + 1), note: '带上手套，八点到'.repeat(10) }))
      const { order, read } = await roundTrip({ takes })
      const { store } = subject()
      expect(read).toEqual(order)
      const replaced = { ...order, version: 2, takes: takes.slice(1) }
      expect(await store.replace(orders, replaced, 1)).toEqual({ ok: true })
      const of = (worker: string) => store.count(orders, { index: 'worker', county: order.county, equals: { 'takes.worker': worker } })
      expect([await of('w0'), await of('w1'), await of('w499')]).toEqual([0, 1, 1])
    })
  })

  describe('a document belongs to its county', () => {
    it('so that two counties may use one id', async () => {
      const { order } = await roundTrip({ pay: fen(1) })
      const other = anOrder({ county: aCounty(), pay: fen(2) })
      const { store } = subject()
      expect(await store.insert(orders, other)).toEqual({ ok: true })
      expect(await store.replace(orders, { ...other, version: 2, pay: fen(3) }, 1)).toEqual({ ok: true })
      expect(await store.get(orders, order.county, order.id)).toEqual(order)
      expect(await store.remove(orders, other.county, other.id)).toBe(true)
      expect(await store.get(orders, order.county, order.id)).toEqual(order)
    })

    it('and is not in the answer to another', async () => {
      const { order } = await roundTrip({ number: '1024', tags: ['a'] })
      const county = aCounty()
      const { store } = subject()
      expect(await store.get(orders, county, order.id)).toBeUndefined()
      expect(await store.getBy(orders, 'number', { county, number: '1024' })).toBeUndefined()
      expect(await store.find(orders, { index: 'tag', county, equals: { tags: 'a' }, limit: 5 })).toEqual({ docs: [] })
      expect(await store.remove(orders, county, order.id)).toBe(false)
      expect(await store.replace(orders, { ...order, county, version: 2 }, 1)).toEqual({ ok: false, reason: 'stale' })
    })

    it('even where the codes of county and id run into each other', async () => {
      const county = aCounty()
      const { store } = subject()
      await store.insert(orders, anOrder({ county, id: 'x/y', pay: fen(1) }))
      expect(await store.get(orders, `${county}/x`, 'y')).toBeUndefined()
      expect(await store.get(orders, county, 'y')).toBeUndefined()
    })
  })

  describe('removing', () => {
    it('frees the id and every key, once', async () => {
      const { order } = await roundTrip({ number: '7', tags: ['a'], takes: [aTake('w1')] })
      const { store } = subject()
      expect(await store.remove(orders, order.county, order.id)).toBe(true)
      expect(await store.remove(orders, order.county, order.id)).toBe(false)
      expect(await store.get(orders, order.county, order.id)).toBeUndefined()
      expect(await store.count(orders, { index: 'tag', county: order.county, equals: { tags: 'a' } })).toBe(0)
      expect(await store.insert(orders, order)).toEqual({ ok: true })
    })
  })
}
