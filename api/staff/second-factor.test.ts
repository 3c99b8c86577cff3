import { describe, expect, it } from '@jest/globals'
import { stepAt, totpCode } from '../core/staff/totp.ts'
import { nodeRandom } from '../vault/random.ts'
import { newSecret, otpauthUri, plainCode, qrSvg, readableCode, stepMacOf } from './second-factor.ts'

describe('a second factor', () => {
  it('is read by any app: base32, and the codes of RFC 6238', () => {
    const now = Temporal.Instant.fromEpochMilliseconds(59_000)
    expect(totpCode(stepMacOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')(stepAt(now)))).toBe('287082')
    expect(newSecret({ bytes: () => Buffer.from('12345678901234567890') })).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(newSecret(nodeRandom)).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('says in its address whose it is and where', () => {
    const uri = otpauthUri({ issuer: '将乐县 零工', login: 'zhou.hall', secret: 'GEZDGNBVGY3TQOJQ' })
    const issuer = encodeURIComponent('将乐县 零工')
    expect(uri).toBe(`otpauth://totp/${issuer}:zhou.hall?secret=GEZDGNBVGY3TQOJQ&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`)
    expect(qrSvg(uri)).toMatch(/^<svg .*<\/svg>$/s)
  })

  it('has recovery codes that are read out loud and typed anyhow', () => {
    const code = readableCode(nodeRandom)
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
    expect(plainCode(` ${code.toLowerCase().replace('-', ' - ')} `)).toBe(code.replace('-', ''))
  })
})
