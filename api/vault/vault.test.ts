import { describe, expect, it } from '@jest/globals'
import { memoryKeyRing, readKeyRing } from './key-ring.ts'
import { checkStamp, kidOfStamp, stampOf } from './stamp.ts'
import { createVault } from './vault.ts'
import { VaultError } from './vault-error.ts'

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const ring = (keys: string) => readKeyRing({ keys, indexKey: key(9) }, { keys: 'KEYS', indexKey: 'INDEX_KEY' })
const PLACE = { collection: 'sessions', id: 'S1', field: 'state' }
const NAME = { collection: 'people', id: 'P1', field: 'name' }
const KEY_PLACE = { ...NAME, field: 'key' }

describe('a vault', () => {
  it('opens what an older key of the ring sealed, and seals with the first', () => {
    const before = createVault(ring(`old:${key(1)}`)).seal(PLACE, 'text')
    const rotated = createVault(ring(`new:${key(2)},old:${key(1)}`))
    expect(rotated.open(PLACE, before)).toBe('text')
    expect(rotated.seal(PLACE, 'text')).toMatch(/^v1\.new\./)
  })

  it('does not open what a key sealed that is no longer in the ring', () => {
    const before = createVault(ring(`old:${key(1)}`)).seal(PLACE, 'text')
    expect(() => createVault(ring(`new:${key(2)}`)).open(PLACE, before)).toThrow(
      new VaultError('the envelope of sessions.state does not open: no such key in the ring'),
    )
    expect(() => createVault(ring(`old:${key(2)}`)).open(PLACE, before)).toThrow(VaultError)
  })

  it.each(['', 'text', 'v1.', 'v1.toString.ZGVmZ2hpamtsbW5v..MicZAPKyht-Ny3ZLAQUotg'])('does not open %p', (envelope) => {
    expect(() => createVault(memoryKeyRing()).open(PLACE, envelope)).toThrow(VaultError)
  })
})

describe("a person's key", () => {
  const vault = createVault(memoryKeyRing())

  it('opens the fields of its person, after being stored as well', () => {
    const { safe, wrapped } = vault.newPersonKey(KEY_PLACE)
    const sealed = safe.seal(NAME, '廖大山')
    expect(sealed).toMatch(/^v1\.person\./)
    expect(vault.openPersonKey(KEY_PLACE, wrapped).open(NAME, sealed)).toBe('廖大山')
  })

  it('is the only way to them: without it the whole ring opens nothing', () => {
    const sealed = vault.newPersonKey(KEY_PLACE).safe.seal(NAME, '廖大山')
    expect(() => vault.open(NAME, sealed)).toThrow(VaultError)
    expect(() => vault.newPersonKey(KEY_PLACE).safe.open(NAME, sealed)).toThrow(VaultError)
  })

  it('belongs to one person: wrapped for one it does not open for another', () => {
    const { wrapped } = vault.newPersonKey(KEY_PLACE)
    expect(() => vault.openPersonKey({ ...KEY_PLACE, id: 'P2' }, wrapped)).toThrow(VaultError)
  })
})

describe('a blind index', () => {
  const vault = createVault(ring(`k1:${key(1)}`))

  it('is the same for the same text and purpose, under every sealing key', () => {
    expect(vault.blindIndex('contact', 'simulator/liao')).toBe('wll3QCK2vuWPF-6PE-iAcV8azc6tfVGRDulGTTIuEe8')
    expect(createVault(ring(`k2:${key(2)}`)).blindIndex('contact', 'simulator/liao')).toBe(vault.blindIndex('contact', 'simulator/liao'))
  })

  it('differs by purpose, text and index key', () => {
    const indexes = [
      vault.blindIndex('contact', '350428'),
      vault.blindIndex('id-number', '350428'),
      vault.blindIndex('contact', '350429'),
      createVault(memoryKeyRing()).blindIndex('contact', '350428'),
    ]
    expect(new Set(indexes).size).toBe(4)
    expect(() => vault.blindIndex('a\0b', 'c')).toThrow('NUL')
  })

  const of = (index: string) =>
    createVault(readKeyRing({ keys: `k1:${key(1)}`, indexKey: index }, { keys: 'KEYS', indexKey: 'INDEX_KEY' })).indexes
  const [first, b, c] = [9, 8, 7].map((byte) => of(key(byte)).one('contact', 'liao'))

  it('is there once for each key in use, and the one of what has only one is every process’s', () => {
    const ring = of(`c:${key(7)},b:${key(8)},${key(9)}:retired`)
    expect(ring.all('contact', 'liao')).toEqual([b, c])
    expect(ring.ever('contact', 'liao')).toEqual([b, c, first])
    expect([ring.kid, ring.one('contact', 'liao')]).toEqual(['b', b])
    expect(['first', 'b', 'd'].map((kid) => ring.under(kid, 'contact', 'liao'))).toEqual([first, b, undefined])
  })

  it('as a stamp names its key, and is recognised as long as that is in the ring', () => {
    const [before, during, after, gone] = [key(9), `b:${key(8)},${key(9)}`, `b:${key(8)},${key(9)}:retired`, `b:${key(8)}`].map((ring) => ({
      indexes: of(ring),
    }))
    if (!before || !during || !after || !gone) throw new Error('four rings')
    const made = { purpose: 'contact', text: 'liao' }
    const stamps = [before, during, after].map((vault) => stampOf(vault, 'contact', 'liao'))
    expect(stamps).toEqual([first, first, `b.${b}`])
    expect(stamps.map(kidOfStamp)).toEqual(['first', 'first', 'b'])
    for (const vault of [during, after]) expect(stamps.map((stamp) => checkStamp(vault, stamp, made))).toEqual(['right', 'right', 'right'])
    expect(stamps.map((stamp) => checkStamp(gone, stamp, made))).toEqual(['no-key', 'no-key', 'right'])
    expect(stamps.map((stamp) => checkStamp(after, stamp, { ...made, text: 'cai' }))).toEqual(['wrong', 'wrong', 'wrong'])
  })
})
