import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Caller } from '../contract/route.ts'
import { askContactCode, bindContact, dropContact, staffByContact } from './bind-contact.ts'
import { moveAccount } from './manage-staff.ts'
import { staffAccounts } from './staff-account.collection.ts'
import { contactCodes } from './staff-code.collection.ts'
import { aStaffRoom, must, type StaffRoom } from './testing/staff-room.ts'

let room: StaffRoom
let zhou: Awaited<ReturnType<StaffRoom['join']>>
beforeEach(async () => {
  room = aStaffRoom()
  zhou = await room.join('zhou')
})
afterEach(() => room.close())

const by = (contact: string, key: string = crypto.randomUUID()): Caller => ({
  role: 'contact',
  contact,
  key: `${contact}\n${key}`,
  county: '350428',
})
const codeFor = async (staff = zhou) => must(await askContactCode(room.ports, await staff.caller())).code
const type = (code: string, contact = 'wx1/zhou', key?: string) => bindContact(room.ports, { caller: by(contact, key), code })
const who = async (contact = 'wx1/zhou') => (await staffByContact(room.ports, contact))?.id

describe('a chat contact of the staff', () => {
  it('is bound by digits typed from it, and is then somebody', async () => {
    expect(await who()).toBeUndefined()
    const code = await codeFor()
    expect(code).toMatch(/^\d{8}$/)
    must(await type(code))
    expect(await who()).toBe(zhou.id)
    expect(await who('wx1/lin')).toBeUndefined()
  })

  it('lies nowhere in clear, and neither do the digits', async () => {
    const code = await codeFor()
    const { docs } = await room.ports.store.find(contactCodes, { index: 'ends', county: '350428', limit: 10 })
    must(await type(code))
    const account = await room.ports.store.get(staffAccounts, '350428', zhou.id)
    const stored = JSON.stringify([docs, account])
    expect([code, 'wx1/zhou'].filter((text) => stored.includes(text))).toEqual([])
  })

  it('is not made by a code that another contact has used', async () => {
    const code = await codeFor()
    must(await type(code, 'wx1/zhou'))
    expect(await type(code, 'wx1/thief')).toMatchObject({ refusal: 'wrong-staff-code' })
    expect([await who('wx1/zhou'), await who('wx1/thief')]).toEqual([zhou.id, undefined])
  })

  it('is one of two that type the same code at once', async () => {
    const code = await codeFor()
    const both = await Promise.all([type(code, 'wx1/zhou'), type(code, 'wx1/thief')])
    expect(both.map((answer) => (answer.ok ? 'bound' : answer.refusal)).sort()).toEqual(['bound', 'wrong-staff-code'])
  })

  it('is the same again when the same message comes twice', async () => {
    const code = await codeFor()
    const first = must(await type(code, 'wx1/zhou', 'm1'))
    expect(must(await type(code, 'wx1/zhou', 'm1')).id).toBe(first.id)
    expect(await type(code, 'wx1/zhou', 'm2')).toMatchObject({ refusal: 'staff-contact-in-use' })
  })

  it.each([
    ['after ten minutes', { minutes: 10 }],
    ['when another has been asked for', 'another'],
  ] as const)('is not made by a code %s', async (_when, what) => {
    const code = await codeFor()
    if (what === 'another') await codeFor()
    else room.clock.forward(what)
    expect(await type(code)).toMatchObject({ refusal: 'wrong-staff-code' })
  })

  it('that guesses is stopped after five tries, the right one included, until they are forgotten', async () => {
    const code = await codeFor()
    const wrong = code === '00000000' ? '11111111' : '00000000'
    const left = []
    for (let n = 0; n < 5; n += 1) left.push(await type(wrong))
    expect(left.map((answer) => (answer.ok ? 'bound' : answer.facts['triesLeft']))).toEqual([4, 3, 2, 1, 0])
    expect(await type(code)).toMatchObject({ refusal: 'staff-code-locked' })
    expect(await who()).toBeUndefined()
    expect(await type(code, 'wx1/other')).toMatchObject({ ok: true })
    room.clock.forward({ minutes: 10 })
    expect(await type(await codeAgain())).toMatchObject({ ok: true })
  })

  /** Digits are for who has just proven himself. */
  async function codeAgain(): Promise<string> {
    const { begun } = must(await room.enter({ login: 'zhou', code: room.codeOf(zhou.secret) }))
    return must(await askContactCode(room.ports, await room.callerOf(begun.token))).code
  }

  it('belongs to one account, and goes to another only when it is dropped', async () => {
    const lin = await room.join('lin')
    must(await type(await codeFor(zhou)))
    expect(await type(await codeFor(lin))).toMatchObject({ refusal: 'staff-contact-in-use' })
    must(await dropContact(room.ports, await zhou.caller()))
    expect(await who()).toBeUndefined()
    must(await type(await codeFor(lin)))
    expect(await who()).toBe(lin.id)
  })

  it('is another when he changes his phone: the old one is nobody', async () => {
    must(await type(await codeFor(), 'wx1/old'))
    must(await type(await codeFor(), 'wx1/new'))
    expect([await who('wx1/old'), await who('wx1/new')]).toEqual([undefined, zhou.id])
  })

  it('of somebody suspended is nobody', async () => {
    must(await type(await codeFor()))
    const lin = await room.join('lin', { rights: { roles: ['security'], scope: { kind: 'county' } } })
    must(await moveAccount(room.ports, { caller: await lin.caller(), id: zhou.id }, 'suspended'))
    expect(await who()).toBeUndefined()
  })

  it('is asked for by who has just proven himself', async () => {
    room.clock.forward({ minutes: 5 })
    expect(await askContactCode(room.ports, await zhou.caller())).toMatchObject({ refusal: 'prove-again' })
  })
})
