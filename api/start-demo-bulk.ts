import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DemoCounty } from '@linggong/seeds/demo/demo-county.ts'
import { channelOf, type DemoPerson, registrationOf } from '@linggong/seeds/demo/person.ts'
import type { ToldJob } from '@linggong/seeds/demo/tell-job.ts'
import { assert } from './core/assert.ts'
import { countyDay } from './core/clock.ts'
import type { DomainEvent, EventType } from './core/event.ts'
import { asId, type PersonId } from './core/id.ts'
import type { Job } from './core/job/job.ts'
import type { EmployerMark, WorkerMark } from './core/repute/marks.ts'
import { jobs, newJobDoc } from './job/job.collection.ts'
import { importPeople } from './person/import-person.ts'
import type { RegisterPorts } from './person/register-person.ts'
import { alignPolicies } from './policy/align-policies.ts'
import { marksOf } from './repute/keep-repute.ts'
import { type Hear, hearBy, type QuietCounty, quietWallet } from './start-quietly.ts'

/** So much is done before others get their turn: some ten milliseconds, and a chat line waits behind no more rows than these. */
const PEOPLE_PER_TURN = 50
const JOBS_PER_TURN = 5
const EVENTS_PER_TURN = 250
/** What runs side by side shares the database's commits, which cost more than the rows in them. */
const JOBS_AT_ONCE = 24
/** Five weeks, so that each kind of look has something behind it. */
const WATCHED_DAYS = 35

export interface BulkParts {
  readonly county: QuietCounty
  readonly registration: RegisterPorts
  readonly account: string
  /** Ends the loading between two turns. */
  readonly signal: AbortSignal
}

/** Takes in everybody and everything of the past. What is there already stays as it is. */
export async function loadBulk(parts: BulkParts, story: DemoCounty): Promise<void> {
  const people = await loadPeople(parts, story)
  const past = await tellPast(parts, story.pastJobs(people))
  await loadPastJobs(parts, past)
  await tellReputes(parts, past)
  const events = past.flatMap((told) => told.events)
  await count(parts, [...people.map(registrationOf), ...events])
  await watch(parts, events)
}

async function loadPeople(parts: BulkParts, story: DemoCounty): Promise<readonly DemoPerson[]> {
  const all: DemoPerson[] = []
  for (const some of chunksOf(story.people(), PEOPLE_PER_TURN)) {
    parts.signal.throwIfAborted()
    await takeIn(parts, some)
    all.push(...some)
  }
  return all
}

/** Without the events of the registrations: the bulk is counted in another way. */
export async function takeIn({ registration, account }: Omit<BulkParts, 'signal'>, people: readonly DemoPerson[]): Promise<void> {
  const taken = await importPeople(
    registration,
    people.map(({ registeredAt, contact, ...person }) => ({
      ...person,
      ...(contact === undefined ? {} : { contact: asId<'contact'>(`${account}/${contact}`) }),
      at: registeredAt,
      channel: channelOf({ ...person, registeredAt, ...(contact === undefined ? {} : { contact }) }),
      announced: false,
    })),
  )
  for (const [index, person] of taken.entries()) {
    assert(person.ok && person.value.id === people[index]?.id, 'a person of the demo county is taken in under the id the story knows')
  }
}

async function tellPast({ signal }: BulkParts, past: Iterable<ToldJob>): Promise<readonly ToldJob[]> {
  const told: ToldJob[] = []
  for (const some of chunksOf(past, JOBS_PER_TURN)) {
    signal.throwIfAborted()
    told.push(...some)
    await nextTurn()
  }
  return told
}

async function loadPastJobs({ county, signal }: BulkParts, past: readonly ToldJob[]): Promise<void> {
  const hearMoney = hearBy(quietWallet(county.ledger))
  await sideBySide(JOBS_AT_ONCE, past, (told) => loadPastJob({ county, signal, hearMoney }, told))
}

/** What all of them say of each person, at once. */
async function tellReputes({ county: { trust }, signal }: BulkParts, past: readonly ToldJob[]): Promise<void> {
  const said = new Map<PersonId, { asEmployer: EmployerMark[]; asWorker: WorkerMark[] }>()
  for (const { job } of past) {
    for (const [person, marks] of marksOf({ ...job, version: 1 }, trust.lateHours)) {
      const all = said.getOrInsertComputed(person, () => ({ asEmployer: [], asWorker: [] }))
      all.asEmployer.push(...marks.asEmployer)
      all.asWorker.push(...marks.asWorker)
    }
  }
  await sideBySide(JOBS_AT_ONCE, [...said], async ([person, marks]) => {
    signal.throwIfAborted()
    await trust.keepRepute(person, marks)
  })
}

/** The job as it ended, its entries in the book and its policies. */
async function loadPastJob(
  { county, signal, hearMoney }: Pick<BulkParts, 'county' | 'signal'> & { hearMoney: Hear },
  { job, events }: ToldJob,
): Promise<void> {
  signal.throwIfAborted()
  await insertJob(county, { job, events })
  const ends = events.filter(({ type }) => ENDS.includes(type))
  await hearMoney(events.filter((event) => !ends.includes(event)))
  await insure(county, job)
  await hearMoney(ends)
}

/** What is left goes back only after the premiums have been handed on. */
const ENDS: readonly EventType[] = ['jobSettled', 'jobCancelled', 'jobExpired']

async function insure({ store, editor, ledger, county }: QuietCounty, job: Job): Promise<void> {
  const covered = job.takes.filter(({ coveredFrom }) => coveredFrom !== null).map(({ id }) => id)
  if (covered.length === 0) return
  const ports = { store, editor, county, jobByNumber: () => Promise.resolve(job), moveMoney: ledger.append }
  await alignPolicies(ports, { jobNumber: job.number, takes: covered, now: job.terms.endsAt })
}

/** Nothing is pending on it: who must hear of it is told by us. */
export async function insertJob({ editor }: Pick<QuietCounty, 'editor'>, { job }: ToldJob): Promise<void> {
  const inserted = await editor.insert(jobs, newJobDoc(job, 'demo'))
  assert(inserted.ok || inserted.duplicate === 'id', 'a demo job has a number of its own')
}

/** What happened in one month is counted in the same few documents, so it goes there together, and no month before the one that it follows. */
async function count({ county, signal }: BulkParts, events: readonly DomainEvent[]): Promise<void> {
  const months = [...Map.groupBy(events, ({ at }) => countyDay(at).toString().slice(0, 7))].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [, month] of months) {
    for (const some of chunksOf(month, EVENTS_PER_TURN)) {
      signal.throwIfAborted()
      await county.fold(some)
      await nextTurn()
    }
  }
}

/** What somebody should have looked at in the last weeks, as if the county had watched them. */
async function watch({ county, registration, signal }: BulkParts, events: readonly DomainEvent[]): Promise<void> {
  const today = countyDay(registration.clock.now())
  const days = Array.from({ length: WATCHED_DAYS }, (_, at) => today.subtract({ days: WATCHED_DAYS - at }))
  const recent = events.filter(({ at }) => countyDay(at).until(today).days <= WATCHED_DAYS)
  for await (const _ of county.lookBack({ events: recent, days })) {
    signal.throwIfAborted()
    await nextTurn()
  }
}

/** Does something with each item, begun in their order, so many at a time. */
async function sideBySide<T>(atOnce: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const lane = async () => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

function* chunksOf<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let chunk: T[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
