import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { kidOf, openEnvelope, type Place, sealEnvelope } from './envelope.ts'
import { nodeRandom } from './random.ts'
import { VaultError } from './vault-error.ts'

const KEY = { kid: 'k2026', bytes: Uint8Array.from({ length: 32 }, (_, index) => index) }
const FIXED = { bytes: (count: number) => Uint8Array.from({ length: count }, (_, index) => 100 + index) }
const NAME: Place = { collection: 'people', id: 'P1', field: 'name' }

/** Made by another implementation (OpenSSL through Python's cryptography). */
const vectors: readonly (readonly [Place, string, string])[] = [
  [NAME, '廖大山', 'v1.k2026.ZGVmZ2hpamtsbW5v.raBIg91Osy-P.fC09qt3j32ZXrIiz4_KaQQ'],
  [{ collection: 'sessions', id: 'simulator/li|da', field: 'state' }, '', 'v1.k2026.ZGVmZ2hpamtsbW5v..MicZAPKyht-Ny3ZLAQUotg'],
  [
    { collection: 'inbox', id: 'm1', field: 'text' },
    'a'.repeat(40),
    'v1.k2026.ZGVmZ2hpamtsbW5v.KXq_BxiIN_9fAz6JuwQLnCOjZ2vqDZITxrDNKZrCxCn1iCGhLXP6ZQ.1vb1K6Ne1CZ_W5gXRU3gTw',
  ],
]

describe('an envelope', () => {
  it.each(vectors)('of %o is what other implementations make', (place, text, envelope) => {
    expect(sealEnvelope(KEY, { place, text }, FIXED)).toBe(envelope)
    expect(openEnvelope(KEY, place, envelope)).toBe(text)
    expect(kidOf(envelope)).toBe('k2026')
  })

  it('gives any text back and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [one, two] = [sealEnvelope(KEY, { place: NAME, text }, nodeRandom), sealEnvelope(KEY, { place: NAME, text }, nodeRandom)]
        expect(openEnvelope(KEY, NAME, one)).toBe(text)
        expect(one).not.toBe(two)
      }),
    )
  })

  it.each<readonly [string, Place]>([
    ['collection', { ...NAME, collection: 'takes' }],
    ['row', { ...NAME, id: 'P2' }],
    ['field', { ...NAME, field: 'phone' }],
  ])('moved to another %s does not open', (_what, place) => {
    expect(() => openEnvelope(KEY, place, sealEnvelope(KEY, { place: NAME, text: '廖大山' }, nodeRandom))).toThrow(VaultError)
  })

  it('of an id with a separator in it is not taken for another place', () => {
    const sealed = sealEnvelope(KEY, { place: { collection: 'people', id: 'a|b', field: 'name' }, text: 'x' }, nodeRandom)
    expect(() => openEnvelope(KEY, { collection: 'people', id: 'a', field: 'b|name' }, sealed)).toThrow('|')
  })

  it('does not open under another key, even one of the same name', () => {
    const [place, , envelope] = vectors[0] ?? [NAME, '', '']
    expect(() => openEnvelope({ kid: 'k2027', bytes: KEY.bytes }, place, envelope)).toThrow('another key')
    expect(() => openEnvelope({ kid: 'k2026', bytes: nodeRandom.bytes(32) }, place, envelope)).toThrow(VaultError)
  })
})

describe('a changed envelope', () => {
  const envelope = sealEnvelope(KEY, { place: NAME, text: '廖大山' }, FIXED)
  const [version, kid, iv, ciphertext, tag] = envelope.split('.')

  it.each([
    ['empty', ''],
    ['plain text', '廖大山'],
    ['another version', ['v2', kid, iv, ciphertext, tag].join('.')],
    ['no tag', [version, kid, iv, ciphertext].join('.')],
    ['an empty tag', [version, kid, iv, ciphertext, ''].join('.')],
    ['a short tag', [version, kid, iv, ciphertext, tag?.slice(0, 6)].join('.')],
    ['no cipher text', [version, kid, iv, '', tag].join('.')],
    ['a shorter cipher text', [version, kid, iv, ciphertext?.slice(0, -4), tag].join('.')],
    ['a part more', `${envelope}.AAAA`],
    ['a line break behind it', `${envelope}\n`],
    ['spare bits spelled otherwise', `${envelope.slice(0, -1)}R`],
    ['padding', `${envelope}==`],
  ])('(%s) is refused, and the error tells nothing', (_what, changed) => {
    const error = thrownBy(() => openEnvelope(KEY, NAME, changed))
    expect(error).toBeInstanceOf(VaultError)
    expect(String(error)).not.toMatch(/廖|大|山|raBI|fC09/)
    expect(error).not.toHaveProperty('cause')
  })

  it('is refused whichever character was changed', () => {
    const place = fc.nat({ max: envelope.length - 1 })
    const character = fc.constantFrom(...'ABCxyz0189-_.')
    fc.assert(
      fc.property(place, character, (index, other) => {
        fc.pre(envelope[index] !== other)
        const changed = envelope.slice(0, index) + other + envelope.slice(index + 1)
        expect(() => openEnvelope(KEY, NAME, changed)).toThrow(VaultError)
      }),
      { numRuns: 500 },
    )
  })
})

function thrownBy(act: () => unknown): unknown {
  try {
    act()
    return undefined
  } catch (error) {
    return error
  }
}
