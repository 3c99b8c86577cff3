import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { findKeyRing, loadKeyRing, makeNewKey, retireOlderKeys } from './load-key-ring.ts'
import { nodeRandom } from './random.ts'
import { VaultError } from './vault-error.ts'

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const home = mkdtempSync(join(tmpdir(), 'vault-'))
const someDir = (): string => mkdtempSync(join(home, 'data-'))
const fromEnv = (LINGGONG_KEYS: string, LINGGONG_INDEX_KEY = key(9)) =>
  loadKeyRing({ env: { LINGGONG_KEYS, LINGGONG_INDEX_KEY }, dataDir: join(home, 'unused') })

afterAll(() => rmSync(home, { recursive: true }))

describe('keys in the environment', () => {
  it('are a ring whose first key is the current one', () => {
    const ring = fromEnv(`2026-11:${key(1)}, 2025-11:${key(2)}`)
    expect(ring.current.kid).toBe('2026-11')
    expect([...ring.byKid.keys()]).toEqual(['2026-11', '2025-11'])
    expect(ring.index).toEqual({ inUse: [{ kid: 'first', bytes: Buffer.alloc(32, 9) }], retired: [] })
    expect(readdirSync(home)).not.toContain('unused')
  })

  it.each<readonly [string, string, string, string]>([
    ['without a kid', key(1), key(9), 'LINGGONG_KEYS, entry 1 must read kid:base64, the kid of 1 to 32 letters, digits, - or _'],
    ['with an empty kid', `:${key(1)}`, key(9), 'LINGGONG_KEYS, entry 1 must read kid:base64, the kid of 1 to 32 letters, digits, - or _'],
    [
      'with a dot in the kid',
      `a.b:${key(1)}`,
      key(9),
      'LINGGONG_KEYS, entry 1 must read kid:base64, the kid of 1 to 32 letters, digits, - or _',
    ],
    ['with the reserved kid', `person:${key(1)}`, key(9), 'LINGGONG_KEYS, entry 1 may not be called person'],
    ['too short', `a:${key(1).slice(0, 20)}`, key(9), 'LINGGONG_KEYS, entry 1 (a) must be 32 bytes in base64 (openssl rand -base64 32)'],
    ['not in base64', `a:${'#'.repeat(43)}=`, key(9), 'LINGGONG_KEYS, entry 1 (a) must be 32 bytes in base64 (openssl rand -base64 32)'],
    [
      'with a second one cut off',
      `a:${key(1)},b`,
      key(9),
      'LINGGONG_KEYS, entry 2 must read kid:base64, the kid of 1 to 32 letters, digits, - or _',
    ],
    [
      'with a comma too many',
      `a:${key(1)},`,
      key(9),
      'LINGGONG_KEYS, entry 2 must read kid:base64, the kid of 1 to 32 letters, digits, - or _',
    ],
    ['named twice', `a:${key(1)},a:${key(2)}`, key(9), 'LINGGONG_KEYS names a key twice'],
    ['with a bad index key', `a:${key(1)}`, 'secret', 'LINGGONG_INDEX_KEY must be 32 bytes in base64 (openssl rand -base64 32)'],
    [
      'with a bad index key among others',
      `a:${key(1)}`,
      `k2:${key(8)},secret`,
      'LINGGONG_INDEX_KEY, entry 2 must be 32 bytes in base64 (openssl rand -base64 32)',
    ],
    ['with an index key named twice', `a:${key(1)}`, `${key(8)},first:${key(9)}`, 'LINGGONG_INDEX_KEY names a key twice'],
    ['with retired index keys only', `a:${key(1)}`, `${key(8)}:retired`, 'LINGGONG_INDEX_KEY has no key that is in use, only retired ones'],
    [
      'with too many index keys in use',
      `a:${key(1)}`,
      [1, 2, 3, 4, 5].map((n) => `k${n}:${key(n)}`).join(),
      'LINGGONG_INDEX_KEY has more than 4 keys in use; take the older ones out first: npm run keys:rotate -- --retire',
    ],
    ['without an index key', `a:${key(1)}`, '', 'LINGGONG_INDEX_KEY is missing: set both LINGGONG_KEYS and LINGGONG_INDEX_KEY, or neither'],
    ['with only an index key', '', key(9), 'LINGGONG_KEYS is missing: set both LINGGONG_KEYS and LINGGONG_INDEX_KEY, or neither'],
  ])('%s stop the start', (_what, keys, indexKey, message) => {
    expect(() => fromEnv(keys, indexKey)).toThrow(new VaultError(message))
  })
})

