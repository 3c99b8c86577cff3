import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { holdForJob, payForTake } from '@linggong/api/core/ledger/movement.ts'
import { confirmed, published } from '@linggong/api/core/ledger/testing/stories.ts'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { createLedger } from '@linggong/api/wallet/ledger.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import fc from 'fast-check'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'
import { type Crash, fateOf } from './fate.ts'
import { expectConserved } from './ledger/conserved.ts'
import { ACTS, type Act, type Move } from './ledger/job-board.ts'
import { toldCounty } from './ledger/told-county.ts'

/**
 * Four jobs: one insured before and after takes, undone, handed back, missed, two paid and a seat left over; one taken back by its employer;
 * one more for a worker who has been paid already; one that nobody wanted.
 */
const STORY = [
  'publish0 take0.1 take0.0 insure0 take0.2 undo0.2 take0.3 handBack0.3 take0.3 publish1 insure1 take1.2 publish3',
  'start0.1 start0.0 finish0.1 confirm0 take1.3 handBack1.3 finish0.0 close0 confirm0 cancel1 publish2 take2.1 start2.1 finish2.1 confirm2',
  'expire3',
]
  .join(' ')
  .split(' ')
  .map((said): Move => {
    const [, act = '', job, worker] = /^(\D+)(\d)(?:\.(\d))?$/.exec(said) ?? []
    return { act: ACTS.find((each) => each === act) ?? 'take', job: Number(job), worker: Number(worker ?? 0) }
  })

const LIKELY: readonly Act[] = ['take', 'take', 'take', 'undo', 'handBack', 'insure', 'start', 'start', 'finish', 'confirm']
const someMove = () => fc.record({ act: fc.constantFrom(...LIKELY, ...ACTS), job: fc.nat({ max: 1 }), worker: fc.nat({ max: 2 }) })
const someStep = () => fc.record({ move: someMove(), told: fc.nat({ max: 2 }) })
const someCrash = (): fc.Arbitrary<Crash> => fc.record({ after: fc.nat({ max: 12 }), done: fc.boolean() })

interface Size {
  readonly runs: number
  /** How many effects apart the crashes of the story are tried. */
  readonly stride: number
}

function suite(open: () => Store | Promise<Store>, { runs, stride }: Size): void {
  let store: Store
  let counties = 0
  /** Each run has a county of its own in the same database. */
  const newCounty = () => {
    counties += 1
    return `${process.pid}-${Date.now().toString(36)}-${counties}`
  }
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  async function story(crashes: readonly Crash[]): Promise<number> {
    const fate = fateOf(crashes)
    const told = toldCounty({ county: newCounty(), store, fate, jobs: 4 })
    for (const move of STORY) {
      told.board.move(move)
      await told.tell(move.job)
    }
    await told.tellAll()
    await expectConserved(told, store)
    return fate.effects()
  }

  it('keeps money whole wherever in a story the process dies, once and again at once', async () => {
    const effects = await story([])
    expect(effects).toBeGreaterThan(30)
    for (let after = 0; after < effects; after += stride) {
      for (const done of [false, true])
        await story([
          { after, done },
          { after: 0, done },
        ])
    }
  })

  it('never overdraws an escrow that several processes race for', async () => {
    const county = newCounty()
    const processes = Array.from({ length: 4 }, () => createLedger({ store, county }))
    await processes[0]?.append({ ...holdForJob(published(5)), county })
    const pays = Array.from({ length: 12 }, (_each, at) => ({ ...payForTake(confirmed(`take-${at}`)), county }))
    const raced = await Promise.allSettled(pays.map((entry, at) => processes[at % processes.length]?.append(entry)))
    expect(raced.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    const report = await verifyLedger({ store, county })
    expect(report).toMatchObject({ entries: 6, trialBalanceFen: 0, totalsFen: { job: 0, worker: 50_000 }, faults: [] })
  })

  it.each([1, 2])('keeps money whole in any story with any deaths, told by %i processes at once', async (processes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(someStep(), { maxLength: 40 }), fc.array(someCrash(), { maxLength: 8 }), async (steps, crashes) => {
        const told = toldCounty({ county: newCounty(), store, fate: fateOf(crashes), processes })
        for (const job of [0, 1]) told.board.move({ act: 'publish', job, worker: 0 })
        for (const { move, told: times } of steps) {
          told.board.move(move)
          for (let time = 0; time < times; time += 1) await told.tell(move.job)
        }
        await told.tellAll()
        await expectConserved(told, store)
      }),
      { numRuns: runs },
    )
  })
}

describe('money when the process dies, on SQLite', () => suite(() => openSqlite({ file: ':memory:' }), { runs: 60, stride: 1 }))

describeWhere('mongodb', 'money when the process dies, on MongoDB', () =>
  suite(() => openMongo({ url: mongodbUrl ?? '', database: `ledger_${crypto.randomUUID().replaceAll('-', '')}` }), { runs: 15, stride: 5 }),
)
