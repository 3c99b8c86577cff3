import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { asId } from '@linggong/api/core/id.ts'
import { PROVIDER, workerAccount } from '@linggong/api/core/ledger/account.ts'
import { entry, entryKey } from '@linggong/api/core/ledger/entry.ts'
import { fen } from '@linggong/api/core/money.ts'
import type { RefusalKey } from '@linggong/api/core/refusal.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { staffTasks } from '@linggong/api/staff-task/staff-task.collection.ts'
import { aCounty } from '../kit/a-county.ts'
import { askAsStaff, HALL, type Seat, tokenOf } from '../kit/seat-staff.ts'

const MUCH = 600_000
const ELSEWHERE: Seat = { login: 'bailian', roles: ['hall-operator'], scope: { kind: 'townships', townships: ['白莲镇'] } }
const HERE: Seat = { login: 'guyong', roles: ['hall-operator'], scope: { kind: 'townships', townships: ['古镛镇'] } }

let town: Awaited<ReturnType<typeof aCounty>>
let liao: string
let worker: string
let payout: string
beforeEach(async () => {
  town = await aCounty()
  ;[liao = ''] = await town.people('liao', 1, 'worker')
  const { county, ports } = town
  worker = (await ports.people.byContact(liao))?.id ?? ''
  await county.client.tellTownship({ body: { township: '古镛镇' } }, { contact: liao, key: 'town' })
  await bindPayee(ports, { person: asId<'person'>(worker), openid: 'o-liao', cause: 'test' })
  const about = { county: county.county, worker: asId<'person'>(worker), demo: false, at: town.clock.at, givesBack: null }
  const filled = entry({ ...about, key: entryKey('due', 'fill'), kind: 'due' })
  await county.ledger.append(
    filled
      .debit(PROVIDER, fen(MUCH))
      .credit(workerAccount(asId(worker)))
      .done(),
  )
  const asked = await county.client.requestPayout({ body: { amountFen: MUCH } }, { contact: liao, key: 'out' })
  await town.settle()
  if (!asked.ok) throw new Error(asked.refusal)
  expect(asked.value.state).toBe('held')
  payout = asked.value.payout
})
afterEach(() => town.stop())

const looked = { note: '本人到大厅看过身份证' }
const ask = (route: 'releasePayout' | 'declinePayout', seat: Seat = HERE, note = looked) =>
  askAsStaff(town, route, { params: { id: payout }, body: note }, seat)
/** With the session that there is, however old. */
async function answerAs(login: string) {
  const staff = await town.county.findStaff(tokenOf(login), 'bearer')
  const endpoint = town.county.dispatcher.get('releasePayout')
  if (staff === undefined || endpoint === undefined) throw new Error(`${login} is signed in`)
  const caller = { role: 'staff', contact: '', key: `by ${login}`, county: town.county.county, staff } as const
  return endpoint.call({ params: { id: payout }, query: {}, body: looked, caller })
}
const no = (refusal: RefusalKey) => expect.objectContaining({ ok: false, refusal })
const list = async (seat: Seat) => {
  const found = await askAsStaff(town, 'listHeldPayouts', {}, seat)
  return found.ok ? found.value : found
}

async function tasks() {
  const query = { index: 'state', county: town.county.county, limit: 20 }
  const found = await Promise.all(['open', 'done'].map((state) => town.county.store.find(staffTasks, { ...query, equals: { state } })))
  return found.flatMap(({ docs }) => docs).filter(({ kind }) => kind === 'payout-look')
}

async function told() {
  await town.settle()
  const found = ['waiting', 'sent'].map((state) =>
    town.county.store.find(notices, { index: 'waiting', county: town.county.county, equals: { state }, limit: 100 }),
  )
  return (await Promise.all(found)).flatMap(({ docs }) => docs.map(({ kind }) => kind)).filter((kind) => kind.startsWith('payout'))
}

const wallet = async () => {
  const seen = await town.county.client.seeWallet({}, { contact: liao, key: '' })
  return seen.ok ? { balanceFen: seen.value.balanceFen, states: seen.value.payouts.map(({ state }) => state) } : seen
}

