import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createAudit, createAudited } from '../audit/audit.ts'
import { auditRows } from '../audit/audit-row.collection.ts'
import type { Caller, StaffCaller } from '../contract/route.ts'
import type { Finding } from '../core/alert/alert.ts'
import { RULE_IDS, RULES } from '../core/alert/rule.ts'
import type { Result } from '../core/result.ts'
import type { StaffActor } from '../core/staff/policy.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import { MovableClock } from '../schedule/testing/movable-clock.ts'
import { createEditor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createAlertRoutes } from './alert.routes.ts'
import { RULE_COPY, WAITING_BECAUSE } from './alert-copy.ts'
import { alertMarks } from './explain.ts'
import { type FileAlertPorts, fileAlert } from './file-alert.ts'

const county = '350428'
const TOKEN: Caller = { role: 'statistics', contact: '', key: '', county }
const official = (about: Partial<StaffActor> = {}): Caller => ({ ...TOKEN, staff: aStaffActor({ roles: ['official'], ...about }) })
const hall = (key = 'k1', about: Partial<StaffActor> = {}): StaffCaller => {
  const staff = aStaffActor(about)
  return { role: 'staff', contact: '', key: `staff ${staff.id}\n${key}`, county, staff }
}
const HERE = { kind: 'townships', townships: ['古镛镇'] } as const

