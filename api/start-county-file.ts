import { type CountyFile, readCountyFile } from '@linggong/seeds/county-file.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { assert } from './core/assert.ts'
import { type ChatNumber, chatNumber } from './core/chat-number.ts'
import type { Clock } from './core/clock.ts'
import { asId } from './core/id.ts'
import type { Job } from './core/job/job.ts'
import { insurePaid, publishPaid } from './core/job/publish-paid.ts'
import type { Person } from './core/person/person.ts'
import { accept, type Result } from './core/result.ts'
import { withoutEvents } from './event/outbox.ts'
import { createJobDesk, type JobDesk } from './job/edit-job.ts'
import { jobs } from './job/job.collection.ts'
import { createJobNumbers, leaveNumbersBelow } from './job/job-number.ts'
import { postJob } from './job/post-job.ts'
import { bindPayee } from './person/bind-payee.ts'
import { importPerson } from './person/import-person.ts'
import { seatFromFile } from './start-county-file-staff.ts'
import { type Hear, hearQuietly, type QuietCounty } from './start-quietly.ts'
import { createEditor, type Editor } from './store/editor.ts'
import type { Once } from './store/once.ts'
import { createTakeJob, type TakeJob } from './take/take-job.ts'
import { NO_STRANGERS } from './tie/strangers.ts'
import { deriveId } from './vault/digest.ts'
import type { Vault } from './vault/vault.ts'

export interface CountyFileParts {
  readonly county: QuietCounty
  readonly vault: Vault
  readonly clock: Clock
  /** Where the contacts of the file are met. */
  readonly account: string
}

type JobInFile = CountyFile['jobs'][number]

/**
 * Brings a fresh county to the state that a file (parsed from JSON) describes, through the use cases that chat would go through, so that
 * the rules hold, money is held and clocks run; only nobody is told of what everybody is taken to know. Throws where the file or a rule says no.
 */
export async function loadCountyFile(parts: CountyFileParts, file: unknown): Promise<{ readonly rooms: readonly string[] }> {
  const { people, staff, jobs: filed, rooms } = readCountyFile(file)
  const byContact = new Map<string, Person>()
  for (const one of people) byContact.set(one.contact, await register(parts, one))
  for (const one of staff) await seatFromFile(parts, one)
  const given = filed.flatMap(({ counter }) => counter ?? [])
  if (given.length > 0) await leaveNumbersBelow(Math.max(...given) + 1, parts.county)
  const room = quietRoom(parts)
  for (const [index, job] of filed.entries()) await load(room, { job, index, personOf: (contact) => whoIs(byContact, contact) })
  return { rooms }
}

function allowed<T>(result: Result<T>, where: string): T {
  if (!result.ok) throw new Error(`the county file cannot be loaded: ${where}: ${result.refusal} ${JSON.stringify(result.facts)}`)
  return result.value
}

function whoIs(people: ReadonlyMap<string, Person>, contact: string): Person {
  const person = people.get(contact)
  assert(person !== undefined, 'the file names only its own people')
  return person
}

async function register({ county, vault, clock, account }: CountyFileParts, one: CountyFile['people'][number]): Promise<Person> {
  const { contact, licences, payee, ...person } = one
  const ports = { editor: county.editor, people: county.people, clock, vault }
  const imported = await importPerson(ports, {
    ...person,
    contact: asId<'contact'>(`${account}/${contact}`),
    licences: licences.map(({ cert, validUntil }) => ({ cert, validUntil: Temporal.PlainDate.from(validUntil) })),
    demo: false,
    at: clock.now(),
  })
  const registered = allowed(imported, `people: ${contact}`)
  if (payee !== undefined) {
    const binding = { person: registered.id, openid: payee, cause: `county-file:${contact}` }
    allowed(await bindPayee(ports, binding), `people: ${contact}`)
  }
  return registered
}

/** Nobody is told by writing here: the events wait in the jobs until they are heard quietly. */
interface QuietRoom extends CountyFileParts {
  readonly editor: Editor
  readonly desk: JobDesk
  readonly hear: Hear
  readonly takeJob: TakeJob
  readonly nextNumber: () => Promise<Result<ChatNumber>>
}

function quietRoom(parts: CountyFileParts): QuietRoom {
  const { store, county } = parts.county
  const editor = createEditor({ store, monotonicMs: () => parts.clock.now().epochMilliseconds })
  const desk = createJobDesk({ store, editor, county })
  const takeJob = createTakeJob({
    desk,
    store,
    county,
    ageLimits: COUNTY.ageLimits,
    licenceRules: COUNTY.licenceRules,
    strangers: NO_STRANGERS,
    whyPaused: async () => undefined,
  })
  return { ...parts, editor, desk, takeJob, hear: hearQuietly(parts.county), nextNumber: createJobNumbers({ editor, county }) }
}

interface Loading {
  readonly job: JobInFile
  readonly index: number
  readonly personOf: (contact: string) => Person
}

async function load(room: QuietRoom, { job, index, personOf }: Loading): Promise<void> {
  const { desk, clock, takeJob } = room
  const [where, now] = [`jobs[${index}]`, clock.now()]
  const employer = personOf(job.employer)
  const call = (what: string): Once => ({ key: deriveId('call', `county-file:${where}:${what}`), digest: '' })
  const { number } = allowed(await post(room, { job, employer, call: call('post') }), where)
  const publish = (draft: Job) => publishPaid(draft, { employer: employer.id, now })
  allowed(await desk.editByNumber(number, publish, { call: call('publish') }), where)
  if (job.insured) {
    const insure = (open: Job) => insurePaid(open, { employer: employer.id, now })
    allowed(await desk.editByNumber(number, insure, { call: call('insure') }), `${where}: insured`)
  }
  for (const contact of job.takes) {
    const asked = { worker: personOf(contact), number, call: call(`take ${contact}`), now }
    allowed(await takeJob(asked), `${where}: take of ${contact}`)
  }
  await tell(room, number)
}

interface Posting {
  readonly job: JobInFile
  readonly employer: Person
  readonly call: Once
}

function post({ editor, clock, nextNumber, county }: QuietRoom, { job, employer, call }: Posting) {
  const { counter, trade, content = trade, place, township = COUNTY.townshipOf(place), startCode } = job
  const { seats, pay, startsAt, days, hoursPerDay, licences, perks } = job
  return postJob(
    {
      store: county.store,
      editor,
      county: county.county,
      nextNumber: counter === undefined ? nextNumber : () => Promise.resolve(accept(chatNumber(counter))),
      startCode: () => startCode,
      floorFenPerHour: COUNTY.floorFenPerHour,
      tradeOf: COUNTY.tradeOf,
      licenceRules: COUNTY.licenceRules,
    },
    {
      terms: { trade, content, seats, pay, startsAt, days, hoursPerDay, township, place, licences, perks },
      employer,
      call,
      now: clock.now(),
    },
  )
}

/** Everybody but people hears of the job, and then nothing is pending on it. */
async function tell({ desk, editor, hear, county: { county } }: QuietRoom, number: string): Promise<void> {
  const job = await desk.byNumber(number)
  assert(job !== undefined, 'a job that was posted is there')
  await hear(job.outbox)
  const heard = new Set(job.outbox.map(({ id }) => id))
  await editor.edit(jobs, { county, id: job.id }, (doc) => accept(withoutEvents(doc, heard)))
}
