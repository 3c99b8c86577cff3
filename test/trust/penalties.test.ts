import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import type { RefusalKey } from '@linggong/api/core/refusal.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { conducts } from '@linggong/api/penalty/conduct.collection.ts'
import { staffTasks } from '@linggong/api/staff-task/staff-task.collection.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { aCounty } from '../kit/a-county.ts'
import { askAsStaff, HALL, type Seat } from '../kit/seat-staff.ts'

const HERE: Seat = { login: 'guyong', roles: ['hall-operator'], scope: { kind: 'townships', townships: ['古镛镇'] } }
const ELSEWHERE: Seat = { login: 'bailian', roles: ['hall-operator'], scope: { kind: 'townships', townships: ['白莲镇'] } }
const ON_DUTY: Seat = { login: 'station', roles: ['station-operator'], scope: { kind: 'station', township: '古镛镇', station: '山门村' } }

let town: Awaited<ReturnType<typeof aCounty>>
let liao: string
let cai: string
let worker: string
let calls = 0
const as = (contact: string) => {
  calls += 1
  return { contact, key: `call-${calls}` }
}
const no = (refusal: RefusalKey) => expect.objectContaining({ ok: false, refusal })
beforeEach(async () => {
  town = await aCounty()
  ;[liao = ''] = await town.people('liao', 1, 'worker')
  ;[cai = ''] = await town.people('cai', 1, 'employer', '1960-06-01')
  worker = (await town.ports.people.byContact(liao))?.id ?? ''
  await town.county.client.tellTownship({ body: { township: '古镛镇' } }, as(liao))
})
afterEach(() => town.stop())

async function pass(hours: number): Promise<void> {
  town.clock.at = town.clock.at.add({ hours })
  await town.county.sweep({ leaveSeconds: 0 })
  await town.settle()
}

/** Takes a job and does not come. */
async function miss(): Promise<string> {
  const number = await town.openJob(cai, { startsAt: town.clock.at.add({ hours: 2 }) })
  expect(await town.county.client.takeJob({ params: { number } }, as(liao))).toMatchObject({ ok: true })
  await town.settle()
  await pass(24)
  return number
}

const conduct = async (of = liao) => {
  const seen = await town.county.client.myConduct({}, as(of))
  if (!seen.ok) throw new Error(seen.refusal)
  return seen.value
}

async function kinds(): Promise<readonly string[]> {
  const found = ['waiting', 'sent'].map((state) =>
    town.county.store.find(notices, { index: 'waiting', county: town.county.county, equals: { state }, limit: 200 }),
  )
  return (await Promise.all(found)).flatMap(({ docs }) => docs.map(({ kind }) => kind))
}

async function appealTasks() {
  const query = { index: 'state', county: town.county.county, limit: 20 }
  const found = await Promise.all(['open', 'done'].map((state) => town.county.store.find(staffTasks, { ...query, equals: { state } })))
  return found.flatMap(({ docs }) => docs).filter(({ kind }) => kind === 'appeal')
}

const decide = (body: object, seat: Seat = HERE, penalty = '') =>
  askAsStaff(town, 'decideAppeal', { params: { person: worker, penalty }, body }, seat)
const LIFT = { lifted: true, points: 8, reason: '住院，有病历' }

