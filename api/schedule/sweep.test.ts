import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createLog } from '../log.ts'
import { createEditor } from '../store/editor.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createSweep, type TimerHandler } from './sweep.ts'
import { MovableClock } from './testing/movable-clock.ts'
import { createTimers, type Timers } from './timers.ts'

const COUNTY = '350428'
const log = createLog({ level: 'silent' })

describe('timers', () => {
  let store: Store
  let clock: MovableClock
  let timers: Timers
  let ran: string[]
  const note: TimerHandler = async ({ key }) => {
    await Promise.resolve()
    ran.push(key)
  }
  const sweeper = (handlers: Record<string, TimerHandler> = { remind: note, expire: note }, over: Store = store) =>
    createSweep({ store: over, clock, handlers, log, county: COUNTY })
  const inMinutes = (minutes: number): Temporal.Instant => clock.now().add({ minutes })

  beforeEach(() => {
    ran = []
    clock = new MovableClock('2026-11-23T00:00:00Z')
    store = openSqlite({ file: ':memory:' })
    timers = createTimers({ store, editor: createEditor({ store, monotonicMs: () => performance.now() }), county: COUNTY })
  })
  afterEach(() => store.close())

  it('runs what is due, once, and nothing before', async () => {
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(10) })
    clock.forward({ milliseconds: 10 * 60_000 - 1 })
    expect(await sweeper()()).toBe(0)
    clock.forward({ milliseconds: 1 })
    expect(await sweeper()()).toBe(1)
    expect(await sweeper()()).toBe(0)
    expect(ran).toEqual(['remind:J1:2026-11-23T00:10:00.000Z'])
  })

  it('runs the longest due first', async () => {
    for (const minutes of [5, 1, 9, 3]) await timers.set({ kind: 'remind', subject: `J${minutes}`, dueAt: inMinutes(minutes) })
    clock.forward({ hours: 1 })
    await createSweep({ store, clock, handlers: { remind: note }, log, county: COUNTY, concurrency: 1 })()
    expect(ran.map((key) => key.split(':')[1])).toEqual(['J1', 'J3', 'J5', 'J9'])
  })

  it('is set once, however often it is said, also after it ran', async () => {
    const timer = { kind: 'remind', subject: 'J1', dueAt: inMinutes(10) }
    await timers.set(timer)
    await timers.set(timer)
    clock.forward({ minutes: 10 })
    await sweeper()()
    await timers.set(timer)
    expect(await sweeper()()).toBe(0)
    expect(ran).toHaveLength(1)
  })

  it('moves when it is set to another time, forth and back, and again after it ran', async () => {
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(10) })
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(20) })
    clock.forward({ minutes: 15 })
    expect(await sweeper()()).toBe(0)
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(-1) })
    expect(await sweeper()()).toBe(1)
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(30) })
    clock.forward({ minutes: 30 })
    expect(await sweeper()()).toBe(1)
    expect(ran).toHaveLength(2)
  })

  it('does not run when it was cleared, and runs when it was set again to the same time', async () => {
    const timer = { kind: 'remind', subject: 'J1', dueAt: inMinutes(10) }
    await timers.set(timer)
    await timers.clear(timer)
    await timers.clear({ kind: 'remind', subject: 'nobody' })
    clock.forward({ minutes: 10 })
    expect(await sweeper()()).toBe(0)
    await timers.set(timer)
    expect(await sweeper()()).toBe(1)
  })

  it('says when to look next', async () => {
    expect(await timers.nextWake()).toBeUndefined()
    const dueAt = inMinutes(7)
    await timers.set({ kind: 'remind', subject: 'J2', dueAt: inMinutes(9) })
    await timers.set({ kind: 'remind', subject: 'J1', dueAt })
    expect(await timers.nextWake()).toEqual(dueAt)
  })

  it('runs each once when several processes sweep at once', async () => {
    for (let n = 0; n < 300; n += 1) await timers.set({ kind: 'remind', subject: `J${n}`, dueAt: inMinutes(1) })
    clock.forward({ minutes: 1 })
    const counts = await Promise.all([sweeper()(), sweeper()(), sweeper()(), sweeper()()])
    expect(new Set(ran).size).toBe(300)
    expect(ran).toHaveLength(300)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300)
  })

  it('runs again with the same key when the process died between the effect and the end of the run', async () => {
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(1) })
    clock.forward({ minutes: 1 })
    let writes = 0
    const dying: Store = {
      ...store,
      replace: (...asked) => {
        writes += 1
        return writes === 2 ? Promise.reject(new StoreUnavailable('killed')) : store.replace(...asked)
      },
    }
    await expect(sweeper(undefined, dying)()).rejects.toBeInstanceOf(StoreUnavailable)
    expect(await sweeper()()).toBe(0)
    clock.forward({ minutes: 1 })
    expect(await sweeper()()).toBe(1)
    expect(await sweeper()()).toBe(0)
    expect(ran).toEqual(['remind:J1:2026-11-23T00:01:00.000Z', 'remind:J1:2026-11-23T00:01:00.000Z'])
  })

  it('lets a run that outlived its lease not end the run of its successor', async () => {
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(1) })
    clock.forward({ minutes: 1 })
    const finish = Promise.withResolvers<void>()
    const started = Promise.withResolvers<void>()
    const slow: TimerHandler = async () => {
      started.resolve()
      await finish.promise
    }
    const late = sweeper({ remind: slow })()
    await started.promise
    clock.forward({ minutes: 2 })
    const second = sweeper({
      remind: async (timer) => {
        finish.resolve()
        await late
        await note(timer)
        throw new Error('not through yet')
      },
    })
    expect(await second()).toBe(1)
    clock.forward({ minutes: 1 })
    expect(await sweeper()()).toBe(1)
    expect(ran).toHaveLength(2)
  })

  it('tries a failing one again later, longer each time, without holding up others', async () => {
    await timers.set({ kind: 'expire', subject: 'bad', dueAt: inMinutes(1) })
    await timers.set({ kind: 'remind', subject: 'good', dueAt: inMinutes(2) })
    clock.forward({ minutes: 2 })
    const sweep = sweeper({ remind: note, expire: () => Promise.reject(new Error('away')) })
    expect(await sweep()).toBe(2)
    expect(ran).toHaveLength(1)
    const waits: number[] = []
    for (let n = 0; n < 3; n += 1) {
      const next = await timers.nextWake()
      waits.push(next?.since(clock.now()).total('seconds') ?? 0)
      clock.set(next ?? clock.now())
      await sweep()
    }
    expect(waits).toEqual([2, 4, 8])
    clock.forward({ hours: 1 })
    await sweeper()()
    expect(ran).toEqual(['remind:good:2026-11-23T00:02:00.000Z', 'expire:bad:2026-11-23T00:01:00.000Z'])
  })

  it('keeps one of a kind that nobody here handles', async () => {
    await timers.set({ kind: 'constructor', subject: 'J1', dueAt: inMinutes(1) })
    clock.forward({ minutes: 1 })
    await sweeper()()
    clock.forward({ minutes: 1 })
    expect(await sweeper({ constructor: note })()).toBe(1)
    expect(ran).toEqual(['constructor:J1:2026-11-23T00:01:00.000Z'])
  })

  it('lets a handler set its own timer anew', async () => {
    await timers.set({ kind: 'remind', subject: 'J1', dueAt: inMinutes(1) })
    const again: TimerHandler = async (timer) => {
      await note(timer)
      if (ran.length < 3) await timers.set({ kind: 'remind', subject: timer.subject, dueAt: timer.dueAt.add({ minutes: 1 }) })
    }
    clock.forward({ minutes: 5 })
    expect(await sweeper({ remind: again })()).toBe(3)
    expect(ran.map((key) => key.slice(-13, -5))).toEqual(['00:01:00', '00:02:00', '00:03:00'])
  })
})
