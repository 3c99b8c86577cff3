import { createPublicKey } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { isSignedBy, unseal } from './signature.ts'

/** Made once with openssl: dgst -sha256 -sign over the time, the nonce and the body, a line feed behind each. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlebEOxIGL8h0gTnvNZbJyNN7IV2TEXXti3I8BRVCPJTiLteQLrrI8Xgp6A3SIVTM13+LytlP5IS1NI44InB+hpMHaJJ7mw7hVGR9dO/QW+62jrma3jobqv5bgMXnNLjYISCXOK+VI2XyNRDjh7keQ4PpMkg73AcQrvOBw24BJQ16a6sRXfdGXRr9uNsgxhLTfRqp3LFwYpHah6+aSNrrgyEA5Z0gBrW9CGNcfXUJB+/CgVcCihYerppTJOqzapw+3y7czR83ZfVv5zGwKb/Q/JTRzxYBVH3vHoIsbtop95mkCoc+4Ux7GyMHBQy2a402e8CmdE3qFslEmF80u0LSVQIDAQAB'
const SIGNATURE =
  'Om6Np2dnAMjyqB4hKqY2ow2DfBkedSfWOHaB8NBr+9U+IDv/kAoqbpn7yqOb1y6TWmZatT3OeBIgOOL5llPFbRfs7ptnBflw0Q+kZ080fQ7KmL9ifcgMTX4qJVNzpyIOI6+rtyaQO6C7qPd1znRLlf/bU6rjEoMz06B8c3nz5QKDs7Z6eryTCDaOD6TESguUJnLcgpHnXwpu9MHx06WVcUXIpCF4/Vx7R+8i7TA93GFNCbvqnUD8enadF2jNH+mV6gdQN5jlaXSvA4IdDVL+Dvrlnq81G16zOg3byyKYWOzRFmKRusGrqYtmae/WSBmzEtwThPj+XNv7Ro0IiCALTw=='
const BODY = '{"id":"EV-2018022511223320873","event_type":"TRANSACTION.SUCCESS"}'
const key = createPublicKey({ key: Buffer.from(PUBLIC_KEY, 'base64'), format: 'der', type: 'spki' })
const signed = { timestamp: '1763884800', nonce: 'Q8kPz2mX5nV1', body: Buffer.from(BODY), signature: SIGNATURE }

describe('a signature', () => {
  it('holds over time, nonce and the very bytes of the body', () => expect(isSignedBy(key, signed)).toBe(true))

  it.each([
    ['another time', { timestamp: '1763884801' }],
    ['another nonce', { nonce: 'Q8kPz2mX5nV2' }],
    ['a space more', { body: Buffer.from(`${BODY} `) }],
    ['the same JSON in other words', { body: Buffer.from(BODY.replace('EV', '\\u0045V')) }],
    ['no signature', { signature: '' }],
    ['the probe', { signature: `WECHATPAY/SIGNTEST/${SIGNATURE}` }],
    ['no base64', { signature: '\u0000***' }],
    ['half of it', { signature: SIGNATURE.slice(0, 100) }],
  ])('does not hold with %s', (_what, change) => expect(isSignedBy(key, { ...signed, ...change })).toBe(false))
})

const ZEROS = Buffer.alloc(32)
const NONCE = '\0'.repeat(12)
const sealed = (hex: string, associatedData = '') => ({
  ciphertext: Buffer.from(hex, 'hex').toString('base64'),
  nonce: NONCE,
  associatedData,
})

/** The same again by the other interface to the cipher. */
async function webSeal(text: string, associatedData: string): Promise<string> {
  const webKey = await crypto.subtle.importKey('raw', ZEROS, 'AES-GCM', false, ['encrypt'])
  const parameters = { name: 'AES-GCM', iv: Buffer.from('abcdefghijkl'), additionalData: Buffer.from(associatedData), tagLength: 128 }
  return Buffer.from(await crypto.subtle.encrypt(parameters, webKey, Buffer.from(text))).toString('base64')
}

describe('a seal', () => {
  it.each([
    ['nothing (case 13)', '530f8afbc74536b9a963b4f1c4cb738b', ''],
    ['a block (case 14)', 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919', '00'.repeat(16)],
  ])('opens as the cipher’s own specification says: %s', (_what, hex, plain) => {
    expect(unseal(ZEROS, sealed(hex))?.toString('hex')).toBe(plain)
  })

  it.each(['', 'transaction'])('opens with the associated data %p', async (associatedData) => {
    const ciphertext = await webSeal('{"out_trade_no":"甲"}', associatedData)
    const given = { ciphertext, nonce: 'abcdefghijkl', associatedData }
    expect(unseal(ZEROS, given)?.toString()).toBe('{"out_trade_no":"甲"}')
    expect(unseal(ZEROS, { ...given, associatedData: 'refund' })).toBeUndefined()
    expect(unseal(ZEROS, { ...given, nonce: 'abcdefghijkm' })).toBeUndefined()
    expect(unseal(Buffer.alloc(32, 1), given)).toBeUndefined()
  })

  it.each(['', 'AAAA', Buffer.alloc(16).toString('base64'), Buffer.alloc(40).toString('base64')])('stays shut for %p', (ciphertext) => {
    expect(unseal(ZEROS, { ciphertext, nonce: NONCE, associatedData: '' })).toBeUndefined()
  })
})
