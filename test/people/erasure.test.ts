import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { asId } from '@linggong/api/core/id.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { conducts } from '@linggong/api/penalty/conduct.collection.ts'
import { newConduct } from '@linggong/api/penalty/conduct.ts'
import { formerPeople, keptIdentities } from '@linggong/api/person/former.collection.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import { statisticsHandlers } from '@linggong/api/statistics/statistics.routes.ts'
import { bytesOf, fileIn } from '@linggong/api/statutory/testing/ask-statutory.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'
import { LIVED, liveALife, PAID_BY, takeAllOut } from '../kit/a-life.ts'
import { askAsStaff, HALL } from '../kit/seat-staff.ts'

type Town = Awaited<ReturnType<typeof aCounty>>
const ring = sameRing()
let town: Town
beforeEach(async () => {
  town = await aCounty({ ring })
})
afterEach(() => town.stop())

const as = (key: string, contact: string = LIVED.contact) => ({ contact, key })
const erase = (key = 'erase', contact: string = LIVED.contact) =>
  town.county.client.eraseMe({ body: { confirmed: true } }, as(key, contact))
const standing = () => town.county.client.seeErasure({}, as(''))

async function pass(time: { seconds?: number; hours?: number }): Promise<void> {
  town.clock.at = town.clock.at.add(time)
  await town.county.sweep({ leaveSeconds: 0 })
  await town.settle()
}
const gone = () => pass({ seconds: LIMIT.leavingSeconds })

async function steps(id: string): Promise<readonly string[]> {
  const { docs } = await town.county.store.find(auditRows, {
    ...{ index: 'subject', county: town.county.county, equals: { subjects: id }, limit: 100 },
  })
  return docs.flatMap(({ action, actor, facts }) => (action === 'erase-person' ? [`${actor.role}: ${facts['step']}`] : []))
}

async function differences() {
  const fresh = openSqlite({ file: ':memory:' })
  const { store, county } = town.county
  return (await recompute({ store, county, fresh }).finally(() => fresh.close())).differences
}

async function workersTotal(): Promise<number | null | undefined> {
  const { store, county } = town.county
  const { queryMetric } = statisticsHandlers({ store, clock: town.clock, maySeeSmall: () => true, places: COUNTY })
  const query = { metric: 'workers_total', from: '2026-11-01', to: '2026-12-01', bucket: 'month', breakdown: 'none' } as const
  const answer = await queryMetric({ params: {}, body: {}, query, caller: { role: 'statistics', contact: '', key: '', county } })
  return answer.ok ? answer.value.rows[0]?.value : undefined
}

