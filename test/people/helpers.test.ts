import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { mayHelpWith } from '@linggong/api/contract/helper-rights.ts'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { asId } from '@linggong/api/core/id.ts'
import { helpingContact } from '@linggong/api/core/person/helping.ts'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { aCounty } from '../kit/a-county.ts'

const [XI, STRANGER] = ['test/xi-0', 'test/xi-1']
const LAO = 'test/lao-0'
const [CAI] = ['test/cai-0']

type Town = Awaited<ReturnType<typeof aCounty>>
let town: Town
let calls = 0
let elder: string
beforeEach(async () => {
  town = await aCounty()
  await town.people('xi', 2, 'worker', '1985-01-01')
  await town.people('lao', 1, 'worker', '1968-01-01')
  await town.people('cai', 1, 'employer', '1975-01-01')
  elder = (await town.county.people.byContact(LAO))?.id ?? ''
})
afterEach(() => town.stop())

const as = (contact: string, key = `call-${calls++}`) => ({ contact, key })
const client = () => town.county.client
const caller = () => {
  calls += 1
  return { role: 'staff', contact: '', key: `staff-${calls}`, county: town.county.county, staff: aStaffActor() } as const
}

async function code(): Promise<string> {
  const given = await client().letHelp({ body: { consent: true } }, as(LAO))
  return given.ok ? given.value.code : given.refusal
}
const help = async (digits: string, contact = XI, called = '爸') => client().helpElder({ body: { code: digits, called } }, as(contact))

async function helping(contact = XI): Promise<string> {
  const tied = await help(await code(), contact)
  if (!tied.ok) throw new Error(tied.refusal)
  await town.settle()
  return helpingContact(elder, contact)
}

async function told(kind: string) {
  const find = (state: string) => ({ index: 'waiting', county: town.county.county, equals: { state }, limit: 100 })
  const pages = await Promise.all(['waiting', 'sent'].map((state) => town.county.store.find(notices, find(state))))
  return pages.flatMap(({ docs }) => docs.filter((notice) => notice.kind === kind).map(({ person }) => person))
}

const seats = async (number: string) => (await town.county.desk.byNumber(number))?.takes.map(({ worker }) => worker)

