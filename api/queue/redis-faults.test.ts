import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { describeWhere } from '@linggong/test/setup/needs.ts'
import { Redis } from 'ioredis'
import { eventful, happened, things } from '../event/testing/eventful.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { openBullQueue } from './bull-queue.ts'
import { type Queue, QueueUnavailable } from './port.ts'
import { RedisServer } from './testing/redis-server.ts'

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

describeWhere('redis-server', 'bull on a Redis that fails', () => {
  let redis: RedisServer
  const open: Queue[] = []
  const queue = (prefix = randomUUID(), timeoutMs = 500): Queue => {
    const made = openBullQueue({ redisUrl: redis.url, prefix, timeoutMs, watchMs: 50, stalledMs: 200, retryMs: () => 1 })
    open.push(made)
    return made
  }
  beforeEach(async () => {
    redis = await RedisServer.start()
  })
  afterEach(async () => {
    await Promise.all(open.splice(0).map((one) => one.close()))
    await redis.kill()
  })

  it('says so instead of waiting when Redis is away, and works when it comes', async () => {
    await redis.kill()
    const tasks = queue()
    const handled: string[] = []
    tasks.process('say', async ({ what = '' }) => void handled.push(what))
    await expect(tasks.run('say', { what: 'early' }, { group: 'a' })).rejects.toBeInstanceOf(QueueUnavailable)
    await tasks.idle()
    await redis.restart()
    while (!handled.includes('late')) await tasks.run('say', { what: 'late' }, { group: 'a' }).catch(() => undefined)
    expect(handled).not.toContain('early')
  })

  it('closes also when Redis is away', async () => {
    const tasks = queue()
    tasks.process('say', async () => undefined)
    await tasks.run('say', {})
    await redis.kill()
    await tasks.close()
    await expect(tasks.run('say', {})).rejects.toBeInstanceOf(QueueUnavailable)
  })

  it('tells whoever waits when Redis has lost the work, and goes on', async () => {
    const tasks = queue()
    const waiting = Promise.allSettled(numbers(20).map((n) => tasks.run('later', { n: String(n) }, { group: `g${n % 3}` })))
    tasks.process('now', async () => undefined)
    await tasks.run('now', {})
    await redis.kill()
    await redis.restart()
    const outcomes = await waiting
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof QueueUnavailable)).toBe(true)
    const handled: string[] = []
    tasks.process('later', async ({ n = '' }) => void handled.push(n))
    await tasks.run('later', { n: 'again' }, { group: 'g1' })
    expect(handled).toEqual(['again'])
  })

  it('keeps the order of a group over several processes, and handles each once', async () => {
    const prefix = randomUUID()
    // Nothing fails here: on a busy machine Redis may take its time.
    const processes = Array.from({ length: 3 }, () => queue(prefix, 30_000))
    const order: string[] = []
    let running = 0
    let most = 0
    for (const one of processes) {
      one.process('say', async ({ n = '' }) => {
        running += 1
        most = Math.max(most, running)
        await new Promise(setImmediate)
        order.push(n)
        running -= 1
      })
    }
    const [adder] = processes
    await Promise.all(numbers(60).map((n) => adder?.run('say', { n: String(n) }, { group: 'one' })))
    expect(order).toEqual(numbers(60).map(String))
    expect(most).toBe(1)
  })

  it('shows neither a group nor what an error says to those who look into Redis', async () => {
    const canary = 'wxid_13800001234'
    const tasks = queue()
    tasks.process('say', async () => {
      throw new Error(canary)
    })
    await tasks.run('say', { id: 'J1' }, { group: canary, attempts: 1 }).catch(() => undefined)
    const client = new Redis(redis.url)
    const keys = await client.keys('*')
    const hashes = await Promise.all(keys.map(async (key) => ((await client.type(key)) === 'hash' ? client.hgetall(key) : {})))
    client.disconnect()
    const text = JSON.stringify([keys, hashes])
    expect(text).toContain('J1')
    expect(text).not.toContain(canary)
  })

  describe('with the outbox', () => {
    let store: Store
    beforeEach(() => {
      store = openSqlite({ file: ':memory:' })
    })
    afterEach(() => store.close())

    it('loses no event when Redis is killed in the middle with all it holds', async () => {
      const heard = new Set<string>()
      const half = Promise.withResolvers<void>()
      const subscriber = {
        name: 'listener',
        on: ['jobDone'] as const,
        run: async ({ id }: { readonly id: string }) => {
          heard.add(id)
          if (heard.size === 30) half.resolve()
          await new Promise(setImmediate)
        },
      }
      const county = eventful({ store, subscribers: [subscriber], queue: queue() })
      for (const n of numbers(60)) await county.add(`t${n}`, happened(`t${n}`, 1))
      await half.promise
      await redis.kill()
      for (const n of numbers(20)) await county.append(`t${n}`, happened(`t${n}`, 2))
      await redis.restart()
      const pending = (): Promise<number> =>
        store.count(things, { index: 'outbox', county: '350428', range: { field: 'outboxSince', from: '' } })
      while ((await pending()) > 0) {
        await county.relay.sweep()
        await county.relay.idle()
      }
      expect(heard.size).toBe(80)
    })
  })
})
