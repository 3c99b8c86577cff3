import { beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '../audit/audit-row.collection.ts'
import { asId } from '../core/id.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import { openPersonalData } from './open-person.ts'
import { aPersonRoom } from './testing/person-room.ts'

const CARD = { name: '陈小旺', idNumber: anIdNumber('19790805'), phone: '13800001111' }
const RIGHT = anIdNumber('19790806')
const SECOND = aStaffActor({ id: asId<'staff'>('hall-2') })
const no = (refusal: string) => expect.objectContaining({ ok: false, refusal })

type Room = ReturnType<typeof aPersonRoom>
let room: Room
beforeEach(async () => {
  room = aPersonRoom()
  await room.atStation('k0', { ...CARD, township: '高唐镇' })
})

const who = { idNumber: CARD.idNumber }
const plain = async () => {
  const [doc] = await room.stored()
  if (doc === undefined) throw new Error('somebody is registered')
  return { doc, ...openPersonalData(room.vault, doc) }
}
const events = async () => (await room.events()).filter(({ type }) => type === 'personCorrected')

describe('what stands about somebody', () => {
  it.each([
    ['phone', { phone: '139 0000 1234' }, { phone: '13900001234' }],
    ['township', { township: '古镛镇' }, { township: '古镛镇' }],
  ])('is put right by one person of the hall: the %s', async (field, right, expected) => {
    expect(await room.correct('k1', who, right)).toMatchObject({ ok: true, value: { waitsForSecond: false } })
    const { doc, phone } = await plain()
    expect({ phone, township: doc.township }).toMatchObject(expected)
    expect(await events()).toEqual([expect.objectContaining({ facts: { person: doc.id, fields: [field], by: 'hall' } })])
    expect(doc.moneyFrom).toBeNull()
  })

  it('is put right by one person where it is the name of somebody whom nobody has made sure of', async () => {
    await room.clear()
    room.verifier.play('unavailable')
    await room.register('wx/chen', 'm1', { ...CARD, name: '陈小望' })
    expect(await room.correct('k1', who, { name: '陈小旺' })).toMatchObject({
      value: { waitsForSecond: false, card: { verification: 'verified' } },
    })
    expect(await plain()).toMatchObject({ name: '陈小旺', doc: { verification: { state: 'verified', by: 'counter' } } })
  })

  it.each([
    ['the number', { idNumber: RIGHT }, { idNumber: RIGHT, name: CARD.name }],
    ['the name of somebody who was made sure of', { name: '陈晓旺' }, { idNumber: CARD.idNumber, name: '陈晓旺' }],
    ['both', { name: '陈晓旺', idNumber: RIGHT }, { idNumber: RIGHT, name: '陈晓旺' }],
  ])('counts once a second one has typed the same: %s', async (_what, right, expected) => {
    for (const key of ['k1', 'k2']) expect(await room.correct(key, who, right)).toMatchObject({ value: { waitsForSecond: true } })
    expect(await plain()).toMatchObject(CARD)
    expect(await room.correct('k3', who, right, SECOND)).toMatchObject({ value: { waitsForSecond: false } })
    const { doc, ...now } = await plain()
    expect(now).toMatchObject(expected)
    expect(doc.correction).toBeNull()
    expect(doc.moneyFrom?.since(room.clock.at).total('hours')).toBe(24)
    expect(await events()).toHaveLength(1)
  })

  it('waits where the second one types something else, and where he comes after a day', async () => {
    await room.correct('k1', who, { idNumber: RIGHT })
    expect(await room.correct('k2', who, { idNumber: anIdNumber('19790807') }, SECOND)).toMatchObject({ value: { waitsForSecond: true } })
    room.clock.at = room.clock.at.add({ hours: 24 })
    expect(await room.correct('k3', who, { idNumber: anIdNumber('19790807') })).toMatchObject({ value: { waitsForSecond: true } })
    expect(await plain()).toMatchObject(CARD)
  })

  it('finds him by the right number from then on, and by the wrong one no more', async () => {
    for (const [key, staff] of [
      ['k1', aStaffActor()],
      ['k2', SECOND],
    ] as const)
      await room.correct(key, who, { idNumber: RIGHT }, staff)
    expect(await room.correct('k3', who, { phone: '13900001234' })).toEqual(no('not-found'))
    expect(await room.correct('k4', { idNumber: RIGHT }, { phone: '13900001234' })).toMatchObject({ ok: true })
    expect(await room.verify('k5', { name: CARD.name, idNumber: RIGHT })).toMatchObject({ ok: true })
  })

  it('never becomes somebody else who is registered', async () => {
    await room.atStation('k1', { name: '廖大山', idNumber: RIGHT })
    await room.correct('k2', who, { idNumber: RIGHT })
    expect(await room.correct('k3', who, { idNumber: RIGHT }, SECOND)).toEqual(no('id-number-in-use'))
  })

  it.each([
    ['a wrong check digit', { idNumber: '350428197908050010' }, 'id-number-invalid'],
    ['a child', { idNumber: anIdNumber('20101124') }, 'under-age'],
    ['a minor without guardian', { idNumber: anIdNumber('20091124') }, 'guardian-missing'],
    ['a formula', { name: '=1+1' }, 'name-invalid'],
    ['half a phone', { phone: '1380000' }, 'phone-invalid'],
    ['another county', { township: '石城镇' }, 'township-unknown'],
  ])('is not put wrong: %s', async (_what, right, refusal) => {
    expect(await room.correct('k1', who, right)).toEqual(no(refusal))
    expect(await plain()).toMatchObject(CARD)
  })

  it('changes nothing where it is right already', async () => {
    const { doc } = await plain()
    expect(await room.correct('k1', who, { ...CARD, township: '高唐镇' })).toMatchObject({ value: { waitsForSecond: false } })
    expect((await plain()).doc).toMatchObject({ key: doc.key, phone: doc.phone, moneyFrom: null })
    expect(await events()).toEqual([])
  })

  it('is nothing to a station of another township, which hears of nobody', async () => {
    const staff = aStaffActor({ roles: ['station-operator'], scope: { kind: 'station', township: '古镛镇', station: '山门村' } })
    expect(await room.correct('k1', who, { phone: '13900001234' }, staff)).toEqual(no('not-found'))
    expect(await room.correct('k2', { person: 'nobody' }, { phone: '13900001234' })).toEqual(no('not-found'))
    expect(await room.correct('k3', { idNumber: 'nonsense' }, { phone: '13900001234' })).toEqual(no('not-found'))
  })

  it('happens once where the call comes twice, and is written down without what was typed', async () => {
    const first = await room.correct('k1', who, { phone: '13900001234' })
    expect(await room.correct('k1', who, { phone: '13900001234' })).toEqual(first)
    expect(await events()).toHaveLength(1)
    const { docs } = await room.store.find(auditRows, { index: 'line', county: '350428', limit: 10 })
    const row = docs.find(({ action }) => action === 'correct-person')
    expect(row).toMatchObject({ facts: { fields: 'phone' }, subjects: [(await plain()).doc.id] })
    const kept = JSON.stringify([docs, await room.stored()])
    for (const secret of ['13900001234', CARD.phone, CARD.name, CARD.idNumber]) expect(kept).not.toContain(secret)
  })
})
