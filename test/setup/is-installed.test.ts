import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { isInstalled } from '../../scripts/is-installed.mjs'

const ZOD = { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } }
const OTHER_MACHINE = { 'node_modules/core-win32': { version: '1.0.0', optional: true } }
const WORKSPACE = { '': { name: 'linggong' }, api: { version: '0.1.0' } }

describe('whether the locked dependencies are installed', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'install-'))
    mkdirSync(join(folder, 'node_modules'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const lock = (packages: object) => writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  const installed = (packages: object) => writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }))

  it('is so when the folder holds what the lock asks for on this machine', () => {
    lock({ ...WORKSPACE, ...ZOD, ...OTHER_MACHINE })
    installed(ZOD)
    expect(isInstalled(folder)).toBe(true)
  })

  it.each([
    ['a package was added', {}],
    ['a version was raised', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }],
    ['the content differs', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-b' } }],
  ])('is not so when %s', (_change, present) => {
    lock(ZOD)
    installed(present)
    expect(isInstalled(folder)).toBe(false)
  })

  it('is not so when the last install was cut off', () => {
    lock(ZOD)
    expect(isInstalled(folder)).toBe(false)
  })
})
