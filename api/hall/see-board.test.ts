import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type Board, boardAnswer } from '../contract/hall.contract.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { keepBoard } from './hall.routes.ts'

const MORNING = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

describe('the board of the hall', () => {
  let store: Store
  let asked: number
  let now: Temporal.Instant
  let board: () => Promise<Board>
  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    asked = 0
    now = MORNING
    const counting: Store = {
      ...store,
      find(from, query) {
        asked += 1
        return store.find(from, query)
      },
    }
    board = keepBoard({ store: counting, county: '350428', countyName: '将乐县', clock: { now: () => now }, nameOf: async () => '蔡*云' })
  })
  afterEach(() => store.close())

  it('is one answer for all who ask at about the same time', async () => {
    await Promise.all(Array.from({ length: 100 }, () => board()))
    const once = asked
    now = now.add({ milliseconds: 1999 })
    await board()
    expect(asked).toBe(once)
    now = now.add({ milliseconds: 1 })
    await board()
    expect(asked).toBe(2 * once)
  })

  it('of a county in which nothing has happened is empty, and says so by figures', async () => {
    const empty = boardAnswer.parse(await board())
    expect([empty.jobs, empty.more]).toEqual([[], false])
    expect(empty.figures.find(({ metric }) => metric.id === 'insurance_coverage')?.value).toBeNull()
    expect(empty.figures.find(({ metric, of }) => metric.id === 'jobs_posted' && of === 'today')?.value).toBe(0)
  })

  it('that failed is kept for nobody', async () => {
    let isAway = true
    const port: Store = { ...store, find: (from, query) => (isAway ? Promise.reject(new Error('away')) : store.find(from, query)) }
    const kept = keepBoard({ store: port, county: '350428', countyName: '将乐县', clock: { now: () => now }, nameOf: async () => '' })
    await expect(kept()).rejects.toThrow('away')
    isAway = false
    expect((await kept()).jobs).toEqual([])
  })
})
