import { describe, expect, it } from '@jest/globals'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { bindPayee } from './bind-payee.ts'
import { aPersonRoom } from './testing/person-room.ts'

const [OLD, NEW, OTHER] = ['wx/old', 'wx/new', 'wx/other']
const CARD = { name: '陈小旺', idNumber: anIdNumber('19790805'), phone: '13800001111' }
const CODE = '12345678'
const no = (refusal: string, facts: object = {}) => expect.objectContaining({ ok: false, refusal, facts: expect.objectContaining(facts) })
const yes = expect.objectContaining({ ok: true })

async function aRoomWithChen() {
  const room = aPersonRoom()
  await room.register(OLD, 'm0', CARD)
  const chen = async () => room.people.byContact(OLD)
  const told = async () => (await room.events()).flatMap((event) => (event.type === 'contactBound' ? [event.facts.changed] : []))
  return { ...room, chen, told }
}

describe('registering once more as another contact', () => {
  it('with the same name, number and phone is the same person, and the old contact hears of it', async () => {
    const { register, seeMe, stored, chen, people, told } = await aRoomWithChen()
    const before = await chen()
    expect(await register(NEW, 'm1', CARD)).toEqual(await seeMe(OLD))
    expect(await stored()).toHaveLength(1)
    expect((await people.byContact(NEW))?.id).toBe(before?.id)
    expect(await told()).toEqual([true])
    const id = before?.id
    if (id === undefined) throw new Error('chen is registered')
    expect([await people.contactOf(id), await people.contactBefore(id)]).toEqual([NEW, OLD])
  })

  it.each([
    ['another name', { name: '陈大旺' }],
    ['another phone', { phone: '13900001111' }],
  ])('with %s tells only that the number is in use, three times', async (_what, about) => {
    const { register, people } = await aRoomWithChen()
    expect(await register(NEW, 'm1', { ...CARD, ...about })).toEqual(no('id-number-in-use'))
    expect(await register(NEW, 'm2', { ...CARD, ...about })).toEqual(no('id-number-in-use'))
    expect(await register(NEW, 'm3', { ...CARD, ...about })).toEqual(no('identity-locked'))
    expect(await register(NEW, 'm4', CARD)).toEqual(no('identity-locked'))
    expect(await people.byContact(NEW)).toBeUndefined()
  })
})

describe('a one-time code', () => {
  it('binds whoever types it to the person whose card was seen', async () => {
    const { giveCode, bind, people, chen } = await aRoomWithChen()
    expect(await giveCode('k1', CARD)).toMatchObject({ ok: true, value: { code: CODE } })
    expect(await bind(NEW, 'm1', CODE)).toEqual(yes)
    expect(await bind(NEW, 'm1', CODE)).toEqual(yes)
    expect((await people.byContact(NEW))?.id).toBe((await chen())?.id)
  })

  it('is used once, by one contact', async () => {
    const { giveCode, bind, people } = await aRoomWithChen()
    await giveCode('k1', CARD)
    const answers = await Promise.all([NEW, OTHER].map((contact) => bind(contact, 'm1', CODE)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await Promise.all([NEW, OTHER].map(people.byContact))).filter(Boolean)).toHaveLength(1)
  })

  it('is over after ten minutes, and when another is given', async () => {
    const { giveCode, bind, clock } = await aRoomWithChen()
    await giveCode('k1', CARD)
    clock.at = clock.at.add({ minutes: 10 })
    expect(await bind(NEW, 'm1', CODE)).toEqual(no('binding-code-wrong', { triesLeft: 4 }))
    await giveCode('k2', CARD)
    expect(await bind(NEW, 'm2', CODE)).toEqual(yes)
  })

  it('is not to be guessed: after five wrong ones the right one is none', async () => {
    const { giveCode, bind } = await aRoomWithChen()
    await giveCode('k1', CARD)
    for (const [index, left] of [4, 3, 2, 1].entries()) {
      expect(await bind(NEW, `m${index}`, `0000000${index}`)).toEqual(no('binding-code-wrong', { triesLeft: left }))
    }
    expect(await bind(NEW, 'm4', '00000009')).toEqual(no('binding-code-locked'))
    expect(await bind(NEW, 'm5', CODE)).toEqual(no('binding-code-locked'))
    expect(await bind(OTHER, 'm6', CODE)).toEqual(yes)
  })

  it('makes nobody out of two: a registered contact stays who he is', async () => {
    const { register, giveCode, bind, people } = await aRoomWithChen()
    await register(NEW, 'm1', { ...CARD, name: '廖大山', idNumber: anIdNumber('19800101') })
    await giveCode('k1', CARD)
    expect(await bind(NEW, 'm2', CODE)).toEqual(no('already-registered'))
    expect((await people.byContact(NEW))?.maskedName).toBe('廖*山')
  })

  it('is given only for a card that fits, and is stored nowhere as it is', async () => {
    const { giveCode, store } = await aRoomWithChen()
    expect(await giveCode('k1', { ...CARD, name: '陈大旺' })).toEqual(no('not-found'))
    await giveCode('k2', CARD)
    const { bindingCodes } = await import('./binding-code.collection.ts')
    const { docs } = await store.find(bindingCodes, { index: 'age', county: '350428', range: { field: 'until', from: '' }, limit: 5 })
    expect(docs).toHaveLength(1)
    expect(JSON.stringify(docs)).not.toContain(CODE)
  })
})

describe('money, when a contact is new', () => {
  const day = { hours: 24 }

  it('stays for a day, also where the account was named before', async () => {
    const { register, chen, people, ports, clock } = await aRoomWithChen()
    const id = (await chen())?.id
    if (id === undefined) throw new Error('chen is registered')
    const first = clock.at
    await bindPayee(ports, { person: id, openid: 'o-chen', cause: 'c1' })
    expect((await people.payeeOf(id))?.from).toEqual(first)
    clock.at = first.add({ hours: 5 })
    await register(NEW, 'm1', CARD)
    expect((await people.payeeOf(id))?.from).toEqual(clock.at.add(day))
  })

  it('and where the new contact names one', async () => {
    const { register, chen, people, ports, clock } = await aRoomWithChen()
    const id = (await chen())?.id
    if (id === undefined) throw new Error('chen is registered')
    await register(NEW, 'm1', CARD)
    await bindPayee(ports, { person: id, openid: 'o-thief', cause: 'c1' })
    expect((await people.payeeOf(id))?.from).toEqual(clock.at.add(day))
  })

  it('does not wait where it is the first contact of somebody from the station', async () => {
    const { atStation, register, people, ports, clock } = aPersonRoom()
    await atStation('k1', CARD)
    expect(await register(NEW, 'm1', CARD)).toEqual(yes)
    const person = await people.byContact(NEW)
    if (person === undefined) throw new Error('chen is bound')
    await bindPayee(ports, { person: person.id, openid: 'o-chen', cause: 'c1' })
    expect((await people.payeeOf(person.id))?.from).toEqual(clock.at)
  })
})
