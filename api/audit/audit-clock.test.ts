import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Root } from '../core/audit/root.ts'
import { createLog } from '../log.ts'
import { createSweep } from '../schedule/sweep.ts'
import { MovableClock } from '../schedule/testing/movable-clock.ts'
import { createTimers } from '../schedule/timers.ts'
import { createEditor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createAuditTasks } from './audit.tasks.ts'
import { createAudit } from './audit.ts'
import { windAuditClock } from './audit-clock.ts'
import { auditRows } from './audit-row.collection.ts'

const county = '350428'

describe('the root of a day', () => {
  let store: Store
  let clock: MovableClock
  let files: Root[]
  let full: boolean
  beforeEach(() => {
    clock = new MovableClock('2026-11-23T02:00:00Z')
    store = openSqlite({ file: ':memory:' })
    files = []
    full = false
  })
  afterEach(() => store.close())

  /** A process of the county, which knows of the others only what is stored. */
  function started() {
    const timers = createTimers({ store, editor: createEditor({ store, monotonicMs: () => performance.now() }), county })
    const write = (root: Root) => {
      if (full) throw new Error('the disk is full')
      files.push(root)
    }
    const parts = { audit: createAudit({ store, county, clock }), clock, roots: { write }, setTimer: timers.set }
    const tasks = createAuditTasks(parts)
    const sweep = createSweep({
      ...{ store, clock, county, log: createLog({ level: 'silent' }) },
      handlers: { 'write-audit-root': ({ subject }) => tasks['write-audit-root'](subject) },
    })
    return { wind: () => windAuditClock(parts), sweep }
  }
  const days = () => files.map(({ day, line }) => [day, line])

  it('is written after midnight, once, by whichever of several processes comes first', async () => {
    const [one, other] = [started(), started()]
    await one.wind()
    await other.wind()
    clock.set(Temporal.Instant.from('2026-11-24T00:04:59+08:00'))
    await Promise.all([one.sweep(), other.sweep()])
    expect(days()).toEqual([])
    clock.set(Temporal.Instant.from('2026-11-24T00:05:00+08:00'))
    await Promise.all([one.sweep(), other.sweep()])
    await one.wind()
    await one.sweep()
    expect(days()).toEqual([['2026-11-23', 1]])
    const { docs } = await store.find(auditRows, { index: 'line', county, limit: 10 })
    expect(docs).toMatchObject([{ line: 1, action: 'write-root', facts: { day: '2026-11-23' }, hash: files[0]?.hash }])
  })

  it('is made up for each day on which the county was away', async () => {
    await started().wind()
    clock.set(Temporal.Instant.from('2026-11-26T08:00:00+08:00'))
    const later = started()
    await later.wind()
    await later.sweep()
    expect(days()).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 2],
      ['2026-11-25', 3],
    ])
  })

  it('is the same root when the first try got no further than the row', async () => {
    const { wind, sweep } = started()
    await wind()
    full = true
    clock.set(Temporal.Instant.from('2026-11-24T00:05:00+08:00'))
    await sweep()
    full = false
    clock.forward({ minutes: 1 })
    await sweep()
    expect(days()).toEqual([['2026-11-23', 1]])
    expect(await store.count(auditRows, { index: 'line', county })).toBe(1)
  })
})
