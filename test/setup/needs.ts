import { describe } from '@jest/globals'
import { howToGet, missingNeeds } from '../../scripts/system-needs.mjs'

/** The MongoDB that store, race and fault tests run on besides SQLite. */
export const mongodbUrl: string | undefined = process.env['MONGODB_URL'] || undefined

type Need = ReturnType<typeof missingNeeds>[number] | 'mongodb'

const HOW_TO_GET_MONGODB = 'set MONGODB_URL to a running MongoDB (CONTRIBUTING.md)'

/** A `describe` that is skipped, with one loud line, where the machine lacks what it needs. */
export function describeWhere(need: Need | readonly Need[], name: string, tests: () => void): void {
  const needs: readonly Need[] = typeof need === 'string' ? [need] : need
  const missing = needs.filter((one) => (one === 'mongodb' ? mongodbUrl === undefined : missingNeeds().includes(one)))
  for (const one of missing) {
    process.stderr.write(`!!! SKIPPED: ${name}: ${one} is missing. To get it: ${one === 'mongodb' ? HOW_TO_GET_MONGODB : howToGet(one)}\n`)
  }
  const run = missing.length > 0 ? describe.skip : describe
  run(name, tests)
}
