import type { JobView, TakeView } from '../contract/job.contract.ts'
import { instantText, isBefore } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { seatsLeft, takeOf } from '../core/job/change.ts'
import { openPayDues } from '../core/job/dues.ts'
import type { Job } from '../core/job/job.ts'
import { holdFor } from '../core/job/publish-job.ts'
import { firstDayEnd } from '../core/job/terms.ts'
import { addFen } from '../core/money.ts'
import { payOf } from '../core/take/pay-agreed.ts'
import type { Take } from '../core/take/take.ts'

/** A person's name as others may see it: masked. */
export type NameOf = (person: PersonId) => Promise<string>

function showProposal({ proposal }: Take): TakeView['proposal'] {
  if (proposal === null) return null
  const { kind, amountFen, by, reason, at } = proposal
  return { kind, amountFen, by, reason, at: instantText(at) }
}

const showTake = async (job: Job, take: Take, nameOf: NameOf): Promise<TakeView> => ({
  take: take.id,
  workerName: await nameOf(take.worker),
  state: take.state,
  insured: take.coveredFrom !== null,
  payFen: payOf(job, take),
  proposal: showProposal(take),
  contested: take.contestedAt !== null,
  owedFen: addFen(...openPayDues(job, take.id).map(({ amountFen }) => amountFen)),
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
    coverAsked: job.coverAskedAt !== null,
    funding: job.funding,
    employerName: await nameOf(job.employer),
    isEmployer,
    mine: own ? await showTake(job, own, nameOf) : null,
    takes: isEmployer ? await Promise.all(job.takes.map((take) => showTake(job, take, nameOf))) : [],
    startCode: isEmployer && job.state !== 'draft' ? job.startCode : null,
  }
}

/** Whether a worker could still be told of this job. */
export const isOffered = (job: Job, now: Temporal.Instant): boolean => job.state === 'open' && isBefore(now, firstDayEnd(job.terms))
