import type { JobView } from '../contract/job.contract.ts'
import { isBefore } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { seatsLeft, takeOf } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { holdFor } from '../core/job/publish-job.ts'
import { firstDayEnd } from '../core/job/terms.ts'
import type { Take } from '../core/take/take.ts'

/** A person's name as others may see it: masked. */
export type NameOf = (person: PersonId) => Promise<string>

const showTake = async (take: Take, nameOf: NameOf) => ({
  take: take.id,
  workerName: await nameOf(take.worker),
  state: take.state,
  insured: take.coveredFrom !== null,
})

/** The job as `viewer` may see it: only the employer sees who comes and the start code, a worker sees the own seat. */
export async function showJob(job: Job, viewer: PersonId | undefined, nameOf: NameOf): Promise<JobView> {
  const { terms } = job
  const isEmployer = viewer === job.employer
  const own = viewer === undefined ? undefined : (takeOf(job, viewer) ?? job.takes.findLast(({ worker }) => worker === viewer))
  return {
    number: job.number,
    state: job.state,
    trade: terms.trade,
    riskClass: terms.riskClass,
    content: terms.content,
    seats: terms.seats,
    seatsLeft: seatsLeft(job),
    pay: terms.pay,
    payPerTakeFen: terms.payPerTakeFen,
    totalFen: holdFor(terms),
    startsAt: terms.startsAt.toString(),
    endsAt: terms.endsAt.toString(),
    days: terms.days,
    township: terms.township,
    place: terms.place,
    licences: [...terms.licences],
    perks: [...terms.perks],
    insured: job.insuredAt !== null,
    employerName: await nameOf(job.employer),
    isEmployer,
    mine: own ? await showTake(own, nameOf) : null,
    takes: isEmployer ? await Promise.all(job.takes.map((take) => showTake(take, nameOf))) : [],
    startCode: isEmployer && job.state !== 'draft' ? job.startCode : null,
  }
}

/** Whether a worker could still be told of this job. */
export const isOffered = (job: Job, now: Temporal.Instant): boolean => job.state === 'open' && isBefore(now, firstDayEnd(job.terms))
