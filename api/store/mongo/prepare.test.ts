import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { mongo } from 'mongoose'
import { z } from 'zod'
import { collection } from '../collection.ts'
import { prepareCollection } from './prepare.ts'
import { validatorOf } from './validator.ts'

const STATES = ['open', 'full', 'settled', 'gone'] as const
/** Each release knows one state more. */
const releases = STATES.map((_state, nth) => {
  const state = z.enum(STATES.slice(0, nth + 1))
  return collection({ name: 'thing', schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), state }) })
})
const validatorBy = (release: number) => ({ $jsonSchema: validatorOf(releases[release] ?? releases[0] ?? fail()) })
function fail(): never {
  throw new Error('there are releases')
}

interface Row {
  readonly _id: string
  readonly release: number
  readonly validator: string
}

interface State {
  validator: unknown
  row: Row | null
}

class Killed extends Error {}

/**
 * A server as the driver shows it, with `collMod`, which the test server lacks: each command is one step, and `next` says when it is taken
 * and whether the process that asked lives on.
 */
function databaseOf(state: State, next: () => Promise<void>): mongo.Db {
  const step = async <T>(act: () => T): Promise<T> => {
    await next()
    return act()
  }
  const rows = {
    findOne: () => step(() => state.row),
    updateOne: ({ release }: { release: { $lte: number } }, { $set }: { $set: Omit<Row, '_id'> }) =>
      step(() => {
        if (state.row !== null && state.row.release > release.$lte) throw Object.assign(new Error('E11000'), { code: 11_000 })
        state.row = { _id: 'thing', ...$set }
      }),
  }
  const database = {
    createCollection: () => step(() => undefined),
    listCollections: () => ({ toArray: () => step(() => [{ options: { validator: state.validator } }]) }),
    command: ({ validator }: { validator: unknown }) =>
      step(() => {
        state.validator = validator
      }),
    collection: () => rows,
  }
  return database as unknown as mongo.Db
}

describe('the validator of a collection', () => {
  it('is at last that of the newest release, however processes of several start at once and die', async () => {
    const starts = fc.array(fc.record({ release: fc.nat(3), diesAfter: fc.option(fc.nat(8), { nil: undefined, freq: 1 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), starts, async (scheduler, all) => {
        const shared: State = { validator: undefined, row: null }
        const told: (readonly [number, number])[] = []
        const start = async ({ release, diesAfter }: { release: number; diesAfter?: number | undefined }) => {
          let steps = 0
          const next = async () => {
            await scheduler.schedule(Promise.resolve())
            steps += 1
            if (steps === diesAfter) throw new Killed()
          }
          const onNewer = (_name: string, newer: number) => told.push([release, newer])
          await prepareCollection(databaseOf(shared, next), releases[release] ?? fail(), { release, onNewer }).catch((error) => {
            if (!(error instanceof Killed)) throw error
          })
        }
        await scheduler.waitFor(Promise.all(all.map(start)))
        const lived = all.filter(({ diesAfter }) => diesAfter === undefined).map(({ release }) => release)
        if (lived.length === all.length) expect(shared.validator).toEqual(validatorBy(Math.max(...lived)))
        /** Whatever the dead left behind, whoever comes next makes good, be he the oldest. */
        await scheduler.waitFor(start({ release: 0 }))
        expect(shared.validator).toEqual(validatorBy(shared.row?.release ?? 0))
        expect(shared.row?.release).toBeGreaterThanOrEqual(Math.max(0, ...lived))
        expect(told.every(([release, newer]) => newer > release)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
