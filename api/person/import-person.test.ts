import { describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { NOW } from '../core/testing/builders.ts'
import { type ImportedPerson, importPeople, importPerson } from './import-person.ts'
import { aPersonRoom } from './testing/person-room.ts'

const contact = (name: string) => asId<'contact'>(`simulator/${name}`)
const LICENCE = { cert: '焊工证', validUntil: Temporal.PlainDate.from('2027-06-30') }
const aPerson = (about: Partial<ImportedPerson> = {}): ImportedPerson => ({
  name: '廖大山',
  idNumber: anIdNumber('19800101'),
  phone: '13800001234',
  roles: ['worker'],
  contact: contact('liao'),
  township: '古镛镇',
  licences: [LICENCE],
  demo: true,
  at: NOW.subtract({ hours: 24 * 30 }),
  ...about,
})
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aPerson({
      idNumber: anIdNumber('19800101', { region: `35${String(428 + Math.floor(index / 1000)).padStart(4, '0')}`, sequence: index % 1000 }),
      contact: contact(`${index}`),
    }),
  )

describe('importing a person', () => {
  it('answers whom it stored', async () => {
    const { ports, people, stored } = aPersonRoom()
    const answer = await importPerson(ports, aPerson())
    const person = await people.byContact(contact('liao'))
    expect(answer).toEqual({ ok: true, value: person })
    expect(person).toMatchObject({ maskedName: '廖*山', licences: [LICENCE], township: '古镛镇', demo: true })
    const [doc] = await stored()
    expect(doc?.outbox).toMatchObject([
      { id: `personRegistered:${doc?.id}`, demo: true, at: NOW.subtract({ hours: 24 * 30 }), facts: { township: '古镛镇' } },
    ])
  })

  it('twice is once', async () => {
    const { ports, stored } = aPersonRoom()
    const answers = await importPeople(ports, [aPerson(), aPerson(), aPerson()])
    expect(new Set(answers.map((answer) => answer.ok && answer.value.id)).size).toBe(1)
    expect((await stored()).length).toBe(1)
  })

  it('takes in several people without a contact', async () => {
    const { ports, people } = aPersonRoom()
    const { contact: _none, ...without } = aPerson()
    const answers = await importPeople(ports, [without, { ...without, idNumber: anIdNumber('19810101') }])
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(await people.contactOf(asId(answers[0]?.ok ? answers[0].value.id : ''))).toBeUndefined()
  })

  it.each([
    ['a contact of somebody else', { idNumber: anIdNumber('19810101') }, 'already-registered'],
    ['somebody who was 15 then', { idNumber: anIdNumber('20101101'), contact: contact('chen') }, 'under-age'],
    ['a name that is none', { name: '1', contact: contact('chen') }, 'name-invalid'],
  ])('refuses %s', async (_what, about, refusal) => {
    const { ports, stored } = aPersonRoom()
    await importPerson(ports, aPerson())
    expect(await importPerson(ports, aPerson(about))).toMatchObject({ ok: false, refusal })
    expect((await stored()).length).toBe(1)
  })

  it('refuses the ID number of somebody who registered himself', async () => {
    const { ports, register } = aPersonRoom()
    await register('simulator/chen', 'm1')
    expect(await importPerson(ports, aPerson())).toMatchObject({ ok: false, refusal: 'id-number-in-use' })
  })

  it('can leave out the event', async () => {
    const { ports, stored } = aPersonRoom()
    await importPerson(ports, aPerson({ announced: false }))
    expect((await stored())[0]).toMatchObject({ outbox: [], outboxSince: null })
  })

  it('keeps many and answers in their order', async () => {
    const { ports, store, people } = aPersonRoom()
    const all = many(1200)
    const answers = await importPeople(ports, all)
    expect(answers.every((answer, index) => answer.ok && answer.value.contacts[0] === all[index]?.contact)).toBe(true)
    expect(await people.byContact(contact('1199'))).toMatchObject({ maskedName: '廖*山' })
    await store.close()
  })
})