describe('somebody who wants to be forgotten', () => {
  it('is gone in a moment, and counts no more', async () => {
    const { id } = await liveALife(town, { works: false })
    expect(await workersTotal()).toBe(1)
    expect(await standing()).toEqual({ ok: true, value: { obligation: null, leftFen: 0, keptUntil: null } })
    expect(await erase()).toMatchObject({ ok: true })
    expect(await town.county.client.seeMe({}, as(''))).toMatchObject({ ok: false, refusal: 'not-registered' })
    await gone()
    expect(await town.county.store.get(people, town.county.county, id)).toBeUndefined()
    expect(await town.county.store.get(keptIdentities, town.county.county, id)).toBeUndefined()
    expect(await steps(id)).toEqual(['person: asked', 'system: done'])
    expect([await workersTotal(), await differences()]).toEqual([0, []])
  })

  it('asks twice and is gone once', async () => {
    const { id } = await liveALife(town, { works: false })
    expect(await Promise.all([erase('one'), erase('one'), erase('two')])).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    await gone()
    await pass({ hours: 1 })
    expect(await erase('three')).toMatchObject({ ok: false, refusal: 'not-registered' })
    expect((await steps(id)).filter((step) => step === 'system: done')).toHaveLength(1)
    expect(await differences()).toEqual([])
  })

  it('can come again as somebody new', async () => {
    const { id } = await liveALife(town, { works: false })
    await erase()
    await gone()
    const { name, idNumber, phone } = LIVED
    const body = { role: 'worker', name, idNumber, phone, consent: true } as const
    expect(await town.county.client.registerPerson({ body }, as('anew'))).toMatchObject({ ok: true })
    await town.settle()
    const anew = await town.county.people.byContact(LIVED.contact)
    expect(anew?.licences).toEqual([])
    expect(anew?.id).not.toBe(id)
    expect([await workersTotal(), await differences()]).toEqual([1, []])
  })

  it.each([
    ['by the hall', 'registerAtStation'],
    ['by the chat', 'registerPerson'],
  ])('was registered %s and comes again with his card under a new number', async (_how, by) => {
    const { name, idNumber, phone } = LIVED
    const card = { name, idNumber, cardSeen: true }
    const consent = { how: 'paper', text: '2026-11' }
    const atStation = () =>
      askAsStaff(town, 'registerAtStation', { body: { ...card, phone, roles: ['worker'], township: '古镛镇', consent } }) as Promise<{
        ok: boolean
        value: { person: string }
      }>
    if (by === 'registerPerson') await liveALife(town, { works: false })
    else await atStation()
    expect(await askAsStaff(town, 'erasePerson', { body: card })).toMatchObject({ ok: true })
    await gone()
    const anew = await atStation()
    expect(anew.ok).toBe(true)
    expect(await town.county.store.get(formerPeople, town.county.county, anew.value.person)).toBeUndefined()
  })

  it('is not the business of a hall elsewhere, nor of whoever reads another name on the card', async () => {
    await liveALife(town, { works: false })
    const { name, idNumber } = LIVED
    const elsewhere = { ...HALL, login: 'elsewhere', scope: { kind: 'townships', townships: ['高唐镇'] } } as const
    const body = { name, idNumber, cardSeen: true }
    expect(await askAsStaff(town, 'erasePerson', { body }, elsewhere)).toMatchObject({ ok: false, refusal: 'not-found' })
    expect(await askAsStaff(town, 'erasePerson', { body: { ...body, name: '廖大山' } })).toMatchObject({ ok: false, refusal: 'not-found' })
  })

  it('is not believed to be himself as long as his contact has just taken another’s place', async () => {
    await liveALife(town, { works: false })
    const { name, idNumber, phone } = LIVED
    const body = { role: 'worker', name, idNumber, phone, consent: true } as const
    const other = 'wx1/somebody'
    await town.county.client.registerPerson({ body }, as('another', other))
    expect(await erase('e1', other)).toMatchObject({ ok: false, refusal: 'contact-too-new' })
    await pass({ hours: 25 })
    expect(await erase('e2', other)).toMatchObject({ ok: true })
  })
})

