import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { keepMark } from '../core/repute/keep-mark.ts'
import { type EmployerMark, employerMarkOf, type VersionedJob, type WorkerMark, workerMarkOf } from '../core/repute/marks.ts'
import { accept } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import { StoreUnavailable } from '../store/port.ts'
import { type ReputeDoc, reputes } from './repute.collection.ts'

export interface KeepReputePorts {
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  /** From how long before the start on a hand-back is late. */
  readonly lateHours: number
}

export interface Marks {
  readonly asEmployer: readonly EmployerMark[]
  readonly asWorker: readonly WorkerMark[]
}

/** What a job as it is says of those it concerns, by person. */
export function marksOf(job: VersionedJob, lateHours: number): ReadonlyMap<PersonId, Marks> {
  const workers = [...new Set(job.takes.map(({ worker }) => worker))]
  const employer = employerMarkOf(job)
  const marks = new Map<PersonId, Marks>(
    workers.flatMap((worker) => {
      const mark = workerMarkOf(job, worker, lateHours)
      return mark ? [[worker, { asEmployer: [], asWorker: [mark] }]] : []
    }),
  )
  return employer ? marks.set(job.employer, { asEmployer: [employer], asWorker: [] }) : marks
}

const withMarks = (doc: ReputeDoc, marks: Marks, now: Temporal.Instant): ReputeDoc => {
  const asEmployer = marks.asEmployer.reduce((kept, mark) => keepMark(kept, mark, now), doc.asEmployer)
  const asWorker = marks.asWorker.reduce((kept, mark) => keepMark(kept, mark, now), doc.asWorker)
  return asEmployer === doc.asEmployer && asWorker === doc.asWorker ? doc : { ...doc, asEmployer, asWorker }
}

/** Writes down what jobs say of a person; twice is once, and what is known already costs no write. */
export async function keepRepute({ editor, county, clock }: KeepReputePorts, person: PersonId, marks: Marks): Promise<void> {
  const now = clock.now()
  const fresh = withMarks({ id: person, county, version: 1, asEmployer: [], asWorker: [] }, marks, now)
  const decide = (doc: ReputeDoc) => accept(withMarks(doc, marks, now))
  const edited = await editor.edit(reputes, { county, id: person }, decide, { missing: 'not-found' })
  if (edited.ok) return
  const isNews = fresh.asEmployer.length + fresh.asWorker.length > 0
  if (edited.refusal === 'not-found' && (!isNews || (await editor.insert(reputes, fresh)).ok)) return
  /** Another process was first, or many were at it at once: the event is told again. */
  throw new StoreUnavailable('what a job says of somebody could not be written down')
}
