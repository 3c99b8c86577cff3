import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { ALLOWED, PLANTED } from './planted-violations.ts'

const REPOSITORY = join(import.meta.dirname, '../..')
const PACKAGES = ['express', 'mongoose', 'bull', 'node-cron', 'wechaty', 'wechaty-puppet', 'zod', 'pinyin-pro', 'fast-check']
const WORKSPACES = ['api', 'bot', 'seeds', 'test']

function checkDirection(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(REPOSITORY, 'scripts/check-direction.mjs')], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, violations: stderr.split('\n').filter((line) => line !== '') }
}

function write(path: string, text: string) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** A house of nearly empty rooms. All its imports are type imports: they have a direction as well. */
function plant() {
  const folder = mkdtempSync(join(tmpdir(), 'direction-'))
  for (const name of PACKAGES) {
    write(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0', exports: './index.js' }))
    write(join(folder, 'node_modules', name, 'index.js'), 'export {}')
  }
  mkdirSync(join(folder, 'node_modules/@linggong'))
  for (const name of WORKSPACES) {
    write(join(folder, name, 'package.json'), JSON.stringify({ name: `@linggong/${name}`, version: '1.0.0', exports: { './*': './*' } }))
    symlinkSync(join(folder, name), join(folder, 'node_modules/@linggong', name), 'junction')
  }
  for (const { file, imports } of ALLOWED) write(join(folder, file), imports.map((name) => `import type {} from '${name}'\n`).join(''))
  for (const { file, imports } of PLANTED)
    write(join(folder, file), `import type { Anything } from '${imports}'\nexport type Mine = Anything\n`)
  return folder
}

describe('the direction of imports', () => {
  const folder = plant()
  const planted = checkDirection(folder)
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(PLANTED)('catches by $rule that $file imports $imports', ({ rule, file }) => {
    expect(planted.violations.filter((line) => line.startsWith(`${rule}: `) && line.split(' ').includes(file))).toHaveLength(1)
  })

  it('finds nothing wrong with the files that keep to it', () => {
    const innocent = ALLOWED.map(({ file }) => file).filter((file) => file !== 'api/core/circle-back.ts')
    expect(planted.violations.filter((line) => innocent.some((file) => line.includes(`: ${file} ->`)))).toEqual([])
    expect(planted.status).toBe(1)
  })

  it('fails when it has read nothing', () => {
    const nothing = mkdtempSync(join(tmpdir(), 'direction-'))
    mkdirSync(join(nothing, 'api'))
    const { status, stdout } = checkDirection(nothing)
    rmSync(nothing, { recursive: true })
    expect(stdout).toContain(' 0 modules read')
    expect(status).toBe(1)
  })

  it('reads this repository and finds nothing wrong', () => {
    const { status, stdout, violations } = checkDirection(REPOSITORY)
    expect(violations).toEqual([])
    expect(stdout).toMatch(/[1-9]\d* modules read/)
    expect(status).toBe(0)
  })
})
