import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readKeyRing } from '../vault/key-ring.ts'
import { createVault } from '../vault/vault.ts'
import { rootFiles } from './root-files.ts'

const county = '350428'
const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25']
const rootOf = (day: string) => ({ county, day, line: DAYS.indexOf(day) + 1, hash: '0'.repeat(64) })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linggong-roots-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const filesOf = (indexKey: string) =>
  rootFiles({ folder, county, vault: createVault(readKeyRing({ keys: `a:${key(1)}`, indexKey }, { keys: 'KEYS', indexKey: 'INDEX' })) })
const RINGS = [key(9), `b:${key(8)},${key(9)}`, `b:${key(8)},${key(9)}:retired`] as const

describe('roots of a county that has changed its index key', () => {
  beforeEach(() => {
    for (const [nth, day] of DAYS.entries()) filesOf(RINGS[nth] ?? '').write(rootOf(day))
  })
  const faults = (indexKey: string) =>
    filesOf(indexKey)
      .read()
      .map(({ fault }) => fault)

  it('say by which key they were written, and stand as long as the ring has it', () => {
    const macs = DAYS.map((day) => JSON.parse(readFileSync(path.join(folder, county, `${day}.json`), 'utf8')).mac)
    expect(macs.map((mac: string) => mac.split('.').length)).toEqual([1, 1, 2])
    expect(macs[2]).toMatch(/^b\./)
    for (const ring of RINGS.slice(1)) expect(faults(ring)).toEqual([undefined, undefined, undefined])
  })

  it('are not called forged where their key is gone, only not to be told', () => {
    expect(faults(`b:${key(8)}`)).toEqual(['root-key-missing', 'root-key-missing', undefined])
    expect(faults(RINGS[0])).toEqual([undefined, undefined, 'root-key-missing'])
  })

  it.each([
    ['another line', (root: object) => ({ ...root, line: 9 })],
    ['another key’s name', (root: { mac: string }) => ({ ...root, mac: root.mac.replace(/^b\./, 'first.') })],
    ['no name', (root: { mac: string }) => ({ ...root, mac: root.mac.replace(/^b\./, '') })],
  ])('are forged with %s', (_what, change) => {
    const file = path.join(folder, county, `${DAYS[2]}.json`)
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))))
    expect(faults(RINGS[2])).toEqual([undefined, undefined, 'root-forged'])
  })
})