describe('a helper', () => {
  it('acts for who gave him a code, and for nobody else', async () => {
    const acting = await helping()
    expect(await client().myElders({}, as(XI))).toMatchObject({ value: { elders: [{ person: elder, called: '爸' }] } })
    const number = await town.openJob(CAI)
    expect(await client().takeJob({ params: { number } }, as(acting))).toMatchObject({ ok: true })
    expect(await seats(number)).toEqual([elder])
    expect(await client().takeJob({ params: { number } }, as(helpingContact(elder, STRANGER)))).toMatchObject({ refusal: 'not-helping' })
    const stranger = (await town.county.people.byContact(STRANGER))?.id ?? ''
    expect(await client().takeJob({ params: { number } }, as(helpingContact(stranger, XI)))).toMatchObject({ refusal: 'not-helping' })
    expect(await client().takeJob({ params: { number } }, as(helpingContact('nobody', XI)))).toMatchObject({ refusal: 'not-helping' })
    expect(await seats(number)).toEqual([elder])
  })

  it('starts and finishes the work too, and each act is written down as his for the other', async () => {
    const acting = await helping()
    const number = await town.openJob(CAI, { startsAt: town.clock.at.add({ minutes: 30 }) })
    await client().takeJob({ params: { number } }, as(acting))
    expect(await client().startWork({ params: { number }, body: { code: '4821' } }, as(acting))).toMatchObject({ ok: true })
    expect(await client().finishWork({ params: { number } }, as(acting))).toMatchObject({ ok: true })
    const helper = (await town.county.people.byContact(XI))?.id
    const { docs } = await town.county.store.find(auditRows, { index: 'line', county: town.county.county, limit: 100 })
    const acts = docs.filter(({ action }) => action === 'act-for')
    expect(acts.map(({ facts }) => facts['route'])).toEqual(['takeJob', 'startWork', 'finishWork'])
    for (const act of acts) expect(act).toMatchObject({ actor: { role: 'person', id: helper }, subjects: [elder] })
  })

  it.each(Object.entries(ROUTES).flatMap(([id, { role }]) => (role === 'contact' && !mayHelpWith(id) ? [id] : [])))(
    'may not: %s',
    async (id) => {
      const acting = await helping()
      const calling = town.county.client as unknown as Readonly<Record<string, (input: object, as: object) => Promise<object>>>
      const params = { number: '10008', id: 'x', person: elder }
      const answer = await calling[id]?.({ params, body: BODIES[id] ?? {}, query: {} }, as(acting))
      expect(['helper-may-not', 'bad-request']).toContain((answer as { refusal: string }).refusal)
    },
  )

  it('is nobody by a code that was spoilt, which is asked for anew; the answer does not tell whether it was one', async () => {
    const digits = await code()
    const spoil = (said: string) => client().spoilHelperCode({ body: { code: said } }, as(STRANGER))
    expect([await spoil(digits), await spoil('00000000')]).toEqual([
      { ok: true, value: {} },
      { ok: true, value: {} },
    ])
    expect(await help(digits)).toMatchObject({ refusal: 'binding-code-wrong' })
    expect(await help(await code())).toMatchObject({ ok: true })
  })

  it('cannot be kept away by somebody who guesses codes to spoil them', async () => {
    const digits = await code()
    const guesses = Array.from({ length: 5 }, (_, nth) => `0000000${nth}`).filter((guess) => guess !== digits)
    for (const guess of guesses) await client().spoilHelperCode({ body: { code: guess } }, as(STRANGER))
    expect(await client().spoilHelperCode({ body: { code: digits } }, as(STRANGER))).toMatchObject({ refusal: 'binding-code-locked' })
    expect(await help(digits)).toMatchObject({ ok: true })
  })

  it('takes no money, names no payee and binds no phone, said with everything that such a call needs', async () => {
    const acting = as(await helping())
    expect(await client().requestPayout({ body: { amountFen: 10_000 } }, acting)).toMatchObject({ refusal: 'helper-may-not' })
    expect(await client().openPage({ body: { page: 'payee' } }, acting)).toMatchObject({ refusal: 'helper-may-not' })
    expect(await client().seeWallet({}, acting)).toMatchObject({ refusal: 'helper-may-not' })
    expect(await client().bindContact({ body: { code: '12345678' } }, acting)).toMatchObject({ refusal: 'helper-may-not' })
    expect(await client().letHelp({ body: { consent: true } }, acting)).toMatchObject({ refusal: 'helper-may-not' })
  })
})

const BODIES: Readonly<Record<string, object>> = {
  letHelp: { consent: true },
  helpElder: { code: '12345678', called: '爸' },
  spoilHelperCode: { code: '12345678' },
  spoilCompanyCode: { code: '12345678' },
  flagLine: { sign: 'fraud', room: null },
  addRole: { role: 'employer' },
}

