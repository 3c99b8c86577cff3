import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '../audit/audit-row.collection.ts'
import { firstAccountCodes } from './first-account.ts'
import { joinStaff, renewStaff } from './join-staff.ts'
import { invite, resetStaff, withdrawInvitation } from './manage-staff.ts'
import { beginSecondFactor, confirmSecondFactor, renewRecoveryCodes } from './own-account.ts'
import { staffAccounts } from './staff-account.collection.ts'
import { invitations } from './staff-code.collection.ts'
import { aStaffRoom, must, PASSWORD, type StaffRoom } from './testing/staff-room.ts'

let room: StaffRoom
beforeEach(() => {
  room = aStaffRoom()
})
afterEach(() => room.close())

type Newcomer = Parameters<typeof joinStaff>[1]
const join = (code: string, about: Partial<Newcomer> = {}) =>
  joinStaff(room.ports, { code, login: 'zhou', name: '周小满', password: PASSWORD, carrier: 'bearer', address: 'home', ...about })
const accounts = async () =>
  (await room.ports.store.find(staffAccounts, { index: 'byLogin', county: '350428', limit: 20 })).docs.map(({ login }) => login)

describe('a one-time code', () => {
  it('makes one account with the rights it was given with, which has to get a second factor first', async () => {
    const joined = must(await join(await room.codeFor({ roles: ['official'], scope: { kind: 'townships', townships: ['古镛镇'] } })))
    expect(joined.account).toMatchObject({ roles: ['official'], scope: { kind: 'townships', townships: ['古镛镇'] }, state: 'active' })
    expect((await room.callerOf(joined.begun.token)).staff.stage).toBe('enrolling')
  })

  it('is typed anyhow, and is good once', async () => {
    const code = await room.codeFor()
    must(await join(` ${code.toLowerCase().replace('-', ' ')}`))
    expect(await join(code, { login: 'lin' })).toMatchObject({ refusal: 'code-not-valid' })
    expect(await accounts()).toEqual(['zhou'])
  })

  it('makes one account of a crowd that uses it at once', async () => {
    const code = await room.codeFor()
    const crowd = await Promise.all(['a1', 'a2', 'a3', 'a4', 'a5'].map((login) => join(code, { login })))
    expect(crowd.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await accounts()).toHaveLength(1)
  })

  it.each<[string, () => Promise<string>]>([
    ['nobody made', async () => 'AAAAA-AAAAA'],
    [
      'is three days old',
      async () => {
        const code = await room.codeFor()
        room.clock.forward({ hours: 72 })
        return code
      },
    ],
    [
      'was withdrawn',
      async () => {
        const lin = await room.join('lin', { rights: { roles: ['system-admin'], scope: { kind: 'county' } } })
        const { id, code } = must(await invite(room.ports, await lin.caller(), { roles: ['auditor'], scope: { kind: 'county' } }))
        must(await withdrawInvitation(room.ports, id))
        return code
      },
    ],
  ])('that %s is good for nothing', async (_which, codeOf) => {
    expect(await join(await codeOf())).toMatchObject({ refusal: 'code-not-valid' })
  })

  it('stays good when the login is taken or the password will not do', async () => {
    await room.join('zhou')
    const code = await room.codeFor()
    expect(await join(code)).toMatchObject({ refusal: 'login-taken' })
    expect(await join(code, { login: 'lin', password: 'password1234' })).toMatchObject({
      refusal: 'password-too-weak',
      facts: { why: 'too-common' },
    })
    expect(await join(code, { login: 'lin' })).toMatchObject({ ok: true })
  })

  it('is guessed at no more than some times from one address', async () => {
    const code = await room.codeFor()
    for (let n = 0; n < 60; n += 1) await join('AAAAA-AAAAA', { address: 'cafe' })
    expect(await join(code, { address: 'cafe' })).toMatchObject({ refusal: 'too-many-requests' })
    expect(await join(code)).toMatchObject({ ok: true })
  })

  it('is shown again by the call that made it, and by no other', async () => {
    const lin = await (await room.join('lin', { rights: { roles: ['system-admin'], scope: { kind: 'county' } } })).caller()
    const auditor = { roles: ['auditor'], scope: { kind: 'county' } } as const
    const first = must(await invite(room.ports, lin, auditor))
    expect(must(await invite(room.ports, lin, auditor))).toEqual(first)
    expect(await invite(room.ports, lin, { ...auditor, roles: ['official'] })).toMatchObject({ refusal: 'key-reused' })
    expect(must(await invite(room.ports, { ...lin, key: 'another' }, auditor)).code).not.toBe(first.code)
  })

  it('is nowhere to be read', async () => {
    const code = await room.codeFor()
    const { docs } = await room.ports.store.find(invitations, { index: 'ends', county: '350428', limit: 10 })
    const rows = await room.ports.store.find(auditRows, { index: 'line', county: '350428', limit: 10 })
    const stored = JSON.stringify([docs, rows.docs])
    expect([stored.includes(code), stored.includes(code.replace('-', ''))]).toEqual([false, false])
  })

  it.each([
    [{ roles: ['auditor', 'mediator'], scope: { kind: 'county' } }],
    [{ roles: ['mediator'], scope: { kind: 'townships', townships: ['古镛镇', '没有的乡'] } }],
    [{ roles: ['station-operator'], scope: { kind: 'county' } }],
  ] as const)('is made for no rights like %j', async (rights) => {
    const lin = await room.join('lin', { rights: { roles: ['system-admin'], scope: { kind: 'county' } } })
    expect(await invite(room.ports, await lin.caller(), rights)).toMatchObject({ refusal: 'roles-do-not-fit' })
  })
})

