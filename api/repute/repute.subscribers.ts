import type { DomainEvent, EventType } from '../core/event.ts'
import { asId } from '../core/id.ts'
import type { Subscriber } from '../event/handling.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { type KeepReputePorts, keepRepute, marksOf } from './keep-repute.ts'

const OF_WORKER = ['jobTaken', 'takeHandedBack', 'takeMissed', 'takeStarted', 'ratingsShown'] as const satisfies readonly EventType[]
const OF_EMPLOYER = [
  ...['takeStarted', 'jobCancelled', 'takePaid', 'payDue', 'billPaid', 'billWithdrawn', 'ratingsShown'],
] as const satisfies readonly EventType[]

const TELLS_OF_WORKER: ReadonlySet<string> = new Set(OF_WORKER)
const TELLS_OF_EMPLOYER: ReadonlySet<string> = new Set(OF_EMPLOYER)

/** Reads anew what a job says of its employer and of a worker, whenever that may be something else. */
export const createReputeSubscriber = (ports: KeepReputePorts & { readonly desk: Pick<JobDesk, 'byId'> }): Subscriber => ({
  name: 'keep-repute',
  on: [...new Set([...OF_WORKER, ...OF_EMPLOYER])],
  async run({ type, facts }: DomainEvent): Promise<void> {
    const job = 'job' in facts ? await ports.desk.byId(facts.job) : undefined
    if (!job) return
    const marks = marksOf(job, ports.lateHours)
    const concerned = [
      ...(TELLS_OF_WORKER.has(type) && 'worker' in facts ? [asId<'person'>(facts.worker)] : []),
      ...(TELLS_OF_EMPLOYER.has(type) ? [job.employer] : []),
    ]
    for (const person of new Set(concerned)) {
      const said = marks.get(person)
      if (said) await keepRepute(ports, person, said)
    }
  },
})
