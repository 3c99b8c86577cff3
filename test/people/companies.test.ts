import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { companies, companyPictures } from '@linggong/api/company/company.collection.ts'
import { aCreditCode } from '@linggong/api/core/company/testing/credit-codes.ts'
import { asId } from '@linggong/api/core/id.ts'
import { aJpeg, aPolyglot } from '@linggong/api/core/picture/testing/small-pictures.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { staffTasks } from '@linggong/api/staff-task/staff-task.collection.ts'
import { aCounty } from '../kit/a-county.ts'

const [CAI, DENG, FANG] = ['test/cai-0', 'test/cai-1', 'test/cai-2']
const NAME = '清语果业有限公司'

type Town = Awaited<ReturnType<typeof aCounty>>
let town: Town
let calls = 0
beforeEach(async () => {
  town = await aCounty()
  await town.people('cai', 3, 'employer')
})
afterEach(() => town.stop())

const as = (contact: string, key = `call-${calls++}`) => ({ contact, key })
const base64 = (bytes: Buffer) => bytes.toString('base64')
const body = (about: object = {}) => ({ name: NAME, creditCode: aCreditCode(), picture: base64(aJpeg()), ...about })
const register = (contact = CAI, about: object = {}) => town.county.client.registerCompany({ body: body(about) }, as(contact))
const mine = async (contact = CAI) => {
  const own = await town.county.client.myCompanies({}, as(contact, ''))
  return own.ok ? own.value.companies : []
}

const caller = (id = 'staff-1') => {
  calls += 1
  return {
    role: 'staff',
    contact: '',
    key: `staff-${calls}`,
    county: town.county.county,
    staff: aStaffActor({ id: asId<'staff'>(id) }),
  } as const
}
type Review = Parameters<Town['county']['handlers']['reviewCompany']>[0]['body']

async function review(id: string, decision: Review = { decision: 'approve' }, by = caller()) {
  const reviewed = await town.county.handlers.reviewCompany({ params: { id }, query: {}, body: decision, caller: by })
  await town.settle()
  return reviewed
}

async function registered(contact = CAI): Promise<string> {
  const sent = await register(contact)
  if (!sent.ok) throw new Error(sent.refusal)
  return sent.value.company
}

async function approved(): Promise<string> {
  const id = await registered()
  await review(id)
  return id
}

async function publish(contact = CAI) {
  const startsAt = town.clock.at.add({ hours: 3 }).toString()
  const pay = { amountFen: 20_000, unit: 'job' as const }
  const job = { trade: '采摘', content: '摘橙子', seats: 2, pay, startsAt, place: '常口村' }
  const draft = await town.county.client.postJob({ body: job }, as(contact))
  if (!draft.ok) return draft
  const open = await town.county.client.publishJob({ params: { number: draft.value.number } }, as(contact))
  await town.settle()
  return open
}

/** It is noon of a day, and whatever fell due before has been done. */
async function passTo(day: string): Promise<void> {
  town.clock.at = Temporal.Instant.from(`${day}T12:00:00+08:00`)
  await town.county.sweep({ leaveSeconds: 0 })
  await town.settle()
}

async function told() {
  const find = (state: string) => ({ index: 'waiting', county: town.county.county, equals: { state }, limit: 100 })
  const pages = await Promise.all(['waiting', 'sent'].map((state) => town.county.store.find(notices, find(state))))
  return pages.flatMap(({ docs }) => docs.map(({ kind }) => kind)).filter((kind) => kind.startsWith('company-'))
}

const tasks = async () =>
  (await town.county.store.find(staffTasks, { index: 'state', county: town.county.county, equals: { state: 'open' }, limit: 100 })).docs

