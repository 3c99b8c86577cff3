import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { at, NOW } from '../testing/builders.ts'
import { aStaffActor } from '../testing/staff.ts'
import { beginAt, isAlive, isProven, isSeenLate, type StaffSession } from './session.ts'

const account = { id: asId<'staff'>('hall-1'), state: 'active', epoch: 3 } as const
const session: StaffSession = { id: 'S1', account: account.id, epoch: 3, carrier: 'bearer', ...beginAt(NOW) }
const after = (time: Temporal.DurationLike) => NOW.add(time)

describe('a session', () => {
  it.each<[string, boolean, Partial<StaffSession>, Parameters<typeof isAlive>[1], Temporal.Instant]>([
    ['as it begins', true, {}, account, NOW],
    ['that rested almost too long', true, {}, account, after({ minutes: 30 }).subtract({ milliseconds: 1 })],
    ['that rested half an hour', false, {}, account, after({ minutes: 30 })],
    ['that is used', true, { seenAt: after({ hours: 11, minutes: 50 }) }, account, after({ hours: 11, minutes: 59 })],
    ['after half a day, used or not', false, { seenAt: after({ hours: 11, minutes: 59 }) }, account, after({ hours: 12 })],
    ['of another epoch', false, {}, { ...account, epoch: 4 }, NOW],
    ['of somebody suspended', false, {}, { ...account, state: 'suspended' }, NOW],
    ['of somebody else', false, {}, { ...account, id: asId<'staff'>('hall-2') }, NOW],
  ])('%s lives: %p', (_which, lives, about, of, now) => {
    expect(isAlive({ ...session, ...about }, of, now)).toBe(lives)
  })

  it('is written down as used once a minute', () => {
    expect([isSeenLate(session, after({ seconds: 59 })), isSeenLate(session, after({ seconds: 60 }))]).toEqual([false, true])
  })

  it('is proven for five minutes', () => {
    const actor = aStaffActor({ provenAt: at('2026-11-23T08:00:00+08:00') })
    expect(isProven(actor, at('2026-11-23T08:04:59.999+08:00'))).toBe(true)
    expect(isProven(actor, at('2026-11-23T08:05:00+08:00'))).toBe(false)
  })
})
