import { beforeAll, describe, expect, it } from '@jest/globals'
import { isChatNumber } from '@linggong/api/core/chat-number.ts'
import { countyDay, inCounty, isBefore } from '@linggong/api/core/clock.ts'
import type { DomainEvent, EventType } from '@linggong/api/core/event.ts'
import { asId } from '@linggong/api/core/id.ts'
import { seatsLeft } from '@linggong/api/core/job/change.ts'
import { readApplicant } from '@linggong/api/core/person/applicant.ts'
import { demoCounty } from './demo-county.ts'
import { type DemoPerson, registrationOf } from './person.ts'

const idOf = (idNumber: string) => asId<'person'>(`person-${idNumber}`)

function wholeStory(now: Temporal.Instant) {
  const { cast, openJobs, people, pastJobs } = demoCounty({ now, idOf })
  const others = [...people()]
  const past = [...pastJobs(others)]
  const everybody = [...cast, ...others]
  const events: DomainEvent[] = [...everybody.map(registrationOf), ...[...past, ...openJobs].flatMap((told) => told.events)]
  return { cast, everybody, openJobs, past, events }
}

const ofType = <T extends EventType>(events: readonly DomainEvent[], type: T) =>
  events.filter((event): event is Extract<DomainEvent, { type: T }> => event.type === type)
const monthOf = ({ at }: DomainEvent): string => countyDay(at).toString().slice(0, 7)
const ageOf = ({ birthDay }: DemoPerson, now: Temporal.Instant): number => countyDay(now).since(birthDay, { largestUnit: 'years' }).years

describe.each(['2026-11-23T07:30:00+08:00', '2026-11-01T00:10:00+08:00', '2026-03-03T23:50:00+08:00', '2028-02-29T12:00:00+08:00'])(
  'the demo county told at %s',
  (text) => {
    const now = Temporal.Instant.from(text)
    let story: ReturnType<typeof wholeStory>
    beforeAll(() => {
      story = wholeStory(now)
    })

    it('has the published figures of the model county', () => {
      const { events } = story
      const [firstMonth] = events.map(monthOf).sort()
      const registered = ofType(events, 'personRegistered').filter(({ facts }) => facts.roles.includes('worker'))
      const confirmed = ofType(events, 'takeConfirmed')
      const started = ofType(events, 'takeStarted').filter((event) => monthOf(event) === firstMonth)
      expect(registered.length).toBeGreaterThan(11_000)
      expect(confirmed.length).toBeGreaterThan(1000)
      expect(confirmed.filter((event) => monthOf(event) === firstMonth).length).toBeGreaterThanOrEqual(160)
      expect(started.filter(({ facts }) => facts.covered)).toHaveLength(122)
    })

    it('pays each take that was confirmed, and nobody works in danger without cover', () => {
      const { events } = story
      expect(ofType(events, 'takePaid')).toHaveLength(ofType(events, 'takeConfirmed').length)
      expect(ofType(events, 'takeStarted').filter(({ facts }) => facts.riskClass >= 5 && !facts.covered)).toHaveLength(0)
    })

    it('is about people whom the registration would take in, each of them once', () => {
      const { everybody } = story
      const refused = everybody.filter((person) => !readApplicant(person, countyDay(person.registeredAt)).ok)
      expect(refused).toHaveLength(0)
      for (const key of ['id', 'idNumber', 'phone'] as const)
        expect(new Set(everybody.map((person) => person[key])).size).toBe(everybody.length)
      expect(everybody.filter((person) => ageOf(person, now) < 18 || ageOf(person, now) > 75)).toHaveLength(0)
      expect(everybody.filter((person) => ageOf(person, now) >= 45).length / everybody.length).toBeGreaterThan(0.6)
    })

    it('is marked as demo in every row', () => {
      const { everybody, openJobs, past, events } = story
      const rows = [...everybody, ...events, ...[...openJobs, ...past].map(({ job }) => job)]
      expect(rows.filter(({ demo }) => !demo)).toHaveLength(0)
    })

    it('happened before now, in order and each event once', () => {
      const { past, events } = story
      expect(events.filter(({ at }) => isBefore(now, at))).toHaveLength(0)
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      const outOfOrder = past.filter((told) =>
        told.events.some(({ at }, index) => index > 0 && isBefore(at, told.events[index - 1]?.at ?? at)),
      )
      expect(outOfOrder).toHaveLength(0)
    })

    it('gives every job its own right number', () => {
      const jobs = [...story.openJobs, ...story.past].map(({ job }) => job)
      expect(jobs.filter(({ number }) => !isChatNumber(number))).toHaveLength(0)
      expect(new Set(jobs.map(({ number }) => number)).size).toBe(jobs.length)
      expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length)
    })

    it('has open jobs to grab in several townships, and the past is over', () => {
      const { openJobs, past } = story
      const open = openJobs.map(({ job }) => job)
      expect(open.filter((job) => job.state !== 'open' || seatsLeft(job) === 0 || isBefore(job.terms.startsAt, now))).toHaveLength(0)
      expect(new Set(open.map(({ terms }) => terms.township)).size).toBeGreaterThan(4)
      expect(past.filter(({ job }) => job.state !== 'settled' && job.state !== 'expired')).toHaveLength(0)
    })

    it('sends nobody to two places on one day', () => {
      const days = story.past.flatMap(({ job }) =>
        job.takes.flatMap(({ worker }) =>
          Array.from({ length: job.terms.days }, (_, day) => `${worker} ${inCounty(job.terms.startsAt).add({ days: day }).toPlainDate()}`),
        ),
      )
      expect(new Set(days).size).toBe(days.length)
    })
  },
)

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

it('is told again to the letter', () => {
  expect(JSON.stringify(wholeStory(NOW))).toBe(JSON.stringify(wholeStory(NOW)))
})

it('opens with the jobs of the examples', () => {
  const [first, second, third] = demoCounty({ now: NOW, idOf }).openJobs.map(({ job }) => job)
  expect([first?.number, first?.terms.content, first && seatsLeft(first)]).toEqual(['10244', '搬办公桌', 1])
  expect([second?.number, second?.terms.content, second && seatsLeft(second), second?.terms.days]).toEqual(['10253', '采摘橙子', 10, 3])
  expect([third?.number, third?.terms.content, third?.terms.licences]).toEqual(['10266', '焊护栏', ['焊工证']])
})

it('moves to tomorrow what begins too soon today', () => {
  const starts = (text: string) =>
    demoCounty({ now: Temporal.Instant.from(text), idOf }).openJobs.map(({ job }) =>
      inCounty(job.terms.startsAt).toPlainDateTime().toString(),
    )
  expect(starts('2026-11-23T07:30:00+08:00')[0]).toBe('2026-11-23T09:00:00')
  expect(starts('2026-11-23T08:30:00+08:00')[0]).toBe('2026-11-24T09:00:00')
})

it('tells the example order: 安装公司办公桌 for 300 yuan', () => {
  const example = wholeStory(NOW).past.filter(({ job }) => job.terms.content === '安装公司办公桌')
  expect(example.map(({ job }) => [job.state, job.terms.payPerTakeFen])).toEqual([['settled', 30_000]])
})