describe('a company', () => {
  it('posts in its own name once somebody has looked at it', async () => {
    const id = await registered()
    expect(await publish()).toMatchObject({ ok: true, value: { employerType: 'household', companyName: null } })
    expect(await review(id)).toMatchObject({ ok: true, value: { state: 'approved', checkOn: '2027-05-23', publishesUntil: '2027-06-06' } })
    expect(await told()).toEqual(['company-approved'])
    expect(await publish()).toMatchObject({
      ok: true,
      value: { employerType: 'company', companyName: NAME, employerName: expect.stringMatching(/\*/) },
    })
  })

  it('leaves its representative free to post as a household', async () => {
    const id = await approved()
    expect(await town.county.client.postAs({ body: { company: null } }, as(CAI))).toMatchObject({ value: { name: null } })
    expect(await publish()).toMatchObject({ value: { employerType: 'household' } })
    expect(await town.county.client.postAs({ body: { company: id } }, as(CAI))).toMatchObject({ value: { name: NAME } })
    expect(await publish()).toMatchObject({ value: { employerType: 'company' } })
  })

  it('of farmers is a co-operative', async () => {
    const sent = await register(CAI, { creditCode: aCreditCode({ kind: '93' }) })
    if (sent.ok) await review(sent.value.company)
    expect(await publish()).toMatchObject({ value: { employerType: 'coop' } })
  })

  it.each([
    ['a code that is none', { creditCode: '91350428MA0000002R' }, 'credit-code-invalid'],
    ['a name that is none', { name: '<b>' }, 'company-name-invalid'],
    ['a name that calls a formula', { name: '=HYPERLINK("x")' }, 'company-name-invalid'],
    ['no picture', { picture: base64(Buffer.from('%PDF-1.7')) }, 'picture-unreadable'],
  ])('is refused with %s, and nothing is kept', async (_what, about, refusal) => {
    expect(await register(CAI, about)).toMatchObject({ ok: false, refusal })
    expect(await mine()).toEqual([])
  })

  it('is refused to who hires nobody, and to a stranger', async () => {
    await town.people('li', 1, 'worker', '1980-01-01')
    expect(await register('test/li-0')).toMatchObject({ refusal: 'not-an-employer' })
    expect(await register('test/nobody')).toMatchObject({ refusal: 'not-registered' })
  })

  it('is one company, whoever sends it at once', async () => {
    const sent = await Promise.all([CAI, DENG, FANG].map((contact) => register(contact)))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    expect(sent.flatMap((one) => (one.ok ? [] : [one.refusal]))).toEqual(['company-known', 'company-known'])
    const { docs } = await town.county.store.find(companyPictures, { index: 'sent', county: town.county.county, limit: 10 })
    expect(docs.filter(({ company }) => company === docs[0]?.company)).toHaveLength(docs.length)
  })

  it('keeps a cleaned picture, sealed, and only the newest', async () => {
    const id = await registered()
    await register(CAI, { picture: base64(aPolyglot(2)) })
    const { docs } = await town.county.store.find(companyPictures, { index: 'sent', county: town.county.county, limit: 10 })
    expect(docs).toHaveLength(1)
    expect(JSON.stringify(docs)).not.toContain(base64(aJpeg(2)).slice(0, 12))
    const opened = await town.county.handlers.seeCompanyPicture({ params: { id }, query: {}, body: {}, caller: caller() })
    const picture = opened.ok ? Buffer.from(opened.value.picture, 'base64') : Buffer.alloc(0)
    expect(picture.includes('GPS')).toBe(false)
    expect(picture.includes('script')).toBe(false)
  })

  it('that was sent twice by one message is sent once', async () => {
    const [one, two] = [
      await town.county.client.registerCompany({ body: body() }, as(CAI, 'same')),
      await town.county.client.registerCompany({ body: body() }, as(CAI, 'same')),
    ]
    expect(one).toEqual(two)
    expect(await mine()).toHaveLength(1)
  })
})

describe('the look at a company', () => {
  it('is by another of the staff than who sent it', async () => {
    const person = (await town.county.people.byContact(CAI))?.id ?? ''
    const sent = await town.county.handlers.registerCompanyFor({ params: {}, query: {}, body: { ...body(), person }, caller: caller() })
    const id = sent.ok ? sent.value.company : ''
    expect(await review(id)).toMatchObject({ refusal: 'own-review' })
    expect(await review(id, { decision: 'approve' }, caller('staff-2'))).toMatchObject({ ok: true })
  })

  it('that rejects it says why, and it may be sent again', async () => {
    const id = await registered()
    await review(id, { decision: 'reject', reason: '照片不清' })
    expect(await mine()).toMatchObject([{ state: 'rejected', reason: '照片不清' }])
    expect(await told()).toEqual(['company-rejected'])
    expect(await review(id)).toMatchObject({ refusal: 'company-reviewed' })
    await register(CAI, { picture: base64(aJpeg(2)) })
    const again = await town.county.handlers.listCompanies({
      ...{ params: {}, query: { state: 'sent-again', limit: 20 }, body: {} },
      caller: caller(),
    })
    expect(again).toMatchObject({ value: { companies: [{ company: id, sentAgain: true }] } })
    expect(await review(id)).toMatchObject({ ok: true, value: { state: 'approved' } })
  })

  it('that takes back what was approved stops the drafts too', async () => {
    const id = await approved()
    await review(id, { decision: 'reject', reason: '已注销' })
    expect(await publish()).toMatchObject({ ok: false, refusal: 'company-not-approved' })
  })
})

