import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createAudit, createAudited } from '../audit/audit.ts'
import type { StaffCaller } from '../contract/route.ts'
import { fen } from '../core/money.ts'
import type { Result } from '../core/result.ts'
import { type AskedStaffTask, NOBODY_KNOWN } from '../core/staff-task/staff-task.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import { createNamesIn } from '../person/names-in.ts'
import { MovableClock } from '../schedule/testing/movable-clock.ts'
import { createEditor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { openStaffTask } from './open-staff-task.ts'
import { createStaffTaskRoutes } from './staff-task.routes.ts'

const county = '350428'
const callerOf = (key = '', staff = aStaffActor()): StaffCaller => ({ role: 'staff', contact: '', key: `staff\n${key}`, county, staff })

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

const difference = (number: string): AskedStaffTask => ({
  key: `bill-difference:2026-11-23:${number}`,
  kind: 'bill-difference',
  subject: number,
  facts: { day: '2026-11-23', what: 'not-ours', of: 'payment', number, amountFen: fen(30_000) },
})
const contradiction: AskedStaffTask = {
  key: 'provider-contradicts:P1:other-amount',
  kind: 'provider-contradicts',
  subject: 'P1',
  facts: { of: 'payments', number: 'P1', why: 'other-amount' },
}

describe('staff tasks', () => {
  let store: Store
  let clock: MovableClock
  let ports: Parameters<typeof openStaffTask>[0]
  let routes: ReturnType<typeof createStaffTaskRoutes>

  beforeEach(() => {
    clock = new MovableClock('2026-11-24T02:00:00Z')
    store = openSqlite({ file: ':memory:' })
    const editor = createEditor({ store, monotonicMs: () => performance.now() })
    ports = { editor, county, clock }
    const namesIn = createNamesIn({ maskedNameOf: async (id) => (id === 'p1' ? '廖*山' : '*') })
    const audited = createAudited(createAudit({ store, county, clock }))
    routes = createStaffTaskRoutes({ store, editor, county, clock, audited, namesIn })
  })
  afterEach(() => store.close())

  async function open(...asked: readonly AskedStaffTask[]): Promise<void> {
    for (const each of asked) {
      await openStaffTask(ports, each)
      clock.forward({ minutes: 1 })
    }
  }
  type Listed = Parameters<typeof routes.listStaffTasks>[0]['query']
  const list = async (query: Partial<Listed> = {}) =>
    must(await routes.listStaffTasks({ params: {}, query: { state: 'open', limit: 20, ...query }, body: {}, caller: callerOf() }))
  const close = (id: string, { key = 'k1', note = '已核对' } = {}) =>
    routes.closeStaffTask({ params: { id }, query: {}, body: { note }, caller: callerOf(key) })
  const subjects = async (query: Partial<Listed> = {}) => (await list(query)).tasks.map(({ subject }) => subject)

  it('says by his masked name whom it is about, and of one who is gone that he is gone', async () => {
    const looks = (worker: string): AskedStaffTask => ({
      key: `payout-look:${worker}`,
      kind: 'payout-look',
      subject: `payout-${worker}`,
      facts: { payout: `payout-${worker}`, worker, amountFen: fen(600_000) },
    })
    const flagged: AskedStaffTask = {
      key: 'flagged-line:deposit',
      kind: 'flagged-line',
      subject: NOBODY_KNOWN,
      facts: { sign: 'deposit', person: NOBODY_KNOWN, room: 'private', day: '2026-11-24' },
    }
    await open(looks('p1'), looks('p2'), flagged)
    expect((await list()).tasks.map(({ names }) => names)).toEqual([{ worker: '廖*山' }, { worker: '*' }, {}])
  })

  it('is opened once, however often it is asked for', async () => {
    await open(contradiction, contradiction)
    expect((await list()).tasks).toEqual([
      {
        id: expect.any(String),
        kind: 'provider-contradicts',
        title: '支付平台的说法与账本矛盾',
        subject: 'P1',
        facts: { of: 'payments', number: 'P1', why: 'other-amount' },
        names: {},
        state: 'open',
        openedAt: '2026-11-24T02:00:00.000Z',
        doneAt: null,
        doneBy: null,
        note: null,
      },
    ])
  })

  it('stays done when it is asked for again, and another key opens another', async () => {
    await open(contradiction)
    const [task] = (await list()).tasks
    expect(await close(task?.id ?? '')).toMatchObject({ ok: true, value: { state: 'done', doneBy: 'hall-1', note: '已核对' } })
    await open(contradiction)
    expect(await subjects()).toEqual([])
    await open({ ...contradiction, key: `${contradiction.key}#2` })
    expect([await subjects(), await subjects({ state: 'done' })]).toEqual([['P1'], ['P1']])
  })

  it('is listed the oldest first, by kind where one is asked for, and by the page', async () => {
    await open(difference('C'), contradiction, difference('A'), difference('B'))
    expect(await subjects()).toEqual(['C', 'P1', 'A', 'B'])
    expect(await subjects({ kind: 'bill-difference' })).toEqual(['C', 'A', 'B'])
    expect(await subjects({ kind: 'arrears' })).toEqual([])
    const first = await list({ limit: 3 })
    expect(first.tasks).toHaveLength(3)
    const rest = await list({ limit: 3, after: first.next ?? '' })
    expect([rest.tasks.map(({ subject }) => subject), rest.next]).toEqual([['B'], null])
  })

  it('is closed by one call: repeated it is the same, another comes too late', async () => {
    await open(contradiction)
    const [task] = (await list()).tasks
    const first = await close(task?.id ?? '')
    clock.forward({ hours: 1 })
    expect(await close(task?.id ?? '')).toEqual(first)
    expect(await close(task?.id ?? '', { note: '别的' })).toMatchObject({ refusal: 'key-reused' })
    expect(await close(task?.id ?? '', { key: 'k2' })).toMatchObject({ refusal: 'staff-task-done' })
    expect(await close('nothing')).toMatchObject({ refusal: 'not-found' })
    expect(first).toMatchObject({ value: { doneAt: '2026-11-24T02:01:00.000Z' } })
  })

  it('keeps no name that came in by way of somebody’s words', async () => {
    await open({ key: 'k', kind: 'payout-stuck', subject: 'O1', facts: { payout: 'O1', amountFen: fen(1), code: '收款人蔡清语姓名不符' } })
    expect((await list()).tasks[0]?.facts).toEqual({ payout: 'O1', amountFen: 1, code: '?' })
  })
})
