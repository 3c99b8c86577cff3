import { describe, expect, it } from '@jest/globals'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { NOW } from '../core/testing/builders.ts'
import { aPersonRoom } from './testing/person-room.ts'

const LIAO = 'simulator/liao'
const CARD = {
  name: '廖*山',
  idNumber: `3504**********${anIdNumber('19800101').slice(-4)}`,
  phone: '138****1234',
  roles: ['worker'],
  ageYears: 46,
  verification: 'verified',
  township: '',
  postsAs: null,
}
const ok = (value: object) => ({ ok: true, value })
const no = (refusal: string) => expect.objectContaining({ ok: false, refusal })

describe('registering', () => {
  it('answers a masked card, stores one person and says what happened', async () => {
    const { register, seeMe, stored, people } = aPersonRoom()
    expect(await register(LIAO, 'm1')).toEqual(ok(CARD))
    expect(await seeMe(LIAO)).toEqual(ok(CARD))
    const [doc, ...others] = await stored()
    expect(others).toEqual([])
    const id = doc?.id
    expect(doc?.outbox).toEqual([
      {
        id: `personRegistered:${id}`,
        type: 'personRegistered',
        county: '350428',
        at: NOW,
        demo: false,
        facts: { person: id, roles: ['worker'], township: '', ageBand: 35, channel: 'chat', verified: true },
      },
    ])
    expect(await people.byContact(LIAO)).toEqual({
      id,
      roles: ['worker'],
      maskedName: '廖*山',
      birthDay: Temporal.PlainDate.from('1980-01-01'),
      licences: [],
      township: '',
      verified: true,
      demo: false,
      contacts: [LIAO],
      postsAs: null,
    })
  })

  it('reads what people type: full-width, lower-case x, spaces', async () => {
    const { register } = aPersonRoom()
    const answer = await register(LIAO, 'm1', { name: ' 廖 大山', idNumber: '11010519491231002ｘ', phone: '１３８ 0000 1234' })
    expect(answer).toEqual(ok({ ...CARD, idNumber: '1101**********002X', ageYears: 76 }))
  })

  it.each([
    ['a name that is none', { name: '=HYPERLINK(1)' }, 'name-invalid'],
    ['a wrong check digit', { idNumber: '350428198001010012' }, 'id-number-invalid'],
    ['fifteen digits', { idNumber: '350428800101001' }, 'id-number-invalid'],
    ['a birth tomorrow', { idNumber: anIdNumber('20261124') }, 'id-number-invalid'],
    ['somebody of 15', { idNumber: anIdNumber('20101124') }, 'under-age'],
    ['a land line', { phone: '05982322345' }, 'phone-invalid'],
  ])('refuses %s and stores nothing', async (_what, about, refusal) => {
    const { register, stored, people } = aPersonRoom()
    expect(await register(LIAO, 'm1', about)).toEqual(no(refusal))
    expect(await stored()).toEqual([])
    expect(await people.byContact(LIAO)).toBeUndefined()
  })

  it.each([
    ['a second before turning 16', '2026-11-22T23:59:59+08:00', 'under-age'],
    ['on the 16th birthday', '2026-11-23T00:00:00+08:00', 'guardian-missing'],
  ])('goes by the county day: %s', async (_when, at, refusal) => {
    const { register, clock } = aPersonRoom()
    clock.at = Temporal.Instant.from(at)
    const answer = await register(LIAO, 'm1', { idNumber: anIdNumber('20101123') })
    expect(answer.ok ? undefined : answer.refusal).toBe(refusal)
  })

  it('with the same key is one registration and one answer', async () => {
    const { register, stored, events } = aPersonRoom()
    const answers = [await register(LIAO, 'm1'), await register(LIAO, 'm1')]
    const atOnce = await Promise.all(
      Array.from({ length: 8 }, () => register('simulator/chen', 'm1', { idNumber: anIdNumber('19810101') })),
    )
    expect(answers).toEqual([ok(CARD), ok(CARD)])
    expect(new Set(atOnce.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(atOnce[0]?.ok).toBe(true)
    expect([(await stored()).length, (await events()).length]).toEqual([2, 2])
  })

  it('with the same key and another body is refused', async () => {
    const { register } = aPersonRoom()
    await register(LIAO, 'm1')
    expect(await register(LIAO, 'm1', { phone: '13900001234' })).toEqual(no('key-reused'))
    expect(await register(LIAO, 'm1', { role: 'employer' })).toEqual(no('key-reused'))
  })
})

describe('registering again', () => {
  it('adds the other role to the same person, once', async () => {
    const { register, stored, events } = aPersonRoom()
    await register(LIAO, 'm1')
    const both = ok({ ...CARD, roles: ['worker', 'employer'] })
    expect(await register(LIAO, 'm2', { role: 'employer' })).toEqual(both)
    expect(await register(LIAO, 'm2', { role: 'employer' })).toEqual(both)
    const [doc] = await stored()
    expect(doc?.version).toBe(2)
    expect((await events()).map(({ id, facts }) => [id, facts])).toEqual([
      [`personRegistered:${doc?.id}`, { person: doc?.id, roles: ['worker'], township: '', ageBand: 35, channel: 'chat', verified: true }],
      [
        `personRegistered:${doc?.id}:employer`,
        { person: doc?.id, roles: ['employer'], township: '', ageBand: 35, channel: 'chat', verified: true },
      ],
    ])
  })

  it.each([
    ['the same role', {}],
    ['another ID number', { role: 'employer' as const, idNumber: anIdNumber('19810101') }],
  ])('with %s is refused and changes nothing', async (_what, about) => {
    const { register, stored, seeMe } = aPersonRoom()
    await register(LIAO, 'm1')
    expect(await register(LIAO, 'm2', about)).toEqual(no('already-registered'))
    expect((await stored()).map(({ version }) => version)).toEqual([1])
    expect(await seeMe(LIAO)).toEqual(ok(CARD))
  })

  it('from another contact with the same ID number is refused', async () => {
    const { register, stored, seeMe } = aPersonRoom()
    await register(LIAO, 'm1')
    expect(await register('simulator/chen', 'm1', { name: '陈小旺' })).toEqual(no('id-number-in-use'))
    expect((await stored()).length).toBe(1)
    expect(await seeMe('simulator/chen')).toEqual(no('not-registered'))
  })
})

describe('adding a role', () => {
  it('needs a registration', async () => {
    expect(await aPersonRoom().addRole(LIAO, 'm1', 'employer')).toEqual(no('not-registered'))
  })

  it('is done once, however often it is asked for', async () => {
    const { register, addRole, events } = aPersonRoom()
    await register(LIAO, 'm1')
    const both = ok({ ...CARD, roles: ['worker', 'employer'] })
    const answers = await Promise.all(['m2', 'm2', 'm3'].map((key) => addRole(LIAO, key, 'employer')))
    expect(answers).toEqual([both, both, both])
    expect((await events()).length).toBe(2)
  })

  it('is seen at once by the process that did it, within a second by another', async () => {
    const room = aPersonRoom()
    const here = room
    const there = room.aProcess()
    await here.register(LIAO, 'm1')
    const rolesSeen = async () => [(await room.people.byContact(LIAO))?.roles, (await there.people.byContact(LIAO))?.roles]
    expect(await rolesSeen()).toEqual([['worker'], ['worker']])
    await here.addRole(LIAO, 'm2', 'employer')
    expect((await rolesSeen())[0]).toEqual(['worker', 'employer'])
    room.clock.at = room.clock.at.add({ milliseconds: 1001 })
    expect(await rolesSeen()).toEqual([
      ['worker', 'employer'],
      ['worker', 'employer'],
    ])
  })
})

it('a call for another county is a bug of the caller', async () => {
  await expect(aPersonRoom().seeMe(LIAO, '350429')).rejects.toThrow('own county')
})
