import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '../core/event.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import type { Subscriber } from './handling.ts'
import { EMPTY_OUTBOX } from './outbox.ts'
import { COUNTY, eventful, happened, things } from './testing/eventful.ts'

const ALL = ['jobDone', 'jobFilled'] as const

/** A subscriber that writes down what it hears. */
function listener(name: string, heard: string[], on: Subscriber['on'] = ALL): Subscriber {
  return {
    name,
    on,
    run: async (event) => {
      await Promise.resolve()
      heard.push(`${name} ${event.id}`)
    },
  }
}

/** A subscriber that fails as often as told, for each event anew. */
function failing(name: string, times: number, heard: string[]): Subscriber {
  const failures = new Map<string, number>()
  return {
    name,
    on: ALL,
    run: async (event: DomainEvent) => {
      const before = failures.get(event.id) ?? 0
      failures.set(event.id, before + 1)
      if (before < times) throw new Error('not now')
      heard.push(`${name} ${event.id}`)
    },
  }
}

describe('relay', () => {
  let store: Store
  let heard: string[]
  beforeEach(async () => {
    heard = []
    store = openSqlite({ file: ':memory:' })
  })
  afterEach(() => store.close())

  it('tells every subscriber what it asked for, in order, and clears the document', async () => {
    const subscribers = [listener('a', heard), listener('b', heard, ['jobFilled'])]
    const county = eventful({ store, subscribers })
    await county.add('t', happened('t', 1), happened('t', 2, 'jobFilled'))
    await county.relay.idle()
    expect(heard).toEqual(['a jobDone:t:1', 'a jobFilled:t:2', 'b jobFilled:t:2'])
    expect(await county.thing('t')).toMatchObject({ ...EMPTY_OUTBOX, version: 2 })
  })

  it('clears a burst on one document with one write', async () => {
    const county = eventful({ store, subscribers: [listener('a', heard)] })
    await county.add('t')
    for (let n = 1; n <= 5; n += 1) await county.append('t', happened('t', n))
    await county.relay.idle()
    expect(heard).toHaveLength(5)
    expect(await county.thing('t')).toMatchObject({ ...EMPTY_OUTBOX, version: 1 + 5 + 1 })
  })

  it('clears by itself a little later', async () => {
    const county = eventful({ store, subscribers: [], clearAfterMs: 1 })
    await county.add('t', happened('t', 1))
    while ((await county.thing('t'))?.outboxSince !== null) await new Promise(setImmediate)
    expect(await county.thing('t')).toMatchObject(EMPTY_OUTBOX)
  })

  it('begins an event only when everybody is through with the one before', async () => {
    const subscribers = [failing('slow', 2, heard), listener('fast', heard)]
    const county = eventful({ store, subscribers })
    await county.add('t', happened('t', 1), happened('t', 2))
    await county.relay.idle()
    expect(heard).toEqual(['fast jobDone:t:1', 'slow jobDone:t:1', 'fast jobDone:t:2', 'slow jobDone:t:2'])
  })

  it('does not let the failing subscriber of one document hold up another', async () => {
    const stuck: Subscriber = {
      name: 'stuck',
      on: ALL,
      run: async (event) => {
        if (event.id.includes(':bad:') && !heard.includes('stuck jobDone:good:1')) throw new Error('waits for the good one')
        heard.push(`stuck ${event.id}`)
      },
    }
    const county = eventful({ store, subscribers: [stuck] })
    await county.add('bad', happened('bad', 1))
    await county.add('good', happened('good', 1))
    await county.relay.idle()
    expect(heard).toEqual(['stuck jobDone:good:1', 'stuck jobDone:bad:1'])
  })

  it('leaves to the sweep what fails for too long, and still runs the others only once', async () => {
    const county = eventful({ store, subscribers: [failing('slow', 8, heard), listener('fast', heard)] })
    await county.add('t', happened('t', 1))
    await county.relay.idle()
    expect(heard).toEqual(['fast jobDone:t:1'])
    expect((await county.thing('t'))?.outbox).toHaveLength(1)
    expect(await county.relay.sweep()).toBe(1)
    await county.relay.idle()
    expect(heard).toEqual(['fast jobDone:t:1', 'slow jobDone:t:1'])
    expect(await county.thing('t')).toMatchObject(EMPTY_OUTBOX)
  })

  it('finishes after a crash what the process before had begun', async () => {
    const before = eventful({ store, subscribers: [] })
    await before.queue.close()
    for (let n = 0; n < 250; n += 1) await before.add(`t${n}`, happened(`t${n}`, n))
    const after = eventful({ store, subscribers: [listener('a', heard)] })
    expect(await after.relay.sweep()).toBe(250)
    await after.relay.idle()
    expect(new Set(heard).size).toBe(250)
    expect(heard).toHaveLength(250)
    expect(await after.relay.sweep()).toBe(0)
  })

  it('leaves younger events to the process that has just written them', async () => {
    const before = eventful({ store, subscribers: [] })
    await before.queue.close()
    await before.add('old', happened('old', 1))
    await before.add('new', happened('new', 100))
    const after = eventful({ store, subscribers: [listener('a', heard)] })
    expect(await after.relay.sweep(happened('', 50).at)).toBe(1)
    await after.relay.idle()
    expect(heard).toEqual(['a jobDone:old:1'])
  })

  it('is idle only when what the subscribers caused is handled too', async () => {
    const chain: Subscriber = {
      name: 'chain',
      on: ALL,
      run: async (event) => {
        heard.push(event.id)
        const { job } = event.type === 'jobDone' ? event.facts : { job: '' }
        if (job.length < 5) await county.add(`${job}x`, happened(`${job}x`, 1))
      },
    }
    const county = eventful({ store, subscribers: [chain] })
    await county.add('t', happened('t', 1))
    await county.relay.idle()
    expect(heard).toHaveLength(5)
    expect(await store.count(things, { index: 'outbox', county: COUNTY, range: { field: 'outboxSince', from: '' } })).toBe(0)
  })

  it('hears an event that comes while the ones before are being handled or cleared', async () => {
    const county = eventful({ store, subscribers: [listener('a', heard)], clearAfterMs: 0 })
    await county.add('t')
    await Promise.all(Array.from({ length: 40 }, (_, n) => county.append('t', happened('t', n))))
    await county.relay.idle()
    expect(heard).toEqual(Array.from({ length: 40 }, (_, n) => `a jobDone:t:${n}`))
    expect(await county.thing('t')).toMatchObject(EMPTY_OUTBOX)
  })

  it('remembers what is handled while the database is away', async () => {
    let away = false
    const moody: Store = {
      ...store,
      get: (...asked) => store.get(...asked),
      replace: (...asked) => (away ? Promise.reject(new StoreUnavailable('away')) : store.replace(...asked)),
    }
    const county = eventful({ store: moody, subscribers: [listener('a', heard)] })
    await county.add('t', happened('t', 1))
    away = true
    await county.relay.idle()
    expect((await county.thing('t'))?.outbox).toHaveLength(1)
    away = false
    expect(await county.relay.sweep()).toBe(1)
    await county.relay.idle()
    expect(heard).toEqual(['a jobDone:t:1'])
    expect(await county.thing('t')).toMatchObject(EMPTY_OUTBOX)
  })

  it('does nothing about documents without events, or of which it was told nothing', async () => {
    const county = eventful({ store, subscribers: [listener('a', heard)] })
    county.relay.notify({ name: 'others' }, { id: 'x', county: COUNTY, version: 1 })
    await county.add('t')
    await county.relay.idle()
    expect(heard).toEqual([])
  })

  it('clears what is handled when it stops, and starts nothing after it', async () => {
    const county = eventful({ store, subscribers: [listener('a', heard)] })
    await county.add('t', happened('t', 1))
    await county.queue.idle()
    await county.relay.stop()
    expect(await county.thing('t')).toMatchObject(EMPTY_OUTBOX)
    await county.append('t', happened('t', 2))
    await county.relay.idle()
    expect(heard).toEqual(['a jobDone:t:1'])
    expect(await county.relay.sweep()).toBe(0)
  })

  it('lets two processes share the work, with at most one clearing write each', async () => {
    const one = eventful({ store, subscribers: [listener('a', heard)] })
    const two = eventful({ store, subscribers: [listener('b', heard)] })
    await one.add('t')
    for (let n = 1; n <= 5; n += 1) await (n % 2 ? one : two).append('t', happened('t', n))
    await Promise.all([one.relay.idle(), two.relay.idle()])
    const thing = await one.thing('t')
    expect(thing).toMatchObject(EMPTY_OUTBOX)
    expect(thing?.version).toBeLessThanOrEqual(1 + 5 + 2)
    expect(new Set(heard.map((line) => line.split(' ')[1])).size).toBe(5)
  })
})