describe('somebody whom others count on', () => {
  it('hears what holds him, one thing after the other', async () => {
    const [employer = ''] = await town.people('employer', 1, 'employer')
    await liveALife(town, { works: false })
    const { client } = town.county
    const number = await town.openJob(employer, { seats: 1, startsAt: town.clock.at.add({ hours: 1 }) })
    await client.takeJob({ params: { number } }, as('take'))
    const told = async () => [await erase(crypto.randomUUID()), await erase(crypto.randomUUID(), employer)]
    expect(await told()).toMatchObject([{ refusal: 'work-open' }, { refusal: 'work-open' }])
    await client.startWork({ params: { number }, body: { code: '4821' } }, as('start'))
    await client.finishWork({ params: { number } }, as('finish'))
    expect(await told()).toMatchObject([{ refusal: 'work-open' }, { refusal: 'work-open' }])
    await client.confirmWork({ params: { number } }, as('confirm', employer))
    await town.settle()
    expect(await erase('with-money')).toMatchObject({ refusal: 'money-left', facts: { leftFen: 10_000 } })
    const out = await client.requestPayout({ body: { amountFen: 10_000 } }, as('out'))
    expect(await erase('under-way')).toMatchObject({ refusal: 'money-under-way' })
    if (out.ok) town.playMoney.sandbox.confirm(out.value.payout)
    await town.settle()
    expect(await erase('at-last')).toMatchObject({ ok: true })
  })

  it('comes back as no other while he has to rest, and goes when that is over', async () => {
    const { id } = await liveALife(town, { works: false })
    const { store, county } = town.county
    const at = town.clock.at
    const penalty = (nth: number) =>
      ({ id: `no-show:t${nth}`, reason: 'no-show', job: asId<'job'>(`j${nth}`), jobNumber: '10008', at }) as const
    const penalties = [1, 2].map((nth) => ({ ...penalty(nth), points: 8, appeal: null, talkedOverAt: null }))
    await store.insert(conducts, { ...newConduct(id, { county, demo: false }), penalties })
    expect(await standing()).toMatchObject({ value: { obligation: 'still-paused' } })
    expect(await erase('in-the-pause')).toMatchObject({ refusal: 'still-paused' })
    await pass({ hours: 72 })
    expect(await erase('after-it')).toMatchObject({ ok: true })
  })

  it('talks with the hall first where he would have to before he works again', async () => {
    const { id } = await liveALife(town, { works: false })
    const { store, county } = town.county
    const penalty = (nth: number) =>
      ({ id: `late-pay:j${nth}`, reason: 'late-pay', job: asId<'job'>(`j${nth}`), jobNumber: '10008', at: town.clock.at }) as const
    const penalties = [1, 2].map((nth) => ({ ...penalty(nth), points: 12, appeal: null, talkedOverAt: null }))
    await store.insert(conducts, { ...newConduct(id, { county, demo: false }), penalties })
    await pass({ hours: 24 * 7 })
    expect(await erase('before-the-talk')).toMatchObject({ refusal: 'hall-first' })
    const seen = penalties.map(({ id: of }) => of)
    expect(await askAsStaff(town, 'talkOver', { params: { person: id }, body: { seen } })).toMatchObject({ ok: true })
    expect(await erase('after-the-talk')).toMatchObject({ ok: true })
  })

  it('stays when something came between, and hears of it', async () => {
    const { id } = await liveALife(town, { works: false })
    const [employer = ''] = await town.people('employer', 1, 'employer')
    const number = await town.openJob(employer, { seats: 1, startsAt: town.clock.at.add({ hours: 1 }) })
    const other = await aCounty({ store: town.county.store, ring })
    expect(await other.county.people.byContact(LIVED.contact)).toBeDefined()
    expect(await erase()).toMatchObject({ ok: true })
    expect(await other.county.client.takeJob({ params: { number } }, as('take'))).toMatchObject({ ok: true })
    await other.playMoney.stop()
    await other.county.stop()
    await gone()
    expect(await steps(id)).toEqual(['person: asked', 'system: stopped'])
    expect(await town.county.client.seeMe({}, as(''))).toMatchObject({ ok: true })
    expect(await workersTotal()).toBe(1)
  })
})

describe('whose wages the law has kept', () => {
  async function ledger(about: { full?: '1' } = {}): Promise<string> {
    const caller = { role: 'staff', contact: '', key: '', county: town.county.county, staff: aStaffActor() } as const
    const query = { from: '2026-11-01', to: '2026-11-30', format: 'csv', ...about } as const
    return (await bytesOf(fileIn(await town.county.handlers.exportWageLedger({ params: {}, body: {}, query, caller })))).toString()
  }

  it('stands in the ledger for its years, masked and as he is, and nowhere else; then nowhere', async () => {
    const { id } = await liveALife(town)
    await takeAllOut(town)
    const before = await ledger()
    expect(before).toContain('欧阳*淼')
    expect(await standing()).toMatchObject({ ok: true, value: { keptUntil: expect.stringMatching(/^2029-11-2/) } })
    await erase()
    await gone()
    expect(await ledger()).toBe(before)
    expect(await ledger({ full: '1' })).toContain(`${LIVED.name},${LIVED.idNumber},${LIVED.phone}`)
    expect(await town.county.people.maskedNameOf(id)).toBe('*')
    await pass({ hours: 3 * 366 * 24 + 48 })
    expect(await town.county.store.get(keptIdentities, town.county.county, id)).toBeUndefined()
    expect(await differences()).toEqual([])
  })

  it('lets whoever paid him go as well', async () => {
    await liveALife(town)
    expect(await erase('employer', PAID_BY.contact)).toMatchObject({ ok: true })
    await gone()
    expect(await ledger()).toContain('司徒*焱')
  })
})

it('whose call comes with the key of another is another row of the audit, and no fault', async () => {
  await liveALife(town, { works: false })
  await town.county.client.tellSkills({ body: { skills: [], wishes: [] } }, as('same-key'))
  expect(await erase('same-key')).toMatchObject({ ok: true })
})
