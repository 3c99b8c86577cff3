import { describe, expect, it } from '@jest/globals'
import { StoreUnavailable } from '../port.ts'
import type { Subject } from './database.ts'
import { aCounty, anOrder, orders } from './order.ts'

export function closingSuite(subject: () => Subject): void {
  describe('closing', () => {
    it('while writing answers every write that was begun, and keeps what was acknowledged', async () => {
      const county = aCounty()
      const store = await subject().database.connect()
      const writes = Array.from({ length: 50 }, (_, n) => store.insert(orders, anOrder({ county, id: `o${n}` })))
      await store.get(orders, county, 'o0')
      const closed = store.close()
      const late = expect(store.insert(orders, anOrder({ county, id: 'late' }))).rejects.toThrow(StoreUnavailable)
      const answers = await Promise.allSettled(writes)
      await closed
      await late
      const acknowledged = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.ok).length
      expect(acknowledged).toBe(50)
      expect(await subject().store.count(orders, { index: 'due', county })).toBe(acknowledged)
    })

    it('twice is closing once', async () => {
      const store = await subject().database.connect()
      await Promise.all([store.close(), store.close()])
      await expect(store.close()).resolves.toBeUndefined()
    })

    it('makes every later call unavailable', async () => {
      const store = await subject().database.connect()
      const order = anOrder({ county: aCounty() })
      await store.get(orders, order.county, order.id)
      await store.close()
      const calls = [
        store.get(orders, order.county, order.id),
        store.getBy(orders, 'number', { county: order.county, number: '1' }),
        store.find(orders, { index: 'due', county: order.county, limit: 1 }),
        store.count(orders, { index: 'due', county: order.county }),
        store.insert(orders, order),
        store.replace(orders, { ...order, version: 2 }, 1),
        store.remove(orders, order.county, order.id),
      ]
      const answers = await Promise.allSettled(calls)
      expect(answers.every((answer) => answer.status === 'rejected' && answer.reason instanceof StoreUnavailable)).toBe(true)
    })
  })
}
