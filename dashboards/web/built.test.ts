import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from '@jest/globals'
import { digestOf, isFresh, MADE_OF, REPOSITORY } from './built.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linggong-built-'))
afterAll(() => rmSync(folder, { recursive: true }))

const SOURCE = 'dashboards/web/copy.ts'

it.each([
  ['of what is there', { [SOURCE]: digestOf(path.join(REPOSITORY, SOURCE)) }, true],
  ['of what has changed since', { [SOURCE]: 'another' }, false],
  ['of what is gone', { 'dashboards/web/gone.ts': 'some' }, false],
])('scripts that were made %s', (_of, sources, fresh) => {
  writeFileSync(path.join(folder, MADE_OF), JSON.stringify(sources))
  expect(isFresh(folder)).toBe(fresh)
})

it('scripts that were never made are not fresh', () => {
  expect(isFresh(path.join(folder, 'nowhere'))).toBe(false)
})