describe('every half year', () => {
  it('its representatives hear of it, staff have a task, and after the grace it publishes no more until it was looked at', async () => {
    const id = await approved()
    await passTo('2027-04-22')
    expect(await told()).toEqual(['company-approved'])
    await passTo('2027-04-24')
    expect(await told()).toContain('company-check-soon')
    expect(await tasks()).toEqual([])
    await passTo('2027-05-24')
    expect(await told()).toContain('company-check-due')
    expect(await tasks()).toMatchObject([{ kind: 'company-check', subject: id, facts: { checkOn: '2027-05-23' } }])
    await passTo('2027-06-06')
    expect(await publish()).toMatchObject({ ok: true })
    await passTo('2027-06-07')
    expect(await told()).toContain('company-check-over')
    expect(await publish()).toMatchObject({ ok: false, refusal: 'company-check-over' })
    await review(id)
    expect(await publish()).toMatchObject({ ok: true, value: { employerType: 'company' } })
  })

  it('says nothing more of a day that a later look has moved', async () => {
    const id = await approved()
    await passTo('2027-05-01')
    await review(id)
    const before = (await told()).filter((kind) => kind !== 'company-approved')
    await passTo('2027-06-10')
    expect((await told()).filter((kind) => kind !== 'company-approved')).toEqual(before)
    expect(await tasks()).toEqual([])
  })
})

describe('who speaks for a company', () => {
  const invite = async (id: string, contact = CAI) => town.county.client.inviteRepresentative({ params: { id } }, as(contact))
  const join = (code: string, contact = DENG) => town.county.client.joinCompany({ body: { code } }, as(contact))

  it('is nobody by a code that was spoilt, however it is called', async () => {
    const id = await approved()
    const given = await invite(id)
    const code = given.ok ? given.value.code : ''
    const spoil = (said: string) => town.county.client.spoilCompanyCode({ body: { code: said } }, as(FANG))
    expect([await spoil(code), await spoil('00000000')]).toEqual([
      { ok: true, value: {} },
      { ok: true, value: {} },
    ])
    expect(await join(code)).toMatchObject({ refusal: 'binding-code-wrong' })
    const again = await invite(id)
    expect(await join(again.ok ? again.value.code : '')).toMatchObject({ ok: true })
  })

  it('is let in by the first one, by a code that counts once and not for ever', async () => {
    const id = await approved()
    const given = await invite(id)
    const code = given.ok ? given.value.code : ''
    expect(await join(code)).toMatchObject({ ok: true, value: { representatives: 2 } })
    expect(await join(code, FANG)).toMatchObject({ refusal: 'binding-code-wrong' })
    await town.county.client.postAs({ body: { company: id } }, as(DENG))
    expect(await publish(DENG)).toMatchObject({ value: { employerType: 'company', companyName: NAME } })
    expect(await invite(id, DENG)).toMatchObject({ refusal: 'not-a-representative' })
    const late = await invite(id)
    town.clock.at = town.clock.at.add({ minutes: 10 })
    expect(await join(late.ok ? late.value.code : '', FANG)).toMatchObject({ refusal: 'binding-code-wrong' })
  })

  it('guesses five times and no more', async () => {
    const refusals: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const tried = await join(String(10_000_000 + n))
      refusals.push(tried.ok ? 'in' : tried.refusal)
    }
    expect(refusals).toEqual([...Array.from({ length: 4 }, () => 'binding-code-wrong'), 'binding-code-locked', 'binding-code-locked'])
  })

  it('is let in by the hall, and let go by it: his drafts are not published in its name any more', async () => {
    const id = await approved()
    const person = (await town.county.people.byContact(DENG))?.id ?? ''
    const asked = { params: { id }, query: {}, body: { person } }
    expect(await town.county.handlers.addRepresentative({ ...asked, caller: caller() })).toMatchObject({ value: { representatives: 2 } })
    await town.county.client.postAs({ body: { company: id } }, as(DENG))
    expect(await publish(DENG)).toMatchObject({ ok: true })
    expect(await town.county.handlers.endRepresentative({ ...asked, caller: caller() })).toMatchObject({ value: { representatives: 1 } })
    expect(await publish(DENG)).toMatchObject({ ok: false, refusal: 'not-a-representative' })
    expect(await town.county.handlers.endRepresentative({ ...asked, caller: caller() })).toMatchObject({ refusal: 'not-a-representative' })
  })

  it('may leave, and nobody posts for a company that is not his', async () => {
    const id = await approved()
    expect(await town.county.client.postAs({ body: { company: id } }, as(DENG))).toMatchObject({ refusal: 'not-a-representative' })
    expect(await town.county.client.leaveCompany({ params: { id } }, as(DENG))).toMatchObject({ refusal: 'not-a-representative' })
    expect(await town.county.client.leaveCompany({ params: { id } }, as(CAI))).toMatchObject({ value: { representatives: 0 } })
    expect(await town.county.store.get(companies, town.county.county, id)).toMatchObject({ representatives: [] })
  })
})
