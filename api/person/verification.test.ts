import { describe, expect, it } from '@jest/globals'
import { createAudit } from '../audit/audit.ts'
import { auditRows } from '../audit/audit-row.collection.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { createLog } from '../log.ts'
import { createSweep } from '../schedule/sweep.ts'
import { createTimers } from '../schedule/timers.ts'
import { askVerifier } from './ask-verifier.ts'
import { identityTries } from './identity-tries.collection.ts'
import { createOpenPersonalData } from './open-personal-data.ts'
import { createPersonSubscribers, createPersonTasks } from './person.tasks.ts'
import { createSandboxVerifier } from './sandbox/sandbox-verifier.ts'
import { aPersonRoom } from './testing/person-room.ts'

const LIAO = 'simulator/liao'
const no = (refusal: string, facts: object = {}) => expect.objectContaining({ ok: false, refusal, facts })
const verificationOf = (answer: { ok: boolean; value?: unknown }) => answer.ok && Object(answer.value).verification

/** The room with its clocks: what was registered is heard of, and what is due is done. */
function aRoomWithClocks() {
  const room = aPersonRoom()
  const { store, clock, ports, verifier, people } = room
  const timers = createTimers({ store, editor: ports.editor, county: people.county })
  const audit = createAudit({ store, county: people.county, clock })
  const openPersonalData = createOpenPersonalData({ store, vault: ports.vault, county: people.county, audit })
  const parts = { ...ports, store, timers, verifier, openPersonalData }
  const tasks = createPersonTasks(parts)
  const handlers = { 'verify-person': ({ subject }: { subject: string }) => tasks['verify-person'](subject) }
  const sweep = createSweep({ store, clock, handlers, log: createLog({ level: 'silent' }), county: people.county })
  const [subscriber] = createPersonSubscribers(parts)
  const hear = async () => {
    for (const event of await room.events()) if (event.type === 'personRegistered') await subscriber?.run(event)
  }
  const passMinutes = async (minutes: number) => {
    clock.at = clock.at.add({ minutes })
    await sweep()
  }
  const told = async () => (await room.events()).map(({ type }) => type).filter((type) => type !== 'personRegistered')
  return { ...room, hear, passMinutes, told, nextWake: timers.nextWake }
}

describe('an office that is asked', () => {
  it.each([
    ['verified', 'verified'],
    ['mismatch', 'mismatch'],
    ['unavailable', 'unavailable'],
    ['silent', 'unavailable'],
    ['broken', 'unavailable'],
  ] as const)('and does %s says %s', async (play, verdict) => {
    const verifier = createSandboxVerifier('two-factor')
    verifier.play(play)
    const { register, stored } = aPersonRoom()
    await register(LIAO, 'm1')
    expect(await stored()).toHaveLength(1)
    const claimed = { name: '廖大山', idNumber: anIdNumber('19800101'), phone: '13800001234' } as Parameters<typeof verifier.verify>[0]
    expect(await askVerifier(verifier, claimed, 20)).toBe(verdict)
  })

  it.each([
    ['查无此人', 'mismatch'],
    ['系统维护', 'unavailable'],
    ['廖大山', 'verified'],
  ] as const)('plays by name in the simulator: %s', async (name, verdict) => {
    const verifier = createSandboxVerifier()
    const claimed = { name, idNumber: anIdNumber('19800101'), phone: '13800001234' } as Parameters<typeof verifier.verify>[0]
    expect(await verifier.verify(claimed)).toBe(verdict)
  })
})