describe('keys in the data directory', () => {
  it('are made once, for the owner alone, and are the same after a restart', () => {
    const dataDir = join(someDir(), 'not', 'there', 'yet')
    const first = loadKeyRing({ env: {}, dataDir })
    const second = loadKeyRing({ env: {}, dataDir })
    expect(second).toEqual(first)
    expect(readdirSync(dataDir)).toEqual(['keys.json'])
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600)
  })

  it('differ from one directory to another', () => {
    const rings = [someDir(), someDir()].map((dataDir) => loadKeyRing({ env: {}, dataDir }))
    expect(rings[0]?.index).not.toEqual(rings[1]?.index)
  })

  it('are those of the process that was faster when two start at once', () => {
    const dataDir = someDir()
    let other: ReturnType<typeof loadKeyRing> | undefined
    const meanwhile = {
      bytes(count: number) {
        other ??= loadKeyRing({ env: {}, dataDir })
        return nodeRandom.bytes(count)
      },
    }
    expect(loadKeyRing({ env: {}, dataDir, random: meanwhile })).toEqual(other)
    expect(readdirSync(dataDir)).toEqual(['keys.json'])
  })

  it.each(['', '{', '[]', '{"keys":"k1"}', '{"keys":1,"indexKey":2}'])('damaged as %p stop the start and are left as they are', (text) => {
    const dataDir = someDir()
    const path = join(dataDir, 'keys.json')
    writeFileSync(path, text)
    expect(() => loadKeyRing({ env: {}, dataDir })).toThrow(
      new VaultError(`${path} is damaged; put it back from a backup, since nothing stored opens without it`),
    )
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  it('that are malformed are named by file and field', () => {
    const dataDir = someDir()
    writeFileSync(join(dataDir, 'keys.json'), JSON.stringify({ keys: `a:${key(1)}`, indexKey: 'short' }))
    expect(() => loadKeyRing({ env: {}, dataDir })).toThrow(`${join(dataDir, 'keys.json')}: indexKey must be 32 bytes`)
  })

  it('where nothing can be written say so', () => {
    const dataDir = someDir()
    writeFileSync(join(dataDir, 'file'), '')
    expect(() => loadKeyRing({ env: {}, dataDir: join(dataDir, 'file') })).toThrow(VaultError)
  })
})

describe('a new key', () => {
  it('stands in front of those in the file, which all stay', () => {
    const dataDir = someDir()
    const before = loadKeyRing({ env: {}, dataDir })
    const { kid, written } = makeNewKey({ env: {}, dataDir })
    const after = findKeyRing({ env: {}, dataDir })
    expect(written).toBeUndefined()
    expect([after.current.kid, [...after.byKid.keys()]]).toEqual([kid, [kid, before.current.kid]])
    expect(Buffer.from(after.byKid.get(before.current.kid)?.bytes ?? [])).toEqual(Buffer.from(before.current.bytes))
    expect(after.index.inUse.map((each) => each.kid)).toEqual([kid, 'first'])
    expect(after.index.inUse[1]).toEqual(before.index.inUse[0])
    expect(readdirSync(dataDir)).toEqual(['keys.json'])
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600)
  })

  it('is not made where there would be too many, and the file stays as it was', () => {
    const dataDir = someDir()
    loadKeyRing({ env: {}, dataDir })
    for (let n = 0; n < 3; n += 1) makeNewKey({ env: {}, dataDir })
    const before = readFileSync(join(dataDir, 'keys.json'), 'utf8')
    expect(() => makeNewKey({ env: {}, dataDir })).toThrow('more than 4 keys in use')
    expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(before)
  })

  it('takes the place of the older ones, which only recognise from then on', () => {
    const dataDir = someDir()
    loadKeyRing({ env: {}, dataDir })
    const kids = [1, 2].map(() => makeNewKey({ env: {}, dataDir }).kid)
    expect(retireOlderKeys({ env: {}, dataDir }, findKeyRing({ env: {}, dataDir }))).toBeUndefined()
    const { byKid, index } = findKeyRing({ env: {}, dataDir })
    expect([...byKid.keys()]).toEqual([kids[1]])
    expect([index.inUse, index.retired].map((keys) => keys.map(({ kid }) => kid))).toEqual([[kids[1]], [kids[0], 'first']])
    const next = makeNewKey({ env: {}, dataDir }).kid
    retireOlderKeys({ env: {}, dataDir }, findKeyRing({ env: {}, dataDir }))
    expect(findKeyRing({ env: {}, dataDir }).index.retired.map(({ kid }) => kid)).toEqual([kids[1], kids[0], 'first'])
    expect(findKeyRing({ env: {}, dataDir }).current.kid).toBe(next)
  })

  it('that somebody made during a rotation takes nobody’s place', () => {
    const dataDir = someDir()
    const rotated = loadKeyRing({ env: {}, dataDir })
    makeNewKey({ env: {}, dataDir })
    const before = readFileSync(join(dataDir, 'keys.json'), 'utf8')
    expect(() => retireOlderKeys({ env: {}, dataDir }, rotated)).toThrow('was changed meanwhile')
    expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(before)
  })

  it('is said without the older ones where the ring is in the environment', () => {
    const env = { LINGGONG_KEYS: `b:${key(2)}, a:${key(1)}`, LINGGONG_INDEX_KEY: `b:${key(8)}, ${key(9)}` }
    const ring = loadKeyRing({ env, dataDir: home })
    expect(retireOlderKeys({ env, dataDir: home }, ring)).toEqual({ keys: `b:${key(2)}`, indexKey: `b:${key(8)},${key(9)}:retired` })
  })

  it('is said where the ring is in the environment, and changes no file', () => {
    const dataDir = someDir()
    const env = { LINGGONG_KEYS: `a:${key(1)}`, LINGGONG_INDEX_KEY: key(9) }
    const { kid, written } = makeNewKey({ env, dataDir })
    expect([written?.keys, written?.indexKey].every((one) => one?.startsWith(`${kid}:`))).toBe(true)
    const LINGGONG_KEYS = `${written?.keys},${env.LINGGONG_KEYS}`
    const LINGGONG_INDEX_KEY = `${written?.indexKey},${env.LINGGONG_INDEX_KEY}`
    const ring = loadKeyRing({ env: { LINGGONG_KEYS, LINGGONG_INDEX_KEY }, dataDir })
    expect([ring.current.kid, ring.index.inUse.map((each) => each.kid)]).toEqual([kid, [kid, 'first']])
    expect(readdirSync(dataDir)).toEqual([])
  })

  it('is not made where there is no ring, and whoever only looks makes none either', () => {
    const dataDir = someDir()
    expect(() => makeNewKey({ env: {}, dataDir })).toThrow(VaultError)
    expect(() => findKeyRing({ env: {}, dataDir })).toThrow('is not there')
    expect(readdirSync(dataDir)).toEqual([])
  })
})
