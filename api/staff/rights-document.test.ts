import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { STAFF_ACTIONS } from '../core/staff/action.ts'
import { ACTION_NAME } from './rights-copy.ts'
import { rightsDocument } from './rights-document.ts'

const committed = () => readFile(path.join(import.meta.dirname, '../../docs/rights.md'), 'utf8')

describe('the table of rights as it is committed', () => {
  it('is what the policy and the contract say (npm run --silent rights:document > docs/rights.md)', async () => {
    expect(await committed()).toBe(rightsDocument())
  })

  it('has a line for everything that staff can do, each in words of its own, and no English in a line of what is done', async () => {
    const text = await committed()
    const names = STAFF_ACTIONS.map((action) => ACTION_NAME[action])
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(text).toContain(`| ${name} |`)
    expect(names.filter((name) => /[A-Za-z]/.test(name))).toEqual([])
  })
})