const finding = (about: Partial<Finding<'high-risk-uninsured'>> = {}): Finding<'high-risk-uninsured'> => ({
  ...{ rule: 'high-risk-uninsured', township: '古镛镇', subject: '10240', from: '2026-11-23', to: '2026-11-24' },
  ...{ numbers: { uninsured: 6 }, people: 6, demo: false, mutedBy: null },
  ...about,
})
const few = finding({ subject: '10251', numbers: { uninsured: 2 }, people: 2 })
const coverage: Finding<'coverage-low'> = {
  ...{ rule: 'coverage-low', township: '', subject: '', from: '2026-11-20', to: '2026-11-23' },
  ...{ numbers: { coverage: 0.905, started: 21, least: 0.95 }, people: 21, demo: false, mutedBy: null },
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

let store: Store
let ports: FileAlertPorts
let routes: ReturnType<typeof createAlertRoutes>
let clock: MovableClock

beforeEach(() => {
  clock = new MovableClock('2026-11-23T02:00:00Z')
  store = openSqlite({ file: ':memory:' })
  const editor = createEditor({ store, monotonicMs: () => performance.now() })
  ports = { editor, county, clock }
  routes = createAlertRoutes({ store, editor, county, clock, audited: createAudited(createAudit({ store, county, clock })) })
})
afterEach(() => store.close())

type Asked = Parameters<typeof routes.listAlerts>[0]['query']
const list = (caller: Caller = hall(), query: Partial<Asked> = {}) =>
  routes.listAlerts({ params: {}, query: { limit: 20, ...query }, body: {}, caller })
const listed = async (caller?: Caller, query?: Partial<Asked>) => must(await list(caller, query)).alerts
const step = (how: 'acknowledgeAlert' | 'closeAlert', id: string, caller = hall(), note = '已联系雇主') =>
  routes[how]({ params: { id }, query: {}, body: { note }, caller })

async function file(...findings: readonly Finding[]): Promise<void> {
  for (const each of findings) await fileAlert(ports, each)
}

function reading(): void {
  it('says rule, period, numbers, definition and desk in words', async () => {
    await file(finding())
    expect(await listed()).toMatchObject([
      {
        rule: 'high-risk-uninsured',
        title: '高风险活未参保开工',
        text: '古镛镇高风险活未参保开工：未参保开工单数6单。',
        desk: '保险经办',
        urgent: true,
        state: 'new',
        region: '古镛镇',
        subject: '10240',
        from: '2026-11-23',
        to: '2026-11-24',
        numbers: [{ id: 'uninsured', name: '未参保开工单数', value: 6, unit: 'takes', text: '6单' }],
        suppressed: false,
        firedAt: '2026-11-23T02:00:00.000Z',
      },
    ])
  })

  it('is one for each rule, subject and period, with the newest numbers', async () => {
    await file(finding(), finding(), finding({ numbers: { uninsured: 7 }, people: 7 }))
    const [alert, ...more] = await listed()
    expect([alert?.numbers[0]?.value, alert?.steps.length, more]).toEqual([7, 2, []])
  })

  it('is listed the newest first, by state, rule, township and days', async () => {
    await file(finding(), coverage, finding({ township: '万安镇', subject: '10260', from: '2026-11-21', to: '2026-11-22' }))
    const rules = async (query: Partial<Asked>) => (await listed(hall(), query)).map(({ rule, region }) => `${rule} ${region}`)
    const [here, whole, there] = ['high-risk-uninsured 古镛镇', 'coverage-low 350428', 'high-risk-uninsured 万安镇']
    expect(await rules({})).toEqual([here, whole, there])
    expect(await rules({ region: county })).toEqual([here, whole, there])
    expect(await rules({ rule: 'coverage-low' })).toEqual([whole])
    expect(await rules({ region: '万安镇' })).toEqual([there])
    expect(await rules({ from: '2026-11-22' })).toEqual([here, whole])
    expect(await rules({ from: '2026-11-22', to: '2026-11-23' })).toEqual([whole])
    expect(await rules({ state: 'acknowledged' })).toEqual([])
    expect(await rules({ state: 'new', region: '古镛镇' })).toEqual([here])
  })

  it('is read on by the page', async () => {
    await file(finding(), coverage)
    const first = must(await list(hall(), { limit: 1 }))
    const rest = must(await list(hall(), { limit: 1, after: first.next ?? '' }))
    expect([first.alerts[0]?.rule, rest.alerts[0]?.rule, rest.next]).toEqual(['high-risk-uninsured', 'coverage-low', null])
  })

  it('stands among what explains figures, muted ones with their reason', async () => {
    await file({ ...coverage, mutedBy: 'spring-festival' })
    expect(await alertMarks(store, TOKEN, { from: '2026-11-01', to: '2026-12-01', demo: false })).toMatchObject([
      {
        kind: 'alert',
        rule: 'coverage-low',
        from: '2026-11-20',
        to: '2026-11-23',
        region: county,
        text: expect.stringContaining('春节前后'),
      },
    ])
  })
}

function keptBack(): void {
  it.each([
    ['the dashboards', TOKEN],
    ['an official of the county', official()],
    ['an auditor', official({ roles: ['auditor'] })],
  ])('%s learn of a handful of people that there is something, not where, how much and about whom', async (_who, caller) => {
    await file(few)
    const [alert] = await listed(caller)
    expect(alert).toMatchObject({ region: county, subject: null, numbers: [], suppressed: true, text: expect.stringContaining('不足5人') })
    expect(JSON.stringify(alert)).not.toMatch(/古镛镇|10251/)
    expect(await listed(caller, { region: '古镛镇' })).toEqual([])
  })

  it('an official of a township learns nothing of them: it could only be there', async () => {
    await file(few, finding())
    expect((await listed(official({ scope: HERE }))).map(({ suppressed }) => suppressed)).toEqual([false])
  })

  it('nobody who only sees figures learns what an alert is about, or what was written of it', async () => {
    await file(finding())
    const [alert] = await listed()
    must(await step('acknowledgeAlert', alert?.id ?? ''))
    expect((await listed(TOKEN))[0]).toMatchObject({ subject: null, steps: [{ note: '' }, { by: 'hall-1', note: '' }], suppressed: false })
  })

  it('who works in one township finds what belongs there alone', async () => {
    await file(finding(), finding({ township: '万安镇' }), coverage)
    const caller = hall('k', { roles: ['station-operator'], scope: HERE })
    expect((await listed(caller)).map(({ region }) => region)).toEqual(['古镛镇'])
    expect(await list(caller, { region: '万安镇' })).toMatchObject({ refusal: 'not-allowed' })
  })
}

function handling(): void {
  it('is acknowledged, then closed, by one call each, and every one of them is written down', async () => {
    await file(finding())
    const id = (await listed())[0]?.id ?? ''
    const first = await step('acknowledgeAlert', id)
    clock.forward({ hours: 1 })
    expect(await step('acknowledgeAlert', id)).toEqual(first)
    expect(await step('acknowledgeAlert', id, hall(), '别的')).toMatchObject({ refusal: 'key-reused' })
    expect(await step('acknowledgeAlert', id, hall('k2'))).toMatchObject({ refusal: 'alert-not-new' })
    expect(await step('closeAlert', id, hall('k3'), '雇主已补保')).toMatchObject({
      value: { state: 'closed', steps: [{ state: 'new' }, { note: '已联系雇主' }, { by: 'hall-1', note: '雇主已补保' }] },
    })
    expect(await step('closeAlert', 'nothing', hall('k4'))).toMatchObject({ refusal: 'not-found' })
    const { docs } = await store.find(auditRows, { index: 'line', county, limit: 20 })
    expect(docs.map(({ action }) => action)).toEqual([
      ...['acknowledge-alert', 'acknowledge-alert', 'refuse-action', 'acknowledge-alert', 'refuse-action'],
      ...['close-alert', 'close-alert', 'refuse-action'],
    ])
  })

  it('is not there for somebody who works elsewhere', async () => {
    await file(finding({ township: '万安镇' }), coverage)
    for (const { id } of await listed())
      expect(await step('acknowledgeAlert', id, hall('k', { scope: HERE }))).toMatchObject({ refusal: 'not-found' })
  })
}

describe('reading an alert', reading)
describe('a handful of people', keptBack)
describe('an alert', handling)

describe('the rules', () => {
  it('all stand in the list, those that wait with what they wait for', async () => {
    const { rules } = must(await routes.listAlertRules({ params: {}, query: {}, body: {}, caller: TOKEN }))
    expect(rules.map(({ id }) => id)).toEqual([...RULE_IDS])
    expect([...new Set(rules.map(({ letter }) => letter))]).toEqual([...'abcdefghijkl'])
    for (const { time, waitsFor } of rules) expect(waitsFor === null).toBe(time !== 'waiting')
  })

  it.each(RULE_IDS)('%s has a word for each of its numbers', (id) => {
    expect(Object.keys(RULE_COPY[id].numbers)).toEqual(Object.keys(RULES[id].numbers))
    expect(WAITING_BECAUSE[id] === undefined).toBe(RULES[id].time !== 'waiting')
  })
})
