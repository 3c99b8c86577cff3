import { beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '../audit/audit-row.collection.ts'
import { LIMIT } from '../core/limit.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { openPersonalData } from './open-person.ts'
import { aPersonRoom } from './testing/person-room.ts'

const ME = 'wx/liao'
const OLD = '13800001234'
const NEW = '13900000000'
const no = (refusal: string) => expect.objectContaining({ ok: false, refusal })

let room: ReturnType<typeof aPersonRoom>
beforeEach(async () => {
  room = aPersonRoom()
  expect(await room.register(ME, 'm0', { phone: OLD })).toMatchObject({ ok: true })
})

const ask = (key: string, phone = NEW) => room.askPhoneCodes(ME, key, phone)
const codes = () => {
  const [oldCode, newCode] = room.codeSender.sent.slice(-2).map(({ code }) => code)
  return { oldCode: oldCode ?? '', newCode: newCode ?? '' }
}
const change = (key: string, typed = codes(), phone = NEW) => room.changePhone(ME, key, { phone, ...typed })
const now = async () => {
  const [doc] = await room.stored()
  if (doc === undefined) throw new Error('somebody is registered')
  return { doc, phone: openPersonalData(room.vault, doc).phone }
}
const events = async () => (await room.events()).filter(({ type }) => type === 'personCorrected')

describe('another phone', () => {
  it('stands about somebody who has typed what both have got; he hears of it and it is on record', async () => {
    expect(await ask('m1', '139 0000 0000')).toMatchObject({ ok: true, value: { before: '138****1234', phone: '139****0000' } })
    expect(room.codeSender.sent.map(({ phone }) => phone)).toEqual([OLD, NEW])
    expect((await now()).phone).toBe(OLD)
    expect(await change('m2')).toMatchObject({ ok: true, value: { phone: '139****0000' } })
    const { doc, phone } = await now()
    expect(phone).toBe(NEW)
    expect(await events()).toMatchObject([{ facts: { person: doc.id, fields: ['phone'], by: 'himself' } }])
    const { docs } = await room.store.find(auditRows, { index: 'line', county: doc.county, limit: 100 })
    expect(docs).toContainEqual(
      expect.objectContaining({
        ...{ action: 'correct-person', subjects: [doc.id], actor: { role: 'person', id: doc.id } },
        facts: { fields: 'phone' },
      }),
    )
    const kept = JSON.stringify([doc, docs])
    for (const secret of [OLD, NEW, ...Object.values(codes())]) expect(kept).not.toContain(secret)
  })

  it('is changed once by the same message twice, and by no codes that were used', async () => {
    await ask('m1')
    await ask('m1')
    expect(room.codeSender.sent).toHaveLength(2)
    expect(await change('m2')).toMatchObject({ ok: true })
    expect(await change('m2')).toMatchObject({ ok: true })
    expect(await events()).toHaveLength(1)
    await ask('m3', '13700000000')
    expect(await change('m4', codes(), '13700000000')).toMatchObject({ ok: true })
    expect(await change('m5', { oldCode: '10000001', newCode: '10000002' })).toEqual(no('phone-code-over'))
    expect((await now()).phone).toBe('13700000000')
  })

  it.each([
    ['the code of the old phone', { oldCode: '00000000' }, NEW],
    ['the code of the new phone', { newCode: '00000000' }, NEW],
    ['another number than was asked for', {}, '13700000000'],
  ])('is not changed by a wrong one: %s', async (_which, wrong, phone) => {
    await ask('m1')
    expect(await change('m2', { ...codes(), ...wrong }, phone)).toMatchObject({
      ...{ ok: false, refusal: 'phone-code-wrong' },
      facts: { triesLeft: LIMIT.bindingCodeTries - 1 },
    })
    expect((await now()).phone).toBe(OLD)
    expect(await change('m3')).toMatchObject({ ok: true })
  })

  it('is not guessed: after some tries the right codes are nothing any more, nor ten minutes later', async () => {
    await ask('m1')
    for (let nth = 0; nth < LIMIT.bindingCodeTries; nth++) await change(`guess-${nth}`, { oldCode: '00000000', newCode: '00000000' })
    expect(await change('m2')).toEqual(no('phone-code-over'))
    await ask('m3')
    room.clock.at = room.clock.at.add({ minutes: LIMIT.bindingCodeMinutes })
    expect(await change('m4')).toEqual(no('phone-code-over'))
    expect((await now()).phone).toBe(OLD)
  })

  it('is on record by its call, also where a key is used again for something else', async () => {
    await ask('m1')
    await change('m2', { oldCode: '00000000', newCode: '00000000' })
    expect(await change('m2')).toEqual(no('key-reused'))
    expect((await now()).phone).toBe(OLD)
  })

  it('rings few times a day', async () => {
    for (let nth = 0; nth < LIMIT.phoneCodesPerDay; nth++) expect(await ask(`m${nth + 1}`)).toMatchObject({ ok: true })
    expect(await ask('m9')).toEqual(no('too-many-codes'))
    expect(room.codeSender.sent).toHaveLength(2 * LIMIT.phoneCodesPerDay)
  })

  it.each(['broken', 'silent'] as const)('waits where nothing can be sent (%s), and is asked for anew', async (play) => {
    room.codeSender.play(play)
    expect(await ask('m1')).toEqual(no('try-again'))
    expect(await change('m2', { oldCode: '10000003', newCode: '10000004' })).toEqual(no('phone-code-wrong'))
    room.codeSender.play('sends')
    expect(await ask('m3')).toMatchObject({ ok: true })
    expect(await change('m4')).toMatchObject({ ok: true })
  })

  it('is nothing for whoever is nobody, nor a number that is none', async () => {
    expect(await room.askPhoneCodes('wx/nobody', 'm1', NEW)).toEqual(no('not-registered'))
    expect(await room.changePhone('wx/nobody', 'm2', { phone: NEW, oldCode: '00000000', newCode: '00000000' })).toEqual(
      no('not-registered'),
    )
    expect(await ask('m3', '12345')).toEqual(no('phone-invalid'))
    expect(await change('m4', { oldCode: '00000000', newCode: '00000000' })).toEqual(no('phone-code-over'))
  })

  it('is changed once by two processes at the same time', async () => {
    room = aPersonRoom({ store: openSqlite({ file: ':memory:' }) })
    await room.register(ME, 'm0', { phone: OLD })
    await ask('m1')
    const other = room.aProcess()
    const both = [room, other].map((desk, nth) => desk.changePhone(ME, `both-${nth}`, { phone: NEW, ...codes() }))
    const done = await Promise.all(both)
    expect(done.some(({ ok }) => ok)).toBe(true)
    expect(await events()).toHaveLength(1)
    expect((await now()).phone).toBe(NEW)
  })
})
