import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const SCRIPT = join(import.meta.dirname, '../../scripts/sum-results.mjs')
const passing = {
  numPassedTests: 3,
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults: [{ fullName: 'adds', status: 'passed' }] }],
}
const failing = {
  numPassedTests: 2,
  testResults: [{ name: 'b.test.ts', status: 'failed', assertionResults: [{ fullName: 'pays', status: 'failed' }] }],
}
const broken = { numPassedTests: 0, testResults: [{ name: 'c.test.ts', status: 'failed', assertionResults: [] }] }

/** The last line of the sum, and whether the script ended well. */
function sum(files: Record<string, object | string>) {
  const folder = mkdtempSync(join(tmpdir(), 'results-'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return [stdout.trimEnd().split('\n').at(-1), status === 0]
}

describe('the sum of a continuous integration run', () => {
  it.each([
    ['every run and the check', { 'all.json': passing, 'mongodb.json': passing }, ['7 passed, 0 failed', true]],
    ['a failed test once, though its step failed too', { 'all.json': failing, 'failed-steps': 'all\n' }, ['3 passed, 1 failed', false]],
    ['a suite that could not run as one failure', { 'all.json': broken, 'failed-steps': 'all\n' }, ['1 passed, 1 failed', false]],
    ['a step that left no results as one failure', { 'all.json': passing, 'failed-steps': 'mongodb\n' }, ['4 passed, 1 failed', false]],
    ['a step that failed with every test passed', { 'all.json': passing, 'failed-steps': 'all\n' }, ['4 passed, 1 failed', false]],
    ['a failed check as one failure', { 'all.json': passing, 'failed-steps': 'check\n' }, ['3 passed, 1 failed', false]],
  ])('counts %s', (_what, files, expected) => {
    expect(sum(files)).toEqual(expected)
  })
})