describe('the first accounts of a demo', () => {
  it('are made by codes that are good once and for a quarter of an hour', async () => {
    const made = await firstAccountCodes(room.ports)
    if (made === undefined) throw new Error('an empty county has first codes')
    room.clock.forward({ minutes: 15 })
    expect(await join(made.admin)).toMatchObject({ refusal: 'code-not-valid' })
    const again = await firstAccountCodes(room.ports)
    if (again === undefined) throw new Error('a county without accounts is still empty')
    expect(must(await join(again.clerk, { login: 'clerk' })).account).toMatchObject({ roles: ['hall-operator'] })
    expect(must(await join(again.admin, { login: 'admin' })).account).toMatchObject({ roles: ['system-admin'] })
    expect(await join(again.clerk, { login: 'other' })).toMatchObject({ refusal: 'code-not-valid' })
    expect(await firstAccountCodes(room.ports)).toBeUndefined()
  })
})

describe('a lost phone', () => {
  it('is followed by a new password and a new second factor; the old ones, the sessions and the contact are over', async () => {
    const zhou = await room.join('zhou')
    const safe = await room.join('gao', { rights: { roles: ['security'], scope: { kind: 'county' } } })
    const { code } = must(await resetStaff(room.ports, { caller: await safe.caller(), id: zhou.id }))
    const password = '六月的柰李比橘子甜'
    const renewed = must(await renewStaff(room.ports, { code, password, carrier: 'bearer', address: 'home' }))
    expect(renewed.account).toMatchObject({ id: zhou.id, totp: null, recovery: [], contact: null })
    expect(await room.ports.sessions.find(zhou.token, 'bearer')).toBeUndefined()
    expect((await room.callerOf(renewed.begun.token)).staff.stage).toBe('enrolling')
    expect(await room.enter({ login: 'zhou', code: room.codeOf(zhou.secret) })).toMatchObject({ refusal: 'sign-in-failed' })
    expect(await renewStaff(room.ports, { code, password, carrier: 'bearer', address: 'home' })).toMatchObject({
      refusal: 'code-not-valid',
    })
  })

  it('lets nobody make himself a code, or use one for something else', async () => {
    const safe = await room.join('gao', { rights: { roles: ['security'], scope: { kind: 'county' } } })
    const caller = await safe.caller()
    expect(await resetStaff(room.ports, { caller, id: safe.id })).toMatchObject({ refusal: 'own-account' })
    expect(await resetStaff(room.ports, { caller, id: 'nobody' })).toMatchObject({ refusal: 'not-found' })
    const zhou = await room.join('zhou')
    const { code } = must(await resetStaff(room.ports, { caller, id: zhou.id }))
    expect(await join(code, { login: 'lin' })).toMatchObject({ refusal: 'code-not-valid' })
    const joins = { code: await room.codeFor(), password: PASSWORD, carrier: 'bearer', address: 'home' } as const
    expect(await renewStaff(room.ports, joins)).toMatchObject({ refusal: 'code-not-valid' })
  })
})

describe('a second factor', () => {
  it('counts from its first code on, and is set anew only by who has just proven himself', async () => {
    const zhou = await room.join('zhou')
    room.clock.forward({ minutes: 5 })
    const caller = await zhou.caller()
    for (const set of [
      beginSecondFactor(room.ports, caller),
      confirmSecondFactor(room.ports, caller, '000000'),
      renewRecoveryCodes(room.ports, caller),
    ])
      expect(await set).toMatchObject({ refusal: 'prove-again' })
    const { begun } = must(await room.enter({ login: 'zhou', code: room.codeOf(zhou.secret) }))
    const fresh = await room.callerOf(begun.token)
    expect(await confirmSecondFactor(room.ports, fresh, room.codeOf(zhou.secret))).toMatchObject({ refusal: 'sign-in-failed' })
    const { secret, uri } = must(await beginSecondFactor(room.ports, fresh))
    expect(uri).toContain(`secret=${secret}&issuer=${encodeURIComponent('将乐县')}`)
    room.clock.forward({ seconds: 30 })
    expect(await room.enter({ login: 'zhou', code: room.codeOf(secret) })).toMatchObject({ refusal: 'sign-in-failed' })
    must(await confirmSecondFactor(room.ports, fresh, room.codeOf(secret)))
    room.clock.forward({ seconds: 30 })
    expect(await room.enter({ login: 'zhou', code: room.codeOf(zhou.secret) })).toMatchObject({ refusal: 'sign-in-failed' })
    expect(await room.enter({ login: 'zhou', code: room.codeOf(secret) })).toMatchObject({ ok: true })
  })

  it('has recovery codes that new ones put out of use', async () => {
    const zhou = await room.join('zhou')
    const codes = must(await renewRecoveryCodes(room.ports, await zhou.caller()))
    expect(codes).toHaveLength(10)
    expect(await room.enter({ login: 'zhou', code: zhou.recoveryCodes[0] ?? '' })).toMatchObject({ refusal: 'sign-in-failed' })
    expect(await room.enter({ login: 'zhou', code: codes[0] ?? '' })).toMatchObject({ ok: true })
  })
})
