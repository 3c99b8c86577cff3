import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import type { AgeLimits } from '../core/person/age-limits.ts'
import type { LicenceRule } from '../core/person/licence-rule.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Refused, type Result } from '../core/result.ts'
import { takeJob as decideTake, type Grab } from '../core/take/take-job.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { promisesOf } from '../job/list-jobs.ts'
import { createGate } from '../store/gate.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import type { Strangers } from '../tie/strangers.ts'
import { deriveId } from '../vault/digest.ts'

export interface TakeJobPorts {
  readonly desk: JobDesk
  readonly store: Store
  readonly county: string
  readonly ageLimits: AgeLimits
  /** Whom somebody does not meet. */
  readonly strangers: Pick<Strangers, 'of'>
  /** Why somebody has to rest from taking; undefined where he need not. */
  readonly whyPaused: (person: PersonId) => Promise<Refused | undefined>
  readonly licenceRules: readonly LicenceRule[]
}

interface Asked {
  readonly worker: Person
  readonly number: string
  readonly call: Once
  readonly now: Temporal.Instant
}

export type TakeJob = (asked: Asked) => Promise<Result<Job>>

const LINE = { holdMs: 15_000, waitingMax: 10_000 }

/**
 * A grab. Who asks for the same job in this process stands in one line, so that while seats are left each is looked at with the seats the
 * one before has left, and the crowd behind the last seat is refused from memory without a single read.
 */
export function createTakeJob({ desk, store, county, ageLimits, licenceRules, strangers, whyPaused }: TakeJobPorts): TakeJob {
  const line = createGate(LINE)
  /** Nobody promises two jobs of one time in one breath; between processes the database does not stop that. */
  const ownLine = createGate(LINE)

  /** Only the conditional write of the second decision sells the seat; the first saves the rest of the work where it is a "no". */
  async function grabSeat({ worker, number, call, now }: Asked): Promise<Result<Job>> {
    const employer = await desk.employerOf(number)
    const grab: Grab = {
      take: deriveId('take', [county, number, call.key].join('\0')),
      worker: worker.id,
      now,
      birthDay: worker.birthDay,
      strangers: employer !== undefined && (await strangers.of(employer)).has(worker.id),
      ageLimits,
      licences: worker.licences,
      licenceRules,
      busy: [],
    }
    const glance = await desk.editByNumber(number, (job) => keepingJob(decideTake(job, grab), job), { crowded: true })
    if (!glance.ok) return glance
    const [busy, paused] = await Promise.all([promisesOf({ store, county }, worker.id, now), whyPaused(worker.id)])
    if (paused) return paused
    return desk.editByNumber(number, (job) => decideTake(job, { ...grab, busy }), { call, crowded: true })
  }

  return (asked) => ownLine.run(asked.worker.id, () => line.run(asked.number, () => grabSeat(asked)))
}

const keepingJob = <T>(decision: Result<T>, job: Job) => (decision.ok ? accept({ job, events: [] }) : decision)
