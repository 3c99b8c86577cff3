import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '../audit/audit-row.collection.ts'
import { moveAccount } from './manage-staff.ts'
import type { Credentials } from './sign-in.ts'
import { staffAccounts } from './staff-account.collection.ts'
import { staffTries } from './staff-tries.collection.ts'
import { aStaffRoom, must, PASSWORD, type StaffRoom } from './testing/staff-room.ts'

let room: StaffRoom
let zhou: Awaited<ReturnType<StaffRoom['join']>>
beforeEach(async () => {
  room = aStaffRoom()
  zhou = await room.join('zhou.hall')
})
afterEach(() => room.close())

const login = 'zhou.hall'
const refusal = (answer: Awaited<ReturnType<StaffRoom['enter']>>) => (answer.ok ? 'in' : answer.refusal)
const enter = (about: Partial<Credentials> = {}) => room.enter({ login, code: room.codeOf(zhou.secret), ...about })
const tries = () => room.ports.store.count(staffTries, { index: 'age', county: '350428' })

describe('signing in', () => {
  it('takes login, password and code, and says who he is', async () => {
    const { account, begun } = must(await enter())
    expect(account.id).toBe(zhou.id)
    expect(await room.ports.sessions.find(begun.token, 'bearer')).toMatchObject({ id: zhou.id, stage: 'whole', roles: ['hall-operator'] })
  })

  it('takes the login in capitals and the code with spaces', async () => {
    const code = room.codeOf(zhou.secret)
    expect(refusal(await enter({ login: 'Zhou.Hall', code: `${code.slice(0, 3)} ${code.slice(3)}` }))).toBe('in')
  })

  /** Of each wrong way in: what was asked, and that it took the same work and left the same traces as any other. */
  it.each<[string, () => Partial<Credentials>]>([
    ['somebody who is not here', () => ({ login: 'nobody' })],
    ['a wrong password', () => ({ password: '四月的橘子花开了吗' })],
    ['an empty password', () => ({ password: ' ' })],
    ['a wrong code', () => ({ code: '000000' })],
    ['no code', () => ({ code: '' })],
    ['a code of a minute ago', () => ({ code: room.codeOf(zhou.secret, -2) })],
    ['a recovery code of nobody', () => ({ code: 'AAAAA-AAAAA' })],
    ['a login that is a query', () => ({ login: '{"$gt":""}' })],
  ])('with %s takes the same work and gets the same answer', async (_what, about) => {
    await room.enter({ login: 'warm-up', address: 'elsewhere' })
    const [before, rows] = [{ ...room.counts }, await tries()]
    const answer = await enter({ address: 'cafe', ...about() })
    expect(answer).toEqual({ ok: false, refusal: 'sign-in-failed', facts: {} })
    expect(room.counts).toEqual({ ...before, compared: before.compared + 1 })
    expect(await tries()).toBe(rows + 2)
  })

  it('of somebody suspended takes the same work and gets the same answer, right as it is', async () => {
    const lin = await room.join('lin.admin', { rights: { roles: ['system-admin'], scope: { kind: 'county' } } })
    must(await moveAccount(room.ports, { caller: await lin.caller(), id: zhou.id }, 'suspended'))
    await room.enter({ login: 'warm-up' })
    const before = { ...room.counts }
    expect(refusal(await enter())).toBe('sign-in-failed')
    expect(room.counts).toEqual({ ...before, compared: before.compared + 1 })
  })

  it('takes a code once, and of two who bring the same at once only one', async () => {
    const code = room.codeOf(zhou.secret)
    const both = await Promise.all([enter({ code }), enter({ code })])
    expect(both.map(refusal).sort()).toEqual(['in', 'sign-in-failed'])
    expect(refusal(await enter({ code }))).toBe('sign-in-failed')
    room.clock.forward({ seconds: 30 })
    expect(refusal(await enter({ code }))).toBe('sign-in-failed')
    expect(refusal(await enter())).toBe('in')
  })

  it('takes the code that set the second factor up no second time', async () => {
    room.clock.forward({ seconds: -30 })
    expect(refusal(await enter())).toBe('sign-in-failed')
  })

  it('takes each recovery code once, typed as he likes', async () => {
    const [first = '', second = ''] = zhou.recoveryCodes
    const code = first.toLowerCase().replace('-', '')
    expect(refusal(await enter({ code }))).toBe('in')
    expect([refusal(await enter({ code })), refusal(await enter({ code: second }))]).toEqual(['sign-in-failed', 'in'])
    const stored = await room.ports.store.get(staffAccounts, '350428', zhou.id)
    expect(stored?.recovery).toHaveLength(8)
  })

  it('is written down, by which way and never with what', async () => {
    must(await enter())
    must(await enter({ code: zhou.recoveryCodes[0] ?? '' }))
    const { docs } = await room.ports.store.find(auditRows, { index: 'line', county: '350428', limit: 20 })
    const signedIn = docs.filter(({ action }) => action === 'sign-in')
    expect(signedIn.map(({ facts, actor }) => [facts, actor.id])).toEqual([
      [{ by: 'second-factor' }, zhou.id],
      [{ by: 'recovery-code' }, zhou.id],
    ])
    const secrets = [PASSWORD, zhou.secret, zhou.token, ...zhou.recoveryCodes]
    expect(secrets.filter((secret) => JSON.stringify(docs).includes(secret))).toEqual([])
  })

  it('hashes anew what was hashed for less', async () => {
    const stored = async () => (await room.ports.store.get(staffAccounts, '350428', zhou.id))?.password ?? ''
    const before = await stored()
    room.ports.hasher.isDated = (hashed) => hashed === before
    must(await enter())
    expect(await stored()).not.toBe(before)
    room.clock.forward({ seconds: 30 })
    expect(refusal(await enter())).toBe('in')
  })
})

