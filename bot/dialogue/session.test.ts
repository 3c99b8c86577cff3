import { describe, expect, it } from '@jest/globals'
import { instantText } from '@linggong/api/core/clock.ts'
import { awake, isDraft, NEW_SESSION, type Session } from './session.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const asking: Session = {
  ...NEW_SESSION,
  form: { kind: 'confirm', action: 'cancel-job', number: '10244' },
  shown: ['10244'],
  misses: 2,
  at: instantText(NOW),
}

describe('what a conversation remembers', () => {
  it.each([
    [0, true],
    [59, true],
    [60, true],
    [61, false],
    [24 * 60, false],
  ])('after %i minutes: %p', (minutes, isAwake) => {
    expect(awake(asking, NOW.add({ minutes }))).toEqual(isAwake ? asking : NEW_SESSION)
  })

  it('is nothing of somebody new, and nothing of a session without a time', () => {
    expect(awake(undefined, NOW)).toEqual(NEW_SESSION)
    expect(awake({ ...asking, at: '' }, NOW)).toEqual(NEW_SESSION)
  })

  it('is not lost when the clock was set back', () => {
    expect(awake(asking, NOW.subtract({ minutes: 5 }))).toEqual(asking)
  })

  it('is whole even when an older version kept less', () => {
    const { behind: _, wanted: __, ...older } = asking
    expect(awake(older as Session, NOW)).toEqual(asking)
  })

  it('tells a draft that waits from a question that passes', () => {
    expect(isDraft(asking.form)).toBe(false)
    expect(isDraft(null)).toBe(false)
    const form = {
      kind: 'register',
      role: null,
      name: null,
      idNumber: null,
      phone: null,
      isMinor: false,
      guardianName: null,
      guardianPhone: null,
      misses: 0,
      afterwards: null,
    } as const
    expect(isDraft(form)).toBe(true)
  })
})
