import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { AskedAudit } from '../core/audit/audited.ts'
import { accept, refuse } from '../core/result.ts'
import { MovableClock } from '../schedule/testing/movable-clock.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createAudit, createAudited } from './audit.ts'
import { auditRows } from './audit-row.collection.ts'
import { verifyAudit } from './verify-audit.ts'

const county = '350428'
const line = (key: string, limitFen = 1): AskedAudit => ({
  key,
  actor: { role: 'staff', id: 'hall' },
  action: 'set-credit-line',
  subjects: ['cai'],
  facts: { limitFen },
})
const NO_ROOTS = { read: () => [] }

describe('the audit', () => {
  let store: Store
  let clock: MovableClock
  beforeEach(() => {
    clock = new MovableClock('2026-11-23T00:00:00Z')
    store = openSqlite({ file: ':memory:' })
  })
  afterEach(() => store.close())
  const open = (over = store) => createAudit({ store: over, county, clock })
  const written = async () => (await store.find(auditRows, { index: 'line', county, limit: 100 })).docs
  const report = () => verifyAudit({ store, county }, NO_ROOTS)

  it('numbers its rows from one and ties each to the one before', async () => {
    const audit = open()
    for (const key of ['a', 'b', 'c']) await audit(line(key))
    const rows = await written()
    expect(rows.map((row) => [row.line, row.key])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
    expect(rows.map(({ previous }) => previous)).toEqual(['0'.repeat(64), rows[0]?.hash, rows[1]?.hash])
    expect(await report()).toEqual({ rows: 3, roots: 0, bad: null, badDays: [] })
  })

  it('writes what is said twice once, also by another process and later', async () => {
    const first = await open()(line('a'))
    clock.forward({ hours: 1 })
    expect(await open()(line('a'))).toMatchObject({ line: 1, hash: first.hash })
    await open()(line('b'))
    expect(await written()).toHaveLength(2)
  })

  it('does not let one key say two things', async () => {
    const audit = open()
    await audit(line('a', 1))
    await expect(audit(line('a', 2))).rejects.toThrow('says the same each time')
  })

  it('never forks, whoever writes at once', async () => {
    const processes = Array.from({ length: 4 }, () => open())
    const keys = Array.from({ length: 200 }, (_, n) => `k${n % 150}`)
    await Promise.all(keys.map((key, n) => processes[n % 4]?.(line(key))))
    expect(await report()).toEqual({ rows: 150, roots: 0, bad: null, badDays: [] })
  })

  it('goes on behind a row whose answer was lost', async () => {
    let lost = false
    const losing: Store = {
      ...store,
      insert: async (into, doc) => {
        const inserted = await store.insert(into, doc)
        if (lost) return inserted
        lost = true
        throw new StoreUnavailable('the answer was lost')
      },
    }
    const audit = open(losing)
    await expect(audit(line('a'))).rejects.toBeInstanceOf(StoreUnavailable)
    await audit(line('b'))
    await audit(line('a'))
    expect((await written()).map(({ key }) => key)).toEqual(['a', 'b'])
    expect((await report()).bad).toBeNull()
  })

  it('gives up, and does nothing, where it cannot write', async () => {
    const away: Store = { ...store, insert: () => Promise.reject(new StoreUnavailable('away')) }
    let done = false
    const acting = createAudited(open(away))(line('a'), async () => {
      done = true
      return accept(1)
    })
    await expect(acting).rejects.toBeInstanceOf(StoreUnavailable)
    expect(done).toBe(false)
  })

  it('writes what was refused as well, once', async () => {
    const audited = createAudited(open())
    for (const _twice of [1, 2]) await audited(line('a'), async () => refuse('staff-task-done'))
    expect(await audited(line('b'), async () => accept(7))).toEqual(accept(7))
    expect((await written()).map(({ action, facts }) => [action, facts])).toEqual([
      ['set-credit-line', { limitFen: 1 }],
      ['refuse-action', { line: 1, refusal: 'staff-task-done' }],
      ['set-credit-line', { limitFen: 1 }],
    ])
  })
})