describe('registering with an office', () => {
  it('that says yes makes sure of somebody at once', async () => {
    const { register, verifier, stored } = aPersonRoom()
    expect(verificationOf(await register(LIAO, 'm1'))).toBe('verified')
    expect(verifier.asked()).toBe(1)
    expect((await stored())[0]?.verification).toMatchObject({ state: 'verified', by: 'three-factor' })
  })

  it('that says no three times sends to the station, whatever is typed then', async () => {
    const { register, verifier, stored } = aPersonRoom()
    verifier.play('mismatch')
    expect(await register(LIAO, 'm1')).toEqual(no('identity-mismatch', { triesLeft: 2 }))
    expect(await register(LIAO, 'm1')).toEqual(no('identity-mismatch', { triesLeft: 2 }))
    expect(await register(LIAO, 'm2')).toEqual(no('identity-mismatch', { triesLeft: 1 }))
    expect(await register(LIAO, 'm3')).toEqual(no('identity-locked'))
    verifier.play('verified')
    const asked = verifier.asked()
    expect(await register(LIAO, 'm4')).toEqual(no('identity-locked'))
    expect(await register(LIAO, 'm5', { idNumber: anIdNumber('19810101') })).toEqual(no('identity-locked'))
    expect(await register('simulator/other', 'm6')).toEqual(no('identity-locked'))
    expect(verifier.asked()).toBe(asked)
    expect(await stored()).toEqual([])
  })

  it('forgets after a day how often somebody was wrong', async () => {
    const { register, verifier, clock } = aPersonRoom()
    verifier.play('mismatch')
    for (const key of ['m1', 'm2', 'm3']) await register(LIAO, key)
    clock.at = clock.at.add({ hours: 24 })
    verifier.play('verified')
    expect(verificationOf(await register(LIAO, 'm4'))).toBe('verified')
  })

  it('counts without keeping who it was', async () => {
    const { register, verifier, store } = aPersonRoom()
    verifier.play('mismatch')
    await register(LIAO, 'm1')
    const { docs } = await store.find(identityTries, { index: 'age', county: '350428', limit: 10 })
    expect(docs).toHaveLength(2)
    for (const secret of ['liao', anIdNumber('19800101'), '廖大山', '13800001234']) expect(JSON.stringify(docs)).not.toContain(secret)
  })

  it('that gives no answer registers all the same, and is asked again until it does', async () => {
    const { register, seeMe, verifier, hear, passMinutes, told, people } = aRoomWithClocks()
    verifier.play('unavailable')
    expect(verificationOf(await register(LIAO, 'm1'))).toBe('unverified')
    expect((await people.byContact(LIAO))?.verified).toBe(false)
    await hear()
    await passMinutes(4)
    expect(verifier.asked()).toBe(1)
    await passMinutes(1)
    expect(verifier.asked()).toBe(2)
    await passMinutes(5)
    expect(verifier.asked()).toBe(3)
    verifier.play('verified')
    await passMinutes(10)
    expect(verificationOf(await seeMe(LIAO))).toBe('verified')
    expect((await people.byContact(LIAO))?.verified).toBe(true)
    expect(await told()).toEqual(['personVerified'])
    await passMinutes(6000)
    expect(verifier.asked()).toBe(4)
  })

  it('that says no later on leaves it to a look at the card', async () => {
    const { register, seeMe, verifier, hear, passMinutes, told, nextWake } = aRoomWithClocks()
    verifier.play('unavailable')
    await register(LIAO, 'm1')
    await hear()
    verifier.play('mismatch')
    await passMinutes(5)
    expect(verificationOf(await seeMe(LIAO))).toBe('mismatched')
    expect(await told()).toEqual(['personMismatched'])
    expect(await nextWake()).toBeUndefined()
  })

  it('does not wind a clock for who is made sure of already', async () => {
    const { register, hear, nextWake } = aRoomWithClocks()
    await register(LIAO, 'm1')
    await hear()
    expect(await nextWake()).toBeUndefined()
  })
})

describe('a child', () => {
  const child = anIdNumber('20101124')

  it('is counted in the audit, once for each call, and nothing of it is kept', async () => {
    const { register, checkIdNumber, store, stored } = aPersonRoom()
    expect(await checkIdNumber(LIAO, 'm1', child)).toEqual(no('under-age', { leastYears: 16 }))
    expect(await checkIdNumber(LIAO, 'm1', child)).toEqual(no('under-age', { leastYears: 16 }))
    expect(await register(LIAO, 'm2', { idNumber: child })).toEqual(no('under-age', { leastYears: 16 }))
    expect(await stored()).toEqual([])
    const { docs } = await store.find(auditRows, { index: 'line', county: '350428', limit: 10 })
    expect(docs.filter(({ action }) => action === 'refuse-child')).toHaveLength(2)
    for (const secret of [child, '廖大山', '13800001234', 'liao']) expect(JSON.stringify(docs)).not.toContain(secret)
  })

  it.each([
    ['2010-11-23', 16],
    ['1960-01-01', 66],
  ])('is nobody born on %s', async (birth, ageYears) => {
    const { checkIdNumber } = aPersonRoom()
    expect(await checkIdNumber(LIAO, 'm1', anIdNumber(birth.replaceAll('-', '')))).toEqual({ ok: true, value: { ageYears } })
  })
})

