import type { Finding } from '../core/alert/alert.ts'
import {
  circularPair,
  longDays,
  minorInDanger,
  overlappingWork,
  payBelowFloor,
  payBelowUsual,
  uninsuredStarts,
} from '../core/alert/job-rules.ts'
import { arrearsOfMany } from '../core/alert/money-rules.ts'
import { instantText } from '../core/clock.ts'
import type { DomainEvent, EventType } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { type JobDoc, jobs } from '../job/job.collection.ts'
import type { People } from '../person/find-person.ts'
import { subjectIdOf, subjects } from '../statistics/subject.collection.ts'
import type { Query, Store } from '../store/port.ts'
import { usualDayPay } from './usual-pay.ts'

export interface EventWatchPorts {
  readonly store: Store
  readonly county: string
  readonly people: Pick<People, 'byId'>
  readonly floorFenPerHour: number
}

export const WATCHED = ['takeStarted', 'payDue', 'jobPublished', 'jobTaken', 'takeConfirmed'] as const satisfies readonly EventType[]
type Watched = (typeof WATCHED)[number]

export const isWatched = (event: DomainEvent): event is DomainEvent<Watched> => WATCHED.some((type) => type === event.type)

interface Seen<T extends Watched> {
  readonly event: DomainEvent<T>
  readonly job: JobDoc
}

/** Jobs along one index, as many as a person can have at once. */
export async function jobsOf(
  { store, county }: Pick<EventWatchPorts, 'store' | 'county'>,
  query: Omit<Query, 'county' | 'limit' | 'after'>,
) {
  const { docs } = await store.find(jobs, { ...query, county, limit: LIMIT.rowsPerList })
  return docs
}

/** What an employer owes on whichever job. */
export const owedBy = (ports: Pick<EventWatchPorts, 'store' | 'county'>, employer: string): Promise<readonly JobDoc[]> =>
  jobsOf(ports, { index: 'owedBy', equals: { employer }, range: { field: 'owedSince', from: '' } })

async function taken(ports: EventWatchPorts, { event, job }: Seen<'jobTaken'>): Promise<readonly Finding[]> {
  const { worker, take } = event.facts
  /** What has ended before this job begins cannot meet it; a day before, it can still make its first day too long. */
  const from = instantText(job.terms.startsAt.subtract({ hours: 24 }))
  const around = await jobsOf(ports, { index: 'worker', equals: { 'takes.worker': worker }, range: { field: 'terms.endsAt', from } })
  const person = await ports.people.byId(asId<'person'>(worker))
  const minor = person === undefined ? [] : minorInDanger(job, { id: asId<'take'>(take) }, person.birthDay)
  return [...overlappingWork(job, worker, around), ...longDays(job, worker, around), ...minor]
}

async function confirmed(ports: EventWatchPorts, { event, job }: Seen<'takeConfirmed'>): Promise<readonly Finding[]> {
  const { employer, worker, take: id } = event.facts
  const take = job.takes.find((each) => each.id === id)
  const marksOf = async (pair: string) => {
    const subject = await ports.store.get(subjects, ports.county, subjectIdOf({ demo: event.demo, kind: 'pair', subject: pair }))
    return subject?.marks ?? []
  }
  const [there, back] = await Promise.all([marksOf(`${employer}:${worker}`), marksOf(`${worker}:${employer}`)])
  return [
    ...(take === undefined ? [] : payBelowFloor(job, take, ports.floorFenPerHour)),
    ...circularPair(job, event.at, { one: employer, other: worker, there, back }),
  ]
}

async function published({ store }: EventWatchPorts, { event, job }: Seen<'jobPublished'>): Promise<readonly Finding[]> {
  const usualFen = await usualDayPay(store, job, event.at)
  return usualFen === undefined ? [] : payBelowUsual(job, usualFen)
}

/** What an event asks somebody to look at, as things stand when it is heard: heard again, it finds the same or what has come of it. */
export async function watchEvent(ports: EventWatchPorts, event: DomainEvent<Watched>): Promise<readonly Finding[]> {
  const job = await ports.store.get(jobs, ports.county, event.facts.job)
  if (job === undefined) return []
  switch (event.type) {
    case 'takeStarted':
      return uninsuredStarts(job)
    case 'payDue':
      return arrearsOfMany(job.employer, await owedBy(ports, job.employer))
    case 'jobPublished':
      return published(ports, { event, job })
    case 'jobTaken':
      return taken(ports, { event, job })
    case 'takeConfirmed':
      return confirmed(ports, { event, job })
  }
}