describe('guessing', () => {
  const guess = (about: Partial<Credentials> = {}) => enter({ password: '四月的橘子花开了吗', ...about })

  it('at one account is stopped after some tries, wherever it comes from, and the right one waits too', async () => {
    for (let n = 0; n < 8; n += 1) expect(refusal(await guess({ address: `cafe-${n}` }))).toBe('sign-in-failed')
    const compared = room.counts.compared
    const answer = await enter({ address: 'home' })
    expect(answer).toMatchObject({ refusal: 'too-many-requests', facts: { retryAfterSeconds: 300 } })
    expect(room.counts.compared).toBe(compared)
    room.clock.forward({ minutes: 5 })
    expect(refusal(await enter())).toBe('in')
  })

  it('at somebody who is not here is stopped alike', async () => {
    for (let n = 0; n < 8; n += 1) await guess({ login: 'nobody', address: `cafe-${n}` })
    expect(refusal(await guess({ login: 'nobody', address: 'cafe-9' }))).toBe('too-many-requests')
  })

  it('from one address is stopped, whoever it is aimed at, and nobody else is', async () => {
    for (let n = 0; n < 60; n += 1) expect(refusal(await guess({ login: `somebody-${n}`, address: 'cafe' }))).toBe('sign-in-failed')
    expect(refusal(await enter({ address: 'cafe' }))).toBe('too-many-requests')
    expect(refusal(await enter({ address: 'home' }))).toBe('in')
  })

  it('all at once is no more than in a row', async () => {
    const crowd = await Promise.all(Array.from({ length: 30 }, (_, n) => guess({ address: `cafe-${n}` })))
    expect(crowd.filter((answer) => refusal(answer) === 'sign-in-failed')).toHaveLength(8)
  })

  it('is forgotten once it was really he', async () => {
    for (let n = 0; n < 7; n += 1) await guess()
    expect(refusal(await enter())).toBe('in')
    for (let n = 0; n < 8; n += 1) expect(refusal(await guess())).toBe('sign-in-failed')
  })
})
