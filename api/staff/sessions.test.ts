import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { forgetStaff } from './forget-staff.ts'
import { changeStaff, moveAccount } from './manage-staff.ts'
import { changePassword, proveAgain, signOut } from './own-account.ts'
import { staffSessions } from './staff-session.collection.ts'
import { aStaffRoom, must, PASSWORD, type StaffRoom } from './testing/staff-room.ts'

let room: StaffRoom
let zhou: Awaited<ReturnType<StaffRoom['join']>>
beforeEach(async () => {
  room = aStaffRoom()
  zhou = await room.join('zhou.hall')
})
afterEach(() => room.close())

const alive = async (token: string): Promise<boolean> => (await room.ports.sessions.find(token, 'bearer')) !== undefined
async function enter(carrier: 'bearer' | 'cookie' = 'bearer') {
  const entered = must(await room.enter({ login: zhou.login, code: room.codeOf(zhou.secret), carrier }))
  room.clock.forward({ seconds: 30 })
  return entered.begun.token
}
const admin = () => room.join('lin.admin', { rights: { roles: ['system-admin'], scope: { kind: 'county' } } })

describe('a session', () => {
  it('is known by its token alone, which is kept nowhere', async () => {
    const token = await enter()
    const { docs } = await room.ports.store.find(staffSessions, { index: 'ends', county: '350428', limit: 10 })
    expect(JSON.stringify(docs)).not.toContain(token)
    expect(JSON.stringify(docs)).not.toContain(token.slice('staff.'.length))
    expect(await alive(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBe(false)
  })

  it('is another at each sign-in, whatever was there before', async () => {
    const tokens = [zhou.token, await enter(), await enter()]
    expect(new Set(tokens).size).toBe(3)
    expect(await Promise.all(tokens.map(alive))).toEqual([true, true, true])
  })

  it('of a browser is none of a program’s, and the other way round', async () => {
    const [cookie, bearer] = [await enter('cookie'), await enter('bearer')]
    expect(await room.ports.sessions.find(cookie, 'bearer')).toBeUndefined()
    expect(await room.ports.sessions.find(bearer, 'cookie')).toBeUndefined()
    expect(await room.ports.sessions.find(cookie, 'cookie')).toMatchObject({ id: zhou.id })
  })

  it('ends when nobody uses it, and goes on while somebody does, until half a day is over', async () => {
    const token = await enter()
    for (let hour = 0; hour < 11.5; hour += 0.25) {
      room.clock.forward({ minutes: 15 })
      expect(await alive(token)).toBe(true)
    }
    const idle = await enter()
    room.clock.forward({ minutes: 28 })
    expect(await alive(token)).toBe(true)
    room.clock.forward({ minutes: 2 })
    expect(await Promise.all([alive(token), alive(idle)])).toEqual([false, false])
  })

  it('ends when its owner says so, alone or with all others', async () => {
    const [one, two, three] = [await enter(), await enter(), await enter()]
    must(await signOut(room.ports, await room.callerOf(one), false))
    expect(await Promise.all([one, two, three].map(alive))).toEqual([false, true, true])
    must(await signOut(room.ports, await room.callerOf(two), true))
    expect(await Promise.all([one, two, three].map(alive))).toEqual([false, false, false])
  })

  it.each<[string, (caller: Awaited<ReturnType<StaffRoom['callerOf']>>) => Promise<unknown>]>([
    [
      'is given other roles',
      (caller) => changeStaff(room.ports, { caller, id: zhou.id }, { roles: ['mediator'], scope: { kind: 'county' } }),
    ],
    ['is suspended', (caller) => moveAccount(room.ports, { caller, id: zhou.id }, 'suspended')],
  ])('ends at once when its owner %s', async (_what, change) => {
    const lin = await admin()
    const token = await enter()
    await change(await lin.caller())
    expect(await alive(token)).toBe(false)
  })

  it('stays over when its suspended owner is let in again', async () => {
    const lin = await admin()
    const token = await enter()
    for (const state of ['suspended', 'active'] as const)
      must(await moveAccount(room.ports, { caller: await lin.caller(), id: zhou.id }, state))
    expect(await alive(token)).toBe(false)
  })

  it('goes on under a new token when more may be done in it, and the old one is worth nothing', async () => {
    const token = await enter()
    room.clock.forward({ minutes: 6 })
    const proven = must(await proveAgain(room.ports, await room.callerOf(token), { password: PASSWORD }))
    expect(await Promise.all([token, proven.begun.token].map(alive))).toEqual([false, true])
    expect((await room.callerOf(proven.begun.token)).staff.provenAt).toEqual(room.clock.now())
  })

  it('is the only one left when the password is changed', async () => {
    const [one, two] = [await enter(), await enter()]
    const next = '六月的柰李比橘子甜'
    const changed = must(await changePassword(room.ports, await room.callerOf(one), { password: PASSWORD, next }))
    expect(await Promise.all([one, two, changed.begun.token].map(alive))).toEqual([false, false, true])
    expect(await room.enter({ login: zhou.login, code: room.codeOf(zhou.secret) })).toMatchObject({ refusal: 'sign-in-failed' })
    room.clock.forward({ seconds: 30 })
    expect(await room.enter({ login: zhou.login, code: room.codeOf(zhou.secret), password: next })).toMatchObject({ ok: true })
  })

  it('is swept away when it is over', async () => {
    await enter()
    room.clock.forward({ hours: 12 })
    await forgetStaff(room.ports)
    expect(await room.ports.store.count(staffSessions, { index: 'ends', county: '350428' })).toBe(0)
  })
})

describe('proving it again', () => {
  const prove = async (proof: Parameters<typeof proveAgain>[2]) => proveAgain(room.ports, await zhou.caller(), proof)

  it('takes a password or a code, not both and not neither', async () => {
    expect(await prove({})).toMatchObject({ refusal: 'bad-request' })
    expect(await prove({ password: PASSWORD, code: room.codeOf(zhou.secret) })).toMatchObject({ refusal: 'bad-request' })
    expect(await prove({ code: room.codeOf(zhou.secret) })).toMatchObject({ ok: true })
  })

  it('takes no code twice, and stops whoever guesses at somebody’s open session', async () => {
    const used = room.codeOf(zhou.secret)
    must(await room.enter({ login: zhou.login, code: used }))
    expect(await prove({ code: used })).toMatchObject({ refusal: 'sign-in-failed' })
    for (let n = 0; n < 7; n += 1) expect(await prove({ password: 'wrong as can be' })).toMatchObject({ refusal: 'sign-in-failed' })
    expect(await prove({ password: PASSWORD })).toMatchObject({ refusal: 'too-many-requests' })
  })
})
