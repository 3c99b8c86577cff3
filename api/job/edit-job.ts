import { assert } from '../core/assert.ts'
import type { JobId, PersonId } from '../core/id.ts'
import type { JobChange } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { accept, type Refused, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Editor } from '../store/editor.ts'
import { type Once, once, refusedBefore } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { type JobDoc, jobs } from './job.collection.ts'

export type DecideJob = (job: Job) => Result<JobChange>

export interface EditJob {
  /** The caller's key; without one the decision itself must be safe to repeat. */
  readonly call?: Once
  /** Lets a crowd be refused from the newest known document without asking the database each time. */
  readonly crowded?: boolean
}

export interface JobDesk {
  byNumber(number: string): Promise<JobDoc | undefined>
  byId(id: string): Promise<JobDoc | undefined>
  /** Whose job it is; mostly known without asking the database. */
  employerOf(number: string): Promise<PersonId | undefined>
  edit(id: JobId, decide: DecideJob, how?: EditJob): Promise<Result<Job>>
  editByNumber(number: string, decide: DecideJob, how?: EditJob): Promise<Result<Job>>
}

/** What of a job never changes. */
type KnownJob = Pick<JobDoc, 'id' | 'employer'>

/** A number never moves to another job, so it may be remembered; bounded, because numbers are never given back either. */
const KNOWN_NUMBERS = 10_000

/** The one way to change a job: a pure decision, then one conditional write that also carries its events and the caller's key. */
export function createJobDesk({ store, editor, county }: { store: Store; editor: Editor; county: string }): JobDesk {
  const knownByNumber = new Map<string, Promise<KnownJob | undefined>>()

  const byNumber = (number: string): Promise<JobDoc | undefined> => store.getBy(jobs, 'number', { county, number })

  /** A crowd that shouts the same number asks the database once. What was not found or could not be read is asked again. */
  function knownOf(number: string): Promise<KnownJob | undefined> {
    const known = knownByNumber.get(number)
    if (known !== undefined) return known
    if (knownByNumber.size >= KNOWN_NUMBERS) knownByNumber.clear()
    const found = byNumber(number).then((job) => job && { id: job.id, employer: job.employer })
    const forget = (job?: KnownJob) => job ?? knownByNumber.delete(number)
    knownByNumber.set(number, found)
    found.then(forget, () => forget())
    return found
  }

  async function edit(id: JobId, decide: DecideJob, { call, crowded = false }: EditJob = {}): Promise<Result<Job>> {
    const onDoc = (doc: JobDoc) => changeDoc(doc, decide)
    const decideDoc = call ? once(call, onDoc) : (doc: JobDoc) => onlyDoc(onDoc(doc))
    const edited = await editor.edit(jobs, { county, id }, decideDoc, { missing: 'job-not-found', refuseFromMemory: crowded })
    const writtenNo = call && edited.ok ? refusedBefore(edited.value, call) : undefined
    return writtenNo ?? edited
  }

  return {
    byNumber,
    byId: (id) => store.get(jobs, county, id),
    employerOf: async (number) => (await knownOf(number))?.employer,
    edit,
    async editByNumber(number, decide, how) {
      const known = await knownOf(number)
      return known === undefined ? refuse('job-not-found') : edit(known.id, decide, how)
    },
  }
}

interface Changed {
  readonly doc: JobDoc
  readonly butRefused?: Refused | undefined
}

function changeDoc(doc: JobDoc, decide: DecideJob): Result<Changed> {
  const decision = decide(doc)
  if (!decision.ok) return decision
  const { job, events, butRefused } = decision.value
  return accept(job === doc ? { doc } : { doc: withEvents({ ...doc, ...job }, events), butRefused })
}

/** Without a key there is no place to remember a "no" in. */
function onlyDoc(change: Result<Changed>): Result<JobDoc> {
  if (!change.ok) return change
  assert(change.value.butRefused === undefined, 'a "no" that is written down answers a numbered call')
  return accept(change.value.doc)
}
