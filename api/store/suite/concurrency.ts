import { describe, expect, it } from '@jest/globals'
import { accept, type Result, refuse } from '../../core/result.ts'
import { createEditor, type Editor } from '../editor.ts'
import type { Store } from '../port.ts'
import { countingStore } from '../testing/counting-store.ts'
import { runOthers } from '../testing/start-other.ts'
import { type Subject, withConnections } from './database.ts'
import { aCounty, anOrder, aTake, insertAll, type Order, orders } from './order.ts'

const WRITERS = 32
const times = (count: number) => Array.from({ length: count }, (_, n) => n)
const editorOn = (store: Store): Editor => createEditor({ store, monotonicMs: () => performance.now() })

/** As a caller without the editor does it: read, change, replace, and once more whenever somebody was faster. */
async function countUp(store: Store, county: string): Promise<void> {
  for (;;) {
    const order = await store.get(orders, county, 'o1')
    if (order === undefined) throw new Error('the order is gone')
    const answer = await store.replace(orders, { ...order, version: order.version + 1, rank: (order.rank ?? 0) + 1 }, order.version)
    if (answer.ok) return
  }
}

const addTake =
  (worker: string, seats = 1000) =>
  (order: Order): Result<Order> =>
    order.takes.length < seats ? accept({ ...order, takes: [...order.takes, aTake(worker)] }) : refuse('job-full')

export function concurrencySuite(subject: () => Subject): void {
  async function anEmptyOrder(): Promise<string> {
    const county = aCounty()
    await insertAll(subject().store, [anOrder({ county, rank: 0 })])
    return county
  }

  const stored = (county: string) => subject().store.get(orders, county, 'o1')

  describe(`${WRITERS} writers on one document`, () => {
    it('who replace it directly lose nothing', async () => {
      const county = await anEmptyOrder()
      await Promise.all(times(WRITERS).map(() => countUp(subject().store, county)))
      expect(await stored(county)).toMatchObject({ rank: WRITERS, version: WRITERS + 1 })
    })

    it('who replace it over four connections lose nothing', async () => {
      const county = await anEmptyOrder()
      await withConnections(subject(), 4, (stores) =>
        Promise.all(stores.flatMap((store) => times(WRITERS / 4).map(() => countUp(store, county)))),
      )
      expect(await stored(county)).toMatchObject({ rank: WRITERS, version: WRITERS + 1 })
    })

    it('who edit it in one process need one write each', async () => {
      const county = await anEmptyOrder()
      const store = countingStore(subject().store)
      const editor = editorOn(store)
      await Promise.all(times(WRITERS).map((n) => editor.edit(orders, { county, id: 'o1' }, addTake(`w${n}`))))
      expect((await stored(county))?.takes.map((take) => take.worker)).toEqual(times(WRITERS).map((n) => `w${n}`))
      expect(store.counts()).toEqual({ reads: 1, writes: WRITERS })
    })

    it('who edit it over four connections lose nothing', async () => {
      const county = await anEmptyOrder()
      const results = await withConnections(subject(), 4, async (stores) => {
        const editors = stores.map(editorOn)
        const edits = editors.flatMap((editor, of) =>
          times(WRITERS / 4).map((n) => editor.edit(orders, { county, id: 'o1' }, addTake(`w${of}.${n}`))),
        )
        return await Promise.all(edits)
      })
      expect(results.every((result) => result.ok)).toBe(true)
      expect(new Set((await stored(county))?.takes.map((take) => take.worker)).size).toBe(WRITERS)
    })

    it('who edit it from four processes lose nothing', async () => {
      const county = await anEmptyOrder()
      const printed = await runOthers(4, [...subject().database.address, county, 'take', `${WRITERS / 4}`])
      expect(printed.flat().filter((line) => line === 'ok').length).toBe(WRITERS)
      expect((await stored(county))?.takes.length).toBe(WRITERS)
    })
  })

  describe('a race', () => {
    it('of 200 workers over four connections for five seats has five winners', async () => {
      const county = await anEmptyOrder()
      const results = await withConnections(subject(), 4, async (stores) => {
        const editors = stores.map(editorOn)
        const race = times(50).flatMap((n) =>
          editors.map((editor, of) => editor.edit(orders, { county, id: 'o1' }, addTake(`w${of}.${n}`, 5), { refuseFromMemory: true })),
        )
        return await Promise.all(race)
      })
      expect(results.filter((result) => result.ok).length).toBe(5)
      expect((await stored(county))?.takes.length).toBe(5)
    })

    it('for one unique key has one winner', async () => {
      const county = aCounty()
      const answers = await withConnections(subject(), 4, (stores) =>
        Promise.all(
          stores.flatMap((store, of) => times(4).map((n) => store.insert(orders, anOrder({ county, id: `o${of}.${n}`, number: '1024' })))),
        ),
      )
      expect(answers.filter((answer) => answer.ok).length).toBe(1)
      expect(answers.filter((answer) => !answer.ok && answer.duplicate === 'number').length).toBe(15)
      expect(await subject().store.count(orders, { index: 'due', county })).toBe(1)
    })

    it('for one id has one winner', async () => {
      const county = aCounty()
      const answers = await withConnections(subject(), 4, (stores) =>
        Promise.all(stores.flatMap((store) => times(4).map(() => store.insert(orders, anOrder({ county }))))),
      )
      expect(answers.filter((answer) => answer.ok).length).toBe(1)
    })

    it('to remove one document has one winner', async () => {
      const county = await anEmptyOrder()
      const answers = await withConnections(subject(), 4, (stores) =>
        Promise.all(stores.flatMap((store) => times(4).map(() => store.remove(orders, county, 'o1')))),
      )
      expect(answers.filter(Boolean).length).toBe(1)
    })
  })

  it('an acknowledged write is seen over every other connection at once', async () => {
    const county = await anEmptyOrder()
    await withConnections(subject(), 2, async ([one, other]) => {
      for (let version = 2; version < 12; version++) {
        await one?.replace(orders, anOrder({ county, version, rank: version }), version - 1)
        expect(await other?.get(orders, county, 'o1')).toMatchObject({ version, rank: version })
      }
    })
  })
}