describe('a word that is not kept', () => {
  it('is told with its reason, and pauses nobody by itself', async () => {
    const number = await miss()
    expect(await conduct()).toMatchObject({
      points: 8,
      pausedUntil: null,
      penalties: [{ reason: 'no-show', number, points: 8, appeal: null }],
    })
    expect(await kinds()).toEqual(expect.arrayContaining(['take-missed']))
    expect(await kinds()).not.toContain('paused')
  })

  it('twice in a month pauses for some hours, which end', async () => {
    await miss()
    await miss()
    const { pausedUntil } = await conduct()
    expect(pausedUntil).not.toBeNull()
    expect(await kinds()).toContain('paused')
    const number = await town.openJob(cai, { startsAt: town.clock.at.add({ hours: 90 }) })
    const refused = await town.county.client.takeJob({ params: { number } }, as(liao))
    expect(refused).toEqual({ ok: false, refusal: 'paused', facts: { until: pausedUntil } })
    town.clock.at = Temporal.Instant.from(pausedUntil ?? '')
    expect(await town.county.client.takeJob({ params: { number } }, as(liao))).toMatchObject({ ok: true })
  })

  it('counts once, whoever tells of it again', async () => {
    await miss()
    const before = await town.county.store.get(conducts, town.county.county, worker)
    for (const subscriber of town.county.trust.subscribers) {
      if (subscriber.name !== 'give-penalties') continue
      const { penalties = [] } = before ?? {}
      const [{ job = '', jobNumber = '', at = town.clock.at, id = '' } = {}] = penalties
      const work = { township: '古镛镇', trade: '搬运', riskClass: 3, employer: 'x', startsAt: at.toString() }
      const facts = { ...work, job, number: jobNumber, take: id.replace('no-show:', ''), worker }
      const event = { id: 'again', type: 'takeMissed', county: town.county.county, at, demo: false, facts } as const
      await Promise.all([subscriber.run(event), subscriber.run(event)])
    }
    await town.settle()
    expect(await town.county.store.get(conducts, town.county.county, worker)).toEqual(before)
  })

  it('is half forgotten in a month, and all of it in four', async () => {
    await miss()
    const points: number[] = []
    for (let month = 0; month < 5; month++) {
      points.push((await conduct()).points)
      town.clock.at = town.clock.at.add({ hours: 24 * 30 })
    }
    expect(points).toEqual([8, 4, 2, 1, 0])
  })

  it('of an employer is his: late pay of a job stops him as well', async () => {
    const number = await town.openJob(cai, { seats: 2, startsAt: town.clock.at.add({ hours: 40 }) })
    await town.county.client.takeJob({ params: { number } }, as(liao))
    await pass(30)
    await town.county.client.cancelJob({ params: { number }, body: {} }, as(cai))
    await town.settle()
    expect(await conduct(cai)).toMatchObject({
      points: COUNTY.penalties.points['late-cancel'],
      penalties: [{ reason: 'late-cancel', number }],
    })
    expect(await conduct(liao)).toMatchObject({ penalties: [] })
    expect(await kinds()).toContain('penalty-called-off')
  })
})

describe('three words that are not kept', () => {
  const talk = (seen: readonly string[], seat: Seat = HERE) =>
    askAsStaff(town, 'talkOver', { params: { person: worker }, body: { seen } }, seat)
  const soon = () => town.openJob(cai, { startsAt: town.clock.at.add({ hours: 90 }) })
  async function missThree(): Promise<readonly string[]> {
    for (let times = 0; times < 3; times++) {
      await miss()
      await pass(48)
    }
    return (await conduct()).penalties.map(({ penalty }) => penalty)
  }
  const tasks = async () => {
    const query = { index: 'state', county: town.county.county, limit: 20 }
    const found = await Promise.all(['open', 'done'].map((state) => town.county.store.find(staffTasks, { ...query, equals: { state } })))
    return found.flatMap(({ docs }) => docs).filter(({ kind }) => kind === 'hall-first')
  }

  it('and taking waits, however long, until a person of the hall who may has talked with him', async () => {
    const seen = await missThree()
    await pass(24 * 7)
    const number = await soon()
    const take = () => town.county.client.takeJob({ params: { number } }, as(liao))
    expect(await take()).toEqual(no('hall-first'))
    expect(await conduct()).toMatchObject({ pausedUntil: null, hallFirst: true })
    expect(await kinds()).toContain('hall-first')
    expect(await tasks()).toMatchObject([{ state: 'open', township: '古镛镇', subject: worker }])

    for (const seat of [ELSEWHERE, ON_DUTY]) expect(await talk(seen, seat)).toMatchObject({ ok: false })
    expect(await talk(['no-show:of-nobody'])).toEqual(no('penalty-not-found'))
    expect(await take()).toEqual(no('hall-first'))

    expect(await talk(seen)).toMatchObject({ ok: true, value: { hallFirst: false, points: 24 } })
    expect(await talk(seen)).toMatchObject({ ok: true, value: { hallFirst: false } })
    await town.settle()
    expect(await tasks()).toMatchObject([{ state: 'done', doneBy: 'staff-guyong' }])
    expect((await kinds()).filter((kind) => kind === 'talked-over')).toHaveLength(1)
    expect(await take()).toMatchObject({ ok: true })
    const { docs } = await town.county.store.find(auditRows, { index: 'line', county: town.county.county, limit: 100 })
    expect(docs.find(({ action, actor }) => action === 'talk-over' && actor.id === 'staff-guyong')).toMatchObject({ subjects: [worker] })
  })

  it('stop no longer than they weigh anything', async () => {
    await missThree()
    await pass(24 * 120)
    const number = await soon()
    expect(await conduct()).toMatchObject({ points: 0, hallFirst: false })
    expect(await town.county.client.takeJob({ params: { number } }, as(liao))).toMatchObject({ ok: true })
  })
})

