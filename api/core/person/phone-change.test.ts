import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../limit.ts'
import { NOW } from '../testing/builders.ts'
import { granted } from '../testing/outcome.ts'
import { codeTriesLeft, type PhoneChange, withCodes } from './phone-change.ts'

const after = (hours: number) => NOW.add({ minutes: hours * 60 })
const CHANGE: PhoneChange = { mark: 'm', until: after(1), triesLeft: 2, sentAt: [NOW] }

it.each([
  ['none were sent', null, 0, 0],
  ['they are fresh', CHANGE, 0.5, 2],
  ['their time is over', CHANGE, 1, 0],
  ['they were used', { ...CHANGE, mark: null }, 0.5, 0],
  ['all tries are gone', { ...CHANGE, triesLeft: 0 }, 0.5, 0],
])('codes, where %s', (_when, change, hours, left) => expect(codeTriesLeft(change, after(hours))).toBe(left))

describe('codes that are sent', () => {
  const often = (hours: readonly number[]) =>
    hours.reduce<PhoneChange | null>((change, hour, nth) => granted(withCodes(change, `m${nth}`, after(hour))), null)

  it('take the place of those before, with all tries', () => {
    expect(withCodes(CHANGE, 'n', after(0.1))).toMatchObject({ ok: true, value: { mark: 'n', triesLeft: LIMIT.bindingCodeTries } })
  })

  it('are few a day, and as many the day after', () => {
    const full = often([0, 1, 2])
    expect(withCodes(full, 'n', after(23.9))).toMatchObject({ ok: false, refusal: 'too-many-codes' })
    expect(withCodes(full, 'n', after(24))).toMatchObject({ ok: true })
    expect(withCodes(full, 'n', after(26))).toMatchObject({ ok: true, value: { sentAt: [after(26)] } })
  })
})
