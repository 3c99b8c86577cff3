import { describe, expect, it } from '@jest/globals'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { readKeyRing } from '../vault/key-ring.ts'
import { kidOfHash } from './hash-password.ts'
import { needOf } from './needed-keys.ts'
import { renewRecoveryCodes } from './own-account.ts'
import { staffAccounts } from './staff-account.collection.ts'
import { aStaffRoom, must } from './testing/staff-room.ts'

const county = '350428'
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const ringOf = (indexKey: string) => readKeyRing({ keys: `a:${key(1)}`, indexKey }, { keys: 'KEYS', indexKey: 'INDEX' })

describe('somebody of the staff, while the index key changes', () => {
  it('stays signed in, signs in by what he knows, and has it made again with the newer key', async () => {
    const store = openSqlite({ file: ':memory:' })
    const rooms = [key(9), `b:${key(8)},${key(9)}`, `b:${key(8)},${key(9)}:retired`, `b:${key(8)}`].map((ring) =>
      aStaffRoom({ ring: ringOf(ring), store }),
    )
    const [old, both, retired, gone] = rooms
    if (!old || !both || !retired || !gone) throw new Error('four rings')
    const zhou = await old.join('zhou.hall')
    /** A code of the app is good once. */
    const later = () => {
      for (const { clock } of rooms) clock.forward({ minutes: 1 })
    }
    const enter = async (room: typeof old, code?: string) => {
      later()
      return must(await room.enter({ login: 'zhou.hall', code: code ?? room.codeOf(zhou.secret) }))
    }
    const kid = async () => kidOfHash((await store.get(staffAccounts, county, zhou.id))?.password ?? '')

    for (const room of [old, both, retired]) expect(await room.ports.sessions.find(zhou.token, 'bearer')).toMatchObject({ id: zhou.id })
    const during = await enter(both)
    expect([await kid(), await needOf(store, county)]).toEqual(['first', new Map([['first', 1]])])
    expect(await old.ports.sessions.find(during.begun.token, 'bearer')).toMatchObject({ id: zhou.id })

    const after = await enter(retired, zhou.recoveryCodes[0])
    expect(await kid()).toBe('b')
    expect(await both.ports.sessions.find(after.begun.token, 'bearer')).toMatchObject({ id: zhou.id })
    expect((await enter(both)).account.id).toBe(zhou.id)
    expect(await kid()).toBe('first')
    await enter(retired)
    expect(Object.fromEntries(await needOf(store, county))).toEqual({ b: 1, first: 1 })
    const fresh = must(await renewRecoveryCodes(retired.ports, await retired.callerOf((await enter(retired)).begun.token)))
    expect(Object.fromEntries(await needOf(store, county))).toEqual({ b: 1 })

    expect((await enter(gone, fresh[0])).account.id).toBe(zhou.id)
    later()
    expect(await gone.enter({ login: 'zhou.hall', code: zhou.recoveryCodes[1] ?? '' })).toMatchObject({ refusal: 'sign-in-failed' })
    expect(await gone.ports.sessions.find(zhou.token, 'bearer')).toBeUndefined()
    await store.close()
  })
})
