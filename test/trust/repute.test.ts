import { afterEach, describe, expect, it } from '@jest/globals'
import type { PersonId } from '@linggong/api/core/id.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { keepMark } from '@linggong/api/core/repute/keep-mark.ts'
import { type JobDoc, jobs } from '@linggong/api/job/job.collection.ts'
import { type Marks, marksOf } from '@linggong/api/repute/keep-repute.ts'
import { reputes } from '@linggong/api/repute/repute.collection.ts'
import { createChance } from '@linggong/seeds/demo/chance.ts'
import { aCounty } from '../kit/a-county.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

type Town = Awaited<ReturnType<typeof aCounty>>

async function everyJob({ county: { store, county } }: Town): Promise<readonly JobDoc[]> {
  const { docs } = await store.find(jobs, { index: 'employer', county, limit: 500 })
  return docs
}

const NOTHING: Marks = { asEmployer: [], asWorker: [] }
/** Which version of a job said it is nobody's business, and where it says nothing it may be left out. */
const inOrder = <M extends { readonly job: string }>(marks: readonly M[]) =>
  marks.map((mark) => ({ ...mark, version: 0 })).toSorted((one, other) => (one.job < other.job ? -1 : 1))
const told = ({ asEmployer, asWorker }: Marks) => ({
  asEmployer: inOrder(asEmployer),
  asWorker: inOrder(asWorker.filter(({ came, stars }) => came !== 'none' || stars > 0)),
})

/** Holds what was kept event by event against what all documents say. */
async function expectRecomputed(town: Town): Promise<{ people: number; marks: number }> {
  const { county, clock } = town
  const anew = new Map<PersonId, Marks>()
  for (const job of await everyJob(town)) {
    for (const [person, marks] of marksOf(job, county.trust.lateHours)) {
      const known = anew.get(person) ?? NOTHING
      anew.set(person, {
        asEmployer: marks.asEmployer.reduce((kept, mark) => keepMark(kept, mark, clock.at), known.asEmployer),
        asWorker: marks.asWorker.reduce((kept, mark) => keepMark(kept, mark, clock.at), known.asWorker),
      })
    }
  }
  let marks = 0
  for (const [person, said] of anew) {
    const kept = (await county.store.get(reputes, county.county, person)) ?? NOTHING
    expect([person, told(kept)]).toEqual([person, told(said)])
    marks += said.asEmployer.length + said.asWorker.length
  }
  return { people: anew.size, marks }
}

/** A week of a small county in which people come, come late, stay away, leave late, are sent away, are paid and say what they think. */
async function live(town: Town, seed: string): Promise<void> {
  const chance = createChance(seed)
  const workers = await town.people('worker', 6, 'worker')
  const employers = await town.people('employer', 2, 'employer', '1960-06-01')
  const { client } = town.county
  let calls = 0
  const as = (contact: string) => {
    calls += 1
    return { contact, key: `call-${calls}` }
  }
  for (let day = 0; day < 7; day++) {
    const startsAt = town.clock.at.add({ hours: 14 })
    const number = await town.openJob(employers[day % 2] ?? '', { seats: 3, startsAt })
    const params = { number }
    const came = workers.filter(() => chance.below(3) > 0)
    for (const worker of came) await client.takeJob({ params }, as(worker))
    if (chance.below(3) === 0) {
      town.clock.at = startsAt.subtract({ hours: chance.between(1, 13) })
      for (const worker of came) if (chance.below(2) === 0) await client.handBack({ params }, as(worker))
      if (chance.below(2) === 0) await client.takeJob({ params }, as(came[0] ?? ''))
    }
    if (chance.below(5) === 0) await client.cancelJob({ params, body: {} }, as(employers[day % 2] ?? ''))
    await town.settle()
    for (const worker of came) {
      town.clock.at = startsAt.add({ minutes: chance.between(0, 40) })
      if (chance.below(4) > 0) await client.startWork({ params, body: { code: '4821' } }, as(worker))
    }
    town.clock.at = startsAt.add({ hours: 8 })
    for (const worker of came) await client.finishWork({ params }, as(worker))
    await town.settle()
    town.clock.at = town.clock.at.add({ minutes: chance.between(10, 3000) })
    await client.confirmWork({ params }, as(employers[day % 2] ?? ''))
    await town.settle()
    for (const side of [...came, employers[day % 2] ?? '']) {
      const ratings = [{ stars: chance.between(1, 5), text: '' }]
      if (chance.below(3) > 0) await client.rateJob({ params, body: { ratings } }, as(side))
    }
    await town.settle()
    town.clock.at = town.clock.at.add({ hours: chance.between(10, 30) })
    await town.county.sweep({ leaveSeconds: 0 })
    await town.settle()
  }
}

describe('what people know of each other', () => {
  it.each(['one', 'two', 'three', 'four'])('is what all documents say: %s', async (seed) => {
    const town = await aCounty()
    stops.push(town.stop)
    await live(town, seed)
    const { people, marks } = await expectRecomputed(town)
    expect(people).toBeGreaterThan(5)
    expect(marks).toBeGreaterThan(10)

    town.clock.at = town.clock.at.add({ hours: 24 * 4 })
    await town.county.sweep({ leaveSeconds: 0 })
    await town.settle()
    const after = await expectRecomputed(town)
    const [employer = ''] = await town.people('employer', 1, 'employer', '1960-06-01')
    const known = await town.county.client.myRepute({}, { contact: employer, key: '' })
    expect(known.ok && known.value.asEmployer?.jobs).toBeGreaterThan(0)
    expect(after.marks).toBe(marks)
  })

  it('is the same when everything is told again', async () => {
    const town = await aCounty()
    stops.push(town.stop)
    await live(town, 'again')
    const before = (await everyJob(town)).map(({ employer }) => employer)
    const kept = await Promise.all(before.map((employer) => town.county.store.get(reputes, town.county.county, employer)))
    for (const job of await everyJob(town)) {
      for (const [person, marks] of marksOf(job, town.county.trust.lateHours)) await town.county.trust.keepRepute(person, marks)
    }
    const again = await Promise.all(before.map((employer) => town.county.store.get(reputes, town.county.county, employer)))
    expect(again).toEqual(kept)
  })

  it('does not grow without end', () => expect(LIMIT.reputeJobs).toBeLessThanOrEqual(500))
})