describe('a large payout', () => {
  it('stands on the list of whoever works where its owner lives, with what there is to look at and nobody’s name', async () => {
    const row = { payout, person: worker, workerName: '廖*山', amountFen: MUCH, earnedThisMonthFen: 0, payeeFrom: expect.any(String) }
    expect(await list(HERE)).toMatchObject({ payouts: [row], next: null })
    expect(await list({ login: 'auditor', roles: ['auditor'] })).toMatchObject({ payouts: [row] })
    expect(await list(ELSEWHERE)).toEqual({ payouts: [], next: null })
    expect(await list({ login: 'mediator', roles: ['mediator'] })).toEqual(no('not-allowed'))
    expect(await tasks()).toMatchObject([
      { state: 'open', subject: payout, township: '古镛镇', facts: { payout, worker, amountFen: MUCH } },
    ])
  })

  it('is let go by somebody who has looked: its owner hears of it, and the task is done', async () => {
    expect(await ask('releasePayout', ELSEWHERE)).toEqual(no('payout-not-found'))
    expect(await ask('releasePayout', { login: 'auditor', roles: ['auditor'] })).toEqual(no('not-allowed'))
    expect(await ask('releasePayout')).toMatchObject({ ok: true, value: { state: 'waiting' } })
    expect((await told()).toSorted()).toEqual(['payout-done', 'payout-released'])
    expect(await tasks()).toMatchObject([{ state: 'done', doneBy: 'staff-guyong', note: looked.note }])
    expect([await list(HERE), await wallet()]).toMatchObject([{ payouts: [] }, { balanceFen: 0, states: [] }])
    expect(await ask('declinePayout')).toEqual(no('payout-over'))
  })

  it('is not let go: the money is back, and its owner hears of it', async () => {
    expect(await ask('declinePayout')).toMatchObject({ ok: true, value: { state: 'failed', failure: 'declined' } })
    expect(await told()).toEqual(['payout-declined'])
    expect(await wallet()).toEqual({ balanceFen: MUCH, states: [] })
    expect(await ask('declinePayout')).toMatchObject({ ok: true })
    expect(await ask('releasePayout')).toEqual(no('payout-over'))
  })

  it('keeps its task open until it is answered', async () => {
    const [task] = await tasks()
    const close = () => askAsStaff(town, 'closeStaffTask', { params: { id: task?.id }, body: looked }, HERE)
    expect(await close()).toEqual(no('payout-unanswered'))
    await ask('declinePayout')
    expect(await close()).toEqual(no('staff-task-done'))
  })

  it('is taken back by its owner at any time, and nobody has to look any more', async () => {
    const back = await town.county.client.cancelPayout({ params: { id: payout } }, { contact: liao, key: 'back' })
    expect(back).toMatchObject({ ok: true, value: { state: 'failed', failure: 'taken-back' } })
    await town.settle()
    expect([await wallet(), await tasks()]).toMatchObject([{ balanceFen: MUCH }, [{ state: 'done', doneBy: '', note: '本人取消了' }]])
    expect(await ask('releasePayout')).toEqual(no('payout-over'))
  })

  it('is nobody’s own to let go', async () => {
    const given = await askAsStaff(town, 'askContactCode', {}, HERE)
    if (!given.ok) throw new Error(given.refusal)
    const { code } = given.value as { readonly code: string } // as the row says
    expect(await town.county.client.bindStaffContact({ body: { code } }, { contact: liao, key: 'bind' })).toMatchObject({ ok: true })
    expect(await answerAs('guyong')).toEqual(no('own-approval'))
    expect(await ask('releasePayout', HALL)).toMatchObject({ ok: true })
  })

  it('is let go only by who has just shown that it is he, and stands in the audit', async () => {
    expect(await list(HERE)).toMatchObject({ payouts: [{ payout }] })
    town.clock.at = town.clock.at.add({ minutes: 6 })
    expect(await answerAs('guyong')).toEqual(no('prove-again'))
    await ask('releasePayout', HALL)
    const { docs } = await town.county.store.find(auditRows, { index: 'line', county: town.county.county, limit: 100 })
    expect(docs.filter(({ action }) => action === 'release-payout')).toMatchObject([
      { actor: { role: 'staff', id: 'staff-hall' }, subjects: [worker], facts: { payout, amountFen: MUCH } },
    ])
    expect(JSON.stringify(docs)).not.toContain(looked.note)
  })
})
