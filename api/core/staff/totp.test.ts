import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { type StepMac, stepAt, stepOfCode, totpCode } from './totp.ts'

/** The secret of RFC 6238, appendix B. */
const macOf: StepMac = (step) => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  return createHmac('sha1', '12345678901234567890').update(counter).digest()
}
const atSeconds = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

describe('a code of an authenticator app', () => {
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('is the last six digits of RFC 6238 at %p seconds', (seconds, eightDigits) => {
    expect(totpCode(macOf(stepAt(atSeconds(seconds))))).toBe(eightDigits.slice(2))
  })

  const now = atSeconds(1_234_567_890)
  const step = stepAt(now)
  const read = (about: number, usedStep = 0) => stepOfCode(totpCode(macOf(step + about)), { macOf, now, usedStep })

  it.each([
    ['of its own half minute', 0, step],
    ['of the half minute before', -1, step - 1],
    ['of the half minute after', 1, step + 1],
    ['of two before', -2, undefined],
    ['of two after', 2, undefined],
  ])('%s is taken or not', (_when, about, expected) => {
    expect(read(about)).toBe(expected)
  })

  it('is good once, and so is every one before it', () => {
    expect([read(0, step), read(-1, step), read(1, step)]).toEqual([undefined, undefined, step + 1])
  })

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('is not %p', (code) => {
    expect(stepOfCode(code, { macOf, now, usedStep: 0 })).toBeUndefined()
  })
})
