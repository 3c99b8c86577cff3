import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { alerts } from '@linggong/api/alert/alert.collection.ts'
import { RULES } from '@linggong/api/core/alert/rule.ts'
import { countyDay } from '@linggong/api/core/clock.ts'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { asIdNumber } from '@linggong/api/core/person/id-number.ts'
import { coversWork } from '@linggong/api/core/policy/policy.ts'
import { importedId } from '@linggong/api/person/import-person.ts'
import { loadDemo } from '@linggong/api/start-demo.ts'
import { demoCounty } from '@linggong/seeds/demo/demo-county.ts'
import { aCounty, MORNING } from '../kit/a-county.ts'
import { all } from './loaded.ts'

const FIRST = Temporal.PlainDate.from('2026-03-30')
const TODAY = countyDay(MORNING)
const DAYS = Array.from({ length: FIRST.until(TODAY).days }, (_, at) => FIRST.add({ days: at }))

describe('the demo county, watched from its first day on', () => {
  let started: Awaited<ReturnType<typeof aCounty>>
  let jobs: readonly Job[]
  let events: readonly DomainEvent[]
  let atFirst: readonly string[]

  async function filed() {
    const { store, county } = started.county
    return all({ store, county }, alerts, 'day')
  }
  const told = async () => (await filed()).map(({ rule, township, subject, from }) => [rule, township, subject, from].join(' ')).toSorted()

  beforeAll(async () => {
    started = await aCounty()
    const { county, ports } = started
    await loadDemo({ county, vault: ports.vault, clock: ports.clock, account: 'simulator' }).whole
    atFirst = await told()
    const story = demoCounty({ now: MORNING, idOf: (idNumber) => importedId(ports.vault, asIdNumber(idNumber)) })
    const past = [...story.pastJobs([...story.people()])]
    jobs = past.map(({ job }) => job)
    events = past.flatMap((each) => each.events)
    for await (const _ of county.lookBack({ events, days: DAYS }));
  }, 240_000)
  afterAll(() => started.stop())

  it('has fired what there was to see, and nothing else', async () => {
    expect(await told()).toEqual(EXPECTED)
  })

  it('had fired the alerts of its last five weeks already when it was loaded', async () => {
    const since = TODAY.subtract({ days: 35 }).toString()
    const lately = EXPECTED.filter((text) => (text.split(' ').at(-1) ?? '') >= since)
    expect(atFirst.length).toBeGreaterThan(2)
    expect(lately.filter((text) => !atFirst.includes(text))).toEqual([])
  })

  it('fires nothing more when all of it is watched again', async () => {
    const before = await filed()
    for await (const _ of started.county.lookBack({ events: events.slice(-2000), days: DAYS.slice(-14) }));
    expect(await filed()).toEqual(before)
  }, 60_000)

  /** Worked out from the documents, without the counts that the rules read. */
  it('fires falls of coverage where the documents have them', async () => {
    const starts = jobs.flatMap((job) =>
      job.takes.flatMap((take) =>
        take.startedAt === null ? [] : [{ day: countyDay(take.startedAt), covered: coversWork(job, take, take.startedAt) }],
      ),
    )
    const weekOf = (monday: Temporal.PlainDate) => {
      const inWeek = starts.filter(({ day }) => {
        const { days } = monday.until(day, { largestUnit: 'days' })
        return days >= 0 && days < 7
      })
      return { started: inWeek.length, share: inWeek.filter(({ covered }) => covered).length / inWeek.length }
    }
    const mondays = DAYS.filter((day) => day.dayOfWeek === 1 && Temporal.PlainDate.compare(day.add({ days: 7 }), TODAY) <= 0)
    const fallen = mondays.filter((monday) => {
      const [before, now] = [weekOf(monday.subtract({ days: 7 })), weekOf(monday)]
      return Math.min(before.started, now.started) >= 10 && before.share - now.share >= 0.05
    })
    const fired = (await filed()).filter(({ rule, township }) => rule === 'coverage-fallen' && township === '')
    expect(fired.map(({ from }) => from).toSorted()).toEqual(fallen.map(String))
    expect(fired.length).toBeGreaterThan(5)
  })

  it('says of no alert that it is somebody’s fault, and brings each number of its rule', async () => {
    for (const { rule, numbers, demo, state } of await filed()) {
      expect(Object.keys(numbers).sort()).toEqual(Object.keys(RULES[rule].numbers).sort())
      expect([demo, state]).toEqual([true, 'new'])
    }
  })
})

/** Rule, township, subject, first day. */
const EXPECTED: readonly string[] = [
  'coverage-fallen   2026-04-20',
  'coverage-fallen   2026-05-11',
  'coverage-fallen   2026-05-25',
  'coverage-fallen   2026-06-08',
  'coverage-fallen   2026-06-29',
  'coverage-fallen   2026-07-06',
  'coverage-fallen   2026-07-20',
  'coverage-fallen   2026-08-03',
  'coverage-fallen   2026-08-17',
  'coverage-fallen   2026-11-16',
  'coverage-fallen 古镛镇  2026-04-13',
  'coverage-fallen 古镛镇  2026-06-08',
  'coverage-low   2026-04-15',
  'coverage-low   2026-05-26',
  'coverage-low   2026-06-12',
  'coverage-low   2026-07-06',
  'pay-below-usual 古镛镇 12993 2026-08-24',
  'pay-below-usual 古镛镇 14735 2026-11-18',
  'pay-below-usual 白莲镇 14175 2026-10-23',
  'pay-below-usual 黄潭镇 12568 2026-08-04',
]
