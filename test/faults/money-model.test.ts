import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTown, type Town } from '@linggong/api/payment/testing/payment-room.ts'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import fc from 'fast-check'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'
import { someCrash, someStory } from './money/any-story.ts'
import { story } from './money/move.ts'
import { farPlace } from './money/place.ts'
import { type Played, play } from './money/play.ts'
import { STORIES, type StoryName } from './money/stories.ts'

interface Size {
  /** Every so many-th of the stories is told. */
  readonly stride: number
  readonly deaths: number
  readonly runs: number
}

const NAMES = Object.keys(STORIES) as readonly StoryName[] // the keys of the table
const LONGEST_EFFECTS = 120

const everyFenIsWhereItBelongs = async (played: Played): Promise<void> => expect((await play(played)).broken).toEqual([])

/**
 * A county, its ledger and its provider: callbacks that come twice, late, in another order, never, or with a lie; answers that are lost;
 * processes that die before or after any effect. Whatever happens, when nothing more happens every fen is where it belongs.
 */
function suite(open: () => Store | Promise<Store>, { stride, deaths, runs }: Size): void {
  let store: Store
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  it.each(NAMES.filter((_name, at) => at % stride === 0))('%s', (name) => everyFenIsWhereItBelongs({ store, moves: STORIES[name] }))

  it('in each of these stories a process dies somewhere, and soon again', async () => {
    const crashes = fc.tuple(fc.nat({ max: LONGEST_EFFECTS }), fc.nat({ max: 4 }), fc.boolean())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...NAMES), crashes, fc.constantFrom(1, 2), async (name, [after, again, done], processes) => {
        const dying = [
          { after, done },
          { after: again, done },
        ]
        await everyFenIsWhereItBelongs({ store, moves: STORIES[name], crashes: dying, processes })
      }),
      { numRuns: deaths },
    )
  }, 300_000)

  it('anybody does anything, and processes die', async () => {
    const deathsAnywhere = fc.array(someCrash(), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(someStory(), deathsAnywhere, fc.constantFrom(1, 2), fc.boolean(), async (text, crashes, processes, taxed) =>
        everyFenIsWhereItBelongs({ store, moves: story(text), crashes, processes, taxed }),
      ),
      { numRuns: runs },
    )
  }, 300_000)
}

describe('money, whatever happens, on SQLite', () => suite(() => openSqlite({ file: ':memory:' }), { stride: 1, deaths: 150, runs: 120 }))

describeWhere('mongodb', 'money, whatever happens, on MongoDB', () =>
  suite(() => openMongo({ url: mongodbUrl ?? '', database: `money_${crypto.randomUUID().replaceAll('-', '')}` }), {
    stride: 6,
    deaths: 8,
    runs: 8,
  }),
)

describe('money, whatever happens, with a provider behind HTTP', () => {
  const store = openSqlite({ file: ':memory:' })
  let town: Town
  beforeAll(async () => {
    town = await startTown({ timeoutMs: 300 })
  })
  afterAll(async () => {
    await town.stop()
    await store.close()
  })
  const far = () => ({ store, clock: town.clock, placeOf: () => farPlace(town) })

  it.each<StoryName>(['lies', 'answers that are lost', 'paid twice, by two codes', 'withdrawals that fail, expire and are taken back'])(
    '%s',
    (name) => everyFenIsWhereItBelongs({ ...far(), moves: STORIES[name] }),
  )

  it('anybody does anything, and processes die', async () => {
    await fc.assert(
      fc.asyncProperty(someStory(10), fc.array(someCrash(), { maxLength: 3 }), async (text, crashes) =>
        everyFenIsWhereItBelongs({ ...far(), moves: story(text), crashes }),
      ),
      { numRuns: 8 },
    )
  }, 300_000)
})
