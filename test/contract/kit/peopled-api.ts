import { approvalView } from '@linggong/api/contract/approval.contract.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { accept, type Result, refuse } from '@linggong/api/core/result.ts'
import { STAFF_LIMIT } from '@linggong/api/core/staff/staff-limit.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { openStaffTask } from '@linggong/api/staff-task/open-staff-task.ts'
import { staffTasks } from '@linggong/api/staff-task/staff-task.collection.ts'
import { askAsStaff } from '../../kit/seat-staff.ts'
import { actingFor, json, keyed, liveApi } from './live-api.ts'

/** What must stand in no answer and no log line. */
export const SECRETS = [
  { contact: 'wx1/cai', role: 'employer', name: '蔡清语', idNumber: anIdNumber('19750308'), phone: '13959801234' },
  { contact: 'wx1/deng', role: 'employer', name: '邓世明', idNumber: anIdNumber('19680412'), phone: '13959805678' },
  { contact: 'wx1/liao', role: 'worker', name: '廖大山', idNumber: anIdNumber('19710905'), phone: '13859801111' },
  { contact: 'wx1/chen', role: 'worker', name: '陈小旺', idNumber: anIdNumber('19991201'), phone: '13859802222' },
  { contact: '微信 二/欧阳', role: 'worker', name: '欧阳修文', idNumber: anIdNumber('20080101'), phone: '13859803333' },
] as const

export const CANARIES = [...SECRETS.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]), 'canary-account']
export const STRANGERS = ['wx1/nobody', '群 3/王小明']

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

/** The county on a port with registered people and one job in each state that calls can lead to. */
export async function peopledApi() {
  const api = await liveApi()
  const { town } = api
  for (const { contact, ...person } of SECRETS) {
    const headers = { ...actingFor(contact), ...keyed('register'), ...json }
    const body = JSON.stringify({ ...person, consent: true })
    const registered = await api.ask({ method: 'POST', path: '/people', headers, body })
    if (registered.status !== 201) throw new Error(`nobody could register: ${registered.text}`)
  }
  const numbers = await everyKindOfJob(town)
  await town.county.settle()
  const { docs } = await town.county.store.find(notices, { index: 'waiting', county: town.county.county, limit: 20 })
  return {
    ...api,
    numbers,
    notices: docs.map(({ id }) => id),
    payouts: await somePayouts(town),
    tasks: await someTasks(town),
    approvals: await someApprovals(town),
  }
}
export type PeopledApi = Awaited<ReturnType<typeof peopledApi>>

/** Liao has named an account and has some of his money on its way to it. */
async function somePayouts({ ports, county }: Town): Promise<readonly string[]> {
  const contact = 'wx1/liao'
  const found = await ports.people.byContact(contact)
  const { id: person } = must(found ? accept(found) : refuse('not-registered'))
  must(await bindPayee(ports, { person, openid: 'canary-account', cause: 'test' }))
  await county.settle()
  const sent = [100, 200, 300].map((amountFen) =>
    county.client.requestPayout({ body: { amountFen } }, { contact, key: `out-${amountFen}` }),
  )
  return (await Promise.all(sent)).map((each) => must(each).payout)
}

/** What staff must look at, more than calls that are made up will close. */
async function someTasks({ ports, county }: Town): Promise<readonly string[]> {
  const names = Array.from({ length: 60 }, (_, n) => `P${n}`)
  for (const number of names) {
    const facts = { of: 'payments', number, why: 'other-amount' }
    await openStaffTask({ ...ports, county: county.county }, { key: number, kind: 'provider-contradicts', subject: number, facts })
  }
  const { docs } = await county.store.find(staffTasks, { index: 'state', county: county.county, equals: { state: 'open' }, limit: 100 })
  return docs.map(({ id }) => id)
}

/** What somebody of the hall has asked another to agree to. */
async function someApprovals(town: Town): Promise<readonly string[]> {
  const ids = []
  for (let n = 1; n <= 40; n += 1) {
    const call = { route: 'setCreditLine', body: { employer: 'cai', limitFen: STAFF_LIMIT.aloneFen + n } }
    const asked = await askAsStaff(town, 'askApproval', { body: call }, { login: 'hall2', roles: ['hall-operator'] })
    if (!asked.ok) throw new Error(asked.refusal)
    ids.push(approvalView.parse(asked.value).id)
  }
  return ids
}

type Town = Awaited<ReturnType<typeof liveApi>>['town']

async function everyKindOfJob({ county: { client, settle }, openJob, clock }: Town) {
  const [cai, deng, liao, chen] = SECRETS.map(({ contact }) => contact)
  const as = (contact = '') => ({ contact, key: crypto.randomUUID() })
  const startsAt = clock.at.add({ hours: 1 })
  const pay = { amountFen: 20_000, unit: 'job' as const }
  const body = { trade: '搬运', content: '搬桌子', seats: 2, pay, startsAt: startsAt.toString(), place: '县政府对面' }

  const draft = must(await client.postJob({ body }, as(cai))).number
  const othersDraft = must(await client.postJob({ body }, as(deng))).number
  const open = await openJob(cai ?? '', { seats: 400, startsAt })
  const others = await openJob(deng ?? '', { seats: 3, startsAt })
  const working = await openJob(cai ?? '', { seats: 2, startsAt })
  must(await client.takeJob({ params: { number: working } }, as(chen)))
  must(await client.startWork({ params: { number: working }, body: { code: '4821' } }, as(chen)))
  const settled = await openJob(deng ?? '', { seats: 1, startsAt })
  must(await client.takeJob({ params: { number: settled } }, as(liao)))
  must(await client.startWork({ params: { number: settled }, body: { code: '4821' } }, as(liao)))
  must(await client.finishWork({ params: { number: settled } }, as(liao)))
  must(await client.confirmWork({ params: { number: settled } }, as(deng)))
  const filled = await openJob(cai ?? '', { seats: 1, startsAt })
  must(await client.takeJob({ params: { number: filled } }, as(liao)))
  const cancelled = await openJob(cai ?? '', { startsAt })
  must(await client.cancelJob({ params: { number: cancelled } }, as(cai)))
  await settle()
  return { draft, othersDraft, open, others, filled, working, settled, cancelled }
}
