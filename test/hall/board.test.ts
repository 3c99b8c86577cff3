import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { aCounty, MORNING } from '../kit/a-county.ts'

let town: Awaited<ReturnType<typeof aCounty>>
beforeAll(async () => {
  town = await aCounty()
})
afterAll(() => town.stop())

const jobsOnBoard = async () => {
  town.clock.at = town.clock.at.add({ seconds: 2 })
  const board = await town.county.seeBoard()
  return board.jobs
}

it('the board shows each open job as everybody may read it, and its seats as they go', async () => {
  const [employer = ''] = await town.people('cai', 1, 'employer')
  const workers = await town.people('liao', 2, 'worker', '1980-01-01')
  const number = await town.openJob(employer, { seats: 2, startsAt: MORNING.add({ hours: 3 }) })
  const by = (contact: string, key: string) => ({ contact, key })
  const body = {
    trade: '保洁',
    content: '打扫，电话13800001234',
    seats: 1,
    pay: { amountFen: 20_000, unit: 'day' as const },
    startsAt: MORNING.add({ hours: 2 }).toString(),
    place: '和平路12号，找我微信1380000 1234',
    township: '古镛镇',
  }
  const posted = await town.county.client.postJob({ body }, by(employer, 'post-second'))
  if (!posted.ok) throw new Error(posted.refusal)
  /** A draft is nobody's business. */
  expect((await jobsOnBoard()).map((job) => job.number)).toEqual([number])
  await town.county.client.publishJob({ params: { number: posted.value.number } }, by(employer, 'publish-second'))
  await town.settle()

  const [first, second] = await jobsOnBoard()
  /** The soonest first, without anybody's phone. */
  expect(first).toMatchObject({ number: posted.value.number, content: '打扫，电话****', place: '和平路12号，找我微信****', seatsLeft: 1 })
  expect(first?.employerName).toMatch(/^.\*.?$/)
  expect(second).toMatchObject({ number, seats: 2, seatsLeft: 2 })
  expect(JSON.stringify(first)).not.toMatch(/1380000|startCode|takes|worker/)

  await town.county.client.takeJob({ params: { number } }, by(workers[0] ?? '', 'take-1'))
  expect((await jobsOnBoard()).at(-1)).toMatchObject({ number, seatsLeft: 1 })
  await town.county.client.takeJob({ params: { number } }, by(workers[1] ?? '', 'take-2'))
  /** Who cannot be taken any more leaves the board. */
  expect((await jobsOnBoard()).map((job) => job.number)).toEqual([posted.value.number])
})