describe('the code of a helper', () => {
  it('counts once, for ten minutes, and not for oneself', async () => {
    const first = await code()
    expect(await help(first, LAO)).toMatchObject({ refusal: 'own-help' })
    expect(await help(first)).toMatchObject({ ok: true, value: { called: '爸', name: expect.stringMatching(/\*/) } })
    expect(await help(first, STRANGER)).toMatchObject({ refusal: 'binding-code-wrong' })
    const late = await code()
    town.clock.at = town.clock.at.add({ minutes: 10 })
    expect(await help(late, STRANGER)).toMatchObject({ refusal: 'binding-code-wrong' })
  })

  it('is not guessed', async () => {
    const refusals: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const tried = await help(String(10_000_000 + n))
      refusals.push(tried.ok ? 'in' : tried.refusal)
    }
    expect(refusals.at(-1)).toBe('binding-code-locked')
    expect(await help(await code())).toMatchObject({ refusal: 'binding-code-locked' })
  })

  it('is given by the hall to who stands there with his card, and how he agreed is kept', async () => {
    const card = { name: '李德福', idNumber: anIdNumber('19550101'), phone: '13800000055' }
    const consent = { how: 'spoken', text: '2026-11' } as const
    const body = { ...card, roles: ['worker' as const], township: '古镛镇', cardSeen: true as const, consent }
    const registered = await town.county.handlers.registerAtStation({ params: {}, query: {}, body, caller: caller() })
    const asked = { name: card.name, idNumber: card.idNumber, cardSeen: true as const, consent: { ...consent, how: 'paper' as const } }
    const given = await town.county.handlers.letHelpFor({ params: {}, query: {}, body: asked, caller: caller() })
    expect(await help(given.ok ? given.value.code : '', XI, '老李')).toMatchObject({ ok: true, value: { called: '老李' } })
    const doc = await town.county.store.get(people, town.county.county, registered.ok ? registered.value.person : '')
    expect(doc?.helpers).toMatchObject([{ called: '老李', consent: { how: 'paper', by: 'hall-1' } }])
  })
})

describe('the end of it', () => {
  it('is said by the elder at any time, in the middle of the work too, and both hear of it', async () => {
    const acting = await helping()
    expect(await told('helper-bound')).toEqual([elder])
    const number = await town.openJob(CAI)
    await client().takeJob({ params: { number } }, as(acting))
    const helper = (await town.county.people.byContact(XI))?.id ?? ''
    expect(await client().endHelper({ params: { person: helper } }, as(LAO))).toMatchObject({ value: { left: 0 } })
    await town.settle()
    expect(await client().handBack({ params: { number } }, as(acting))).toMatchObject({ refusal: 'not-helping' })
    expect(await client().seeMe({}, as(acting))).toMatchObject({ refusal: 'not-helping' })
    expect(await seats(number)).toEqual([elder])
    expect([await told('helper-ended'), await told('help-over')]).toEqual([[elder], [helper]])
    expect(await client().endHelper({ params: { person: helper } }, as(LAO))).toMatchObject({ refusal: 'not-helping' })
  })

  it('is said by the helper, or by the hall', async () => {
    await helping()
    expect(await client().leaveElder({ params: { person: elder } }, as(XI))).toMatchObject({ value: { left: 0 } })
    await helping()
    const ended = await town.county.handlers.endHelperFor({ params: { person: elder }, query: {}, body: {}, caller: caller() })
    expect(ended).toMatchObject({ value: { left: 0 } })
    expect(await client().myElders({}, as(XI))).toMatchObject({ value: { elders: [] } })
  })

  it('comes with the elder: of who is gone nobody acts for anything', async () => {
    const acting = await helping()
    await town.county.store.remove(people, town.county.county, elder)
    expect(await client().seeMe({}, as(acting))).toMatchObject({ refusal: 'not-helping' })
  })

  it('leaves to the helper of two the other one', async () => {
    await helping()
    await town.people('li', 1, 'worker', '1960-01-01')
    const given = await client().letHelp({ body: { consent: true } }, as('test/li-0'))
    await help(given.ok ? given.value.code : '', XI, '老李')
    const helper = (await town.county.people.byContact(XI))?.id ?? ''
    await client().endHelper({ params: { person: helper } }, as(LAO))
    expect(await client().myElders({}, as(XI))).toMatchObject({ value: { elders: [{ called: '老李' }] } })
  })
})

it('who has no chat of his own hears through his helper, who is told whose news it is', async () => {
  await helping()
  const own = await town.county.people.reachOf(asId<'person'>(elder))
  expect(own).toEqual({ contact: LAO })
  const doc = await town.county.store.get(people, town.county.county, elder)
  if (doc) await town.county.store.replace(people, { ...doc, contacts: [], version: doc.version + 1 }, doc.version)
  town.clock.at = town.clock.at.add({ seconds: 2 })
  if (doc) expect(await town.county.people.reachOf(doc.id)).toEqual({ contact: XI, forWhom: expect.stringMatching(/\*/) })
})