describe('somebody of 16 or 17', () => {
  const minor = { idNumber: anIdNumber('20100101') }
  const guardian = { name: '廖建国', phone: '13900001234', consent: true } as const

  it.each([
    ['nobody', undefined, 'guardian-missing'],
    ['himself by name', { ...guardian, name: '廖大山' }, 'guardian-missing'],
    ['his own phone', { ...guardian, phone: '138 0000 1234' }, 'guardian-missing'],
    ['no name', { ...guardian, name: '{{}}' }, 'name-invalid'],
    ['no phone', { ...guardian, phone: '12' }, 'phone-invalid'],
  ])('needs a guardian, not %s', async (_whom, given, refusal) => {
    const { register, stored } = aPersonRoom()
    expect(await register(LIAO, 'm1', { ...minor, ...(given && { guardian: given }) })).toEqual(no(refusal))
    expect(await stored()).toEqual([])
  })

  it('is registered with one, who is sealed like himself', async () => {
    const { register, stored } = aPersonRoom()
    expect((await register(LIAO, 'm1', { ...minor, guardian })).ok).toBe(true)
    const [doc] = await stored()
    expect(doc?.guardian).toEqual({ name: expect.stringMatching(/^v1\./), phone: expect.stringMatching(/^v1\./) })
    expect(JSON.stringify(doc)).not.toContain('13900001234')
  })

  it('is nobody of 18: a guardian who is not needed is not kept', async () => {
    const { register, stored } = aPersonRoom()
    await register(LIAO, 'm1', { guardian })
    expect((await stored())[0]?.guardian).toBeNull()
  })
})

describe('what somebody can do and would like to', () => {
  it('are two lists that grow, of trades that the county knows', async () => {
    const { register, tellSkills } = aPersonRoom()
    expect(await tellSkills(LIAO, 'm0', ['电焊'])).toEqual(no('not-registered'))
    await register(LIAO, 'm1')
    expect(await tellSkills(LIAO, 'm2', ['电焊', '开飞船'])).toEqual(no('trade-unknown'))
    expect(await tellSkills(LIAO, 'm6', [], ['=HYPERLINK()'])).toEqual(no('trade-unknown'))
    expect(await tellSkills(LIAO, 'm3', ['电焊'], ['泥瓦'])).toEqual({ ok: true, value: { skills: ['电焊'], wishes: ['泥瓦'] } })
    expect(await tellSkills(LIAO, 'm4', ['电焊', '泥瓦'])).toEqual({ ok: true, value: { skills: ['电焊', '泥瓦'], wishes: ['泥瓦'] } })
  })
})

describe('where somebody lives', () => {
  it('is told once registered, by a name the county knows, and counted once', async () => {
    const { register, tellTownship, events, people } = aPersonRoom()
    expect(await tellTownship(LIAO, 'm0', '高唐镇')).toEqual(no('not-registered'))
    await register(LIAO, 'm1')
    expect(await tellTownship(LIAO, 'm2', '石城镇')).toEqual(no('township-unknown'))
    expect(await tellTownship(LIAO, 'm3', '高唐镇')).toMatchObject({ ok: true, value: { township: '高唐镇' } })
    expect(await tellTownship(LIAO, 'm3', '高唐镇')).toMatchObject({ ok: true, value: { township: '高唐镇' } })
    expect(await tellTownship(LIAO, 'm4', '古镛镇')).toMatchObject({ ok: true, value: { township: '古镛镇' } })
    expect((await people.byContact(LIAO))?.township).toBe('古镛镇')
    const told = (await events()).filter(({ type }) => type === 'townshipTold')
    expect(told.map(({ facts }) => facts)).toEqual([
      { person: expect.any(String), roles: ['worker'], township: '高唐镇', ageBand: 35, channel: 'chat', verified: true },
    ])
  })
})