describe('an appeal', () => {
  it('goes to a person of the hall, who decides with a reason that its owner reads; the rest stays', async () => {
    await miss()
    await miss()
    const [newest, oldest] = (await conduct()).penalties
    const penalty = newest?.penalty ?? ''
    const appealed = await town.county.client.appealPenalty({ params: { penalty }, body: { why: 'illness' } }, as(liao))
    expect(appealed).toMatchObject({ ok: true, value: { penalties: [{ appeal: { state: 'waiting' } }, { appeal: null }] } })
    await town.settle()
    expect(await appealTasks()).toMatchObject([
      { state: 'open', township: '古镛镇', subject: penalty, facts: { why: 'illness', reason: 'no-show' } },
    ])

    for (const seat of [ELSEWHERE, ON_DUTY]) expect(await decide(LIFT, seat, penalty)).toMatchObject({ ok: false })
    expect(await askAsStaff(town, 'seeConduct', { params: { person: worker } }, ELSEWHERE)).toEqual(no('not-found'))
    expect(await decide({ ...LIFT, points: 4 }, HERE, penalty)).toEqual(no('bad-request'))
    expect(await decide(LIFT, HERE, penalty)).toMatchObject({ ok: true, value: { pausedUntil: null, points: 8 } })
    expect(await decide({ ...LIFT, lifted: false }, HALL, penalty)).toEqual(no('appeal-decided'))
    await town.settle()

    expect(await appealTasks()).toMatchObject([{ state: 'done', doneBy: 'staff-guyong' }])
    expect(await kinds()).toContain('appeal-lifted')
    const after = await conduct()
    expect(after.penalties).toMatchObject([
      { appeal: { state: 'lifted', reason: LIFT.reason }, pointsNow: 0 },
      { penalty: oldest?.penalty, pointsNow: 8 },
    ])
    const { docs } = await town.county.store.find(auditRows, { index: 'line', county: town.county.county, limit: 100 })
    expect(docs.filter(({ action }) => action === 'decide-appeal')).toMatchObject([
      { subjects: [worker], facts: { penalty, points: 4 } },
      { subjects: [worker], facts: { penalty, points: 8, decision: 'lifted' }, actor: { id: 'staff-guyong' } },
      { subjects: [worker], facts: { penalty, decision: 'upheld' }, actor: { id: 'staff-hall' } },
    ])
    expect(JSON.stringify(docs)).not.toContain(LIFT.reason)
  })

  it('that does not hold leaves it as it was, and says why', async () => {
    await miss()
    const penalty = (await conduct()).penalties[0]?.penalty ?? ''
    expect(await decide({ ...LIFT, lifted: false }, HERE, penalty)).toEqual(no('not-appealed'))
    await town.county.client.appealPenalty({ params: { penalty }, body: { why: 'other' } }, as(liao))
    expect(await decide({ lifted: false, points: 8, reason: '当天在别处干活' }, HERE, penalty)).toMatchObject({ ok: true })
    await town.settle()
    expect(await kinds()).toContain('appeal-upheld')
    expect(await conduct()).toMatchObject({ points: 8, penalties: [{ appeal: { state: 'upheld', reason: '当天在别处干活' } }] })
  })

  it('of somebody else is nobody’s to make', async () => {
    await miss()
    const penalty = (await conduct()).penalties[0]?.penalty ?? ''
    const other = await town.county.client.appealPenalty({ params: { penalty }, body: { why: 'other' } }, as(cai))
    expect(other).toEqual(no('penalty-not-found'))
  })

  it('needs a second person where much is lifted, and none where it is left', async () => {
    const many = { lifted: true, points: 12, reason: '平台的错' }
    expect(await decide(many, HERE, 'late-pay:x')).toEqual(no('second-person-needed'))
    expect(await decide({ ...many, lifted: false }, HERE, 'late-pay:x')).toEqual(no('penalty-not-found'))
  })
})
