import { afterEach, describe, expect, it } from '@jest/globals'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { createChance } from '@linggong/seeds/demo/chance.ts'
import { aCounty, sameRing } from '../kit/a-county.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

async function twoProcesses() {
  const store = openSqlite({ file: ':memory:' })
  const [here, there] = [await aCounty({ store, ring: sameRing() }), await aCounty({ store, ring: sameRing() })]
  stops.push(here.stop, there.stop)
  return { here, there }
}

let calls = 0
const as = (contact: string) => {
  calls += 1
  return { contact, key: `call-${calls}` }
}

describe('two of whom one has blocked the other', () => {
  it.each(['a', 'b', 'c'])('never meet, whoever it was, in any process: %s', async (seed) => {
    const { here, there } = await twoProcesses()
    const chance = createChance(seed)
    const workers = await here.people('worker', 4, 'worker')
    const employers = await here.people('employer', 3, 'employer', '1960-06-01')
    const known = await Promise.all(employers.map((employer) => here.openJob(employer, { seats: 8 })))
    for (const number of known) {
      here.clock.at = here.clock.at.add({ minutes: 1 })
      for (const worker of workers) {
        const took = await here.county.client.takeJob({ params: { number } }, as(worker))
        if (!took.ok) continue
        await here.county.client.undoTake({ params: { number } }, as(worker))
        await here.county.client.takeJob({ params: { number } }, as(worker))
      }
    }
    await here.settle()
    const apart = new Set<string>()
    for (const [at, employer] of employers.entries()) {
      for (const worker of workers) {
        const params = { number: known[at] ?? '' }
        const seen = await here.county.client.seeJob({ params }, as(worker))
        const take = seen.ok ? seen.value.mine?.take : undefined
        const way = chance.below(4)
        const blocks = { body: { kind: 'blocked' as const, ...(way === 1 && take !== undefined ? { take } : {}) }, params }
        const said = way === 0 ? await here.county.client.tie(blocks, as(worker)) : undefined
        const told = way === 1 && take !== undefined ? await here.county.client.tie(blocks, as(employer)) : undefined
        if (said?.ok || told?.ok) apart.add(`${worker} ${employer}`)
      }
    }
    expect(apart.size).toBeGreaterThan(0)
    const fresh = await Promise.all(
      employers.map((employer) => here.openJob(employer, { seats: 8, startsAt: here.clock.at.add({ hours: 30 }) })),
    )
    for (const town of [here, there]) town.clock.at = here.clock.at.add({ seconds: 2 })
    for (const { county } of [here, there]) {
      for (const worker of workers) {
        const listed = await county.client.listJobs({ query: { limit: 100 } }, as(worker))
        const numbers = listed.ok ? listed.value.jobs.map(({ number }) => number) : []
        for (const [at, employer] of employers.entries()) {
          const number = fresh[at] ?? ''
          const isApart = apart.has(`${worker} ${employer}`)
          const seen = await county.client.seeJob({ params: { number } }, as(worker))
          const read = await county.client.seeRatings({ params: { number } }, as(worker))
          expect([number, numbers.includes(number), seen.ok, read.ok]).toEqual([number, !isApart, !isApart, !isApart])
          if (!isApart) continue
          const taken = await county.client.takeJob({ params: { number } }, as(worker))
          const unheardOf = await county.client.takeJob({ params: { number: '99999997' } }, as(worker))
          expect(taken).toEqual({ ok: false, refusal: 'job-not-found', facts: {} })
          expect(taken).toEqual(unheardOf)
        }
      }
    }
  })

  it('keep what they had agreed before', async () => {
    const { here } = await twoProcesses()
    const [worker = ''] = await here.people('worker', 1, 'worker')
    const [employer = ''] = await here.people('employer', 1, 'employer', '1960-06-01')
    const number = await here.openJob(employer)
    await here.county.client.takeJob({ params: { number } }, as(worker))
    await here.county.client.tie({ params: { number }, body: { kind: 'blocked' } }, as(worker))
    const seen = await here.county.client.seeJob({ params: { number } }, as(worker))
    expect(seen.ok && seen.value.mine?.state).toBe('taken')
    expect(await here.county.client.takeJob({ params: { number } }, as(worker))).toMatchObject({ refusal: 'already-taken' })
  })

  it('know only of their own words', async () => {
    const { here } = await twoProcesses()
    const [worker = '', stranger = ''] = await here.people('worker', 2, 'worker')
    const [employer = ''] = await here.people('employer', 1, 'employer', '1960-06-01')
    const number = await here.openJob(employer)
    await here.county.client.tie({ params: { number }, body: { kind: 'blocked' } }, as(worker))
    const mine = await here.county.client.listTies({}, as(worker))
    const tie = mine.ok ? (mine.value.ties[0]?.tie ?? '') : ''
    for (const other of [employer, stranger]) {
      expect(await here.county.client.listTies({}, as(other))).toMatchObject({ value: { ties: [] } })
      expect(await here.county.client.untie({ params: { tie } }, as(other))).toMatchObject({ refusal: 'not-found' })
    }
    expect(await here.county.client.untie({ params: { tie } }, as(worker))).toMatchObject({ ok: true })
    expect(await here.county.client.takeJob({ params: { number } }, as(worker))).toMatchObject({ ok: true })
  })
})
