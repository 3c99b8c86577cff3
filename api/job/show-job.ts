import type { JobView, TakeView } from '../contract/job.contract.ts'
import { instantText, isBefore } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { seatsLeft, takeOf } from '../core/job/change.ts'
import { openPayDues } from '../core/job/dues.ts'
import type { Job } from '../core/job/job.ts'
import { holdFor } from '../core/job/publish-job.ts'
import { firstDayEnd } from '../core/job/terms.ts'
import { LIMIT } from '../core/limit.ts'
import { addFen } from '../core/money.ts'
import { type LicenceRule, lackedLicence, licencesNeeded, workDays } from '../core/person/licence-rule.ts'
import type { Person } from '../core/person/person.ts'
import type { Rating } from '../core/rating/rating.ts'
import { ratingBy, ratingUntil } from '../core/rating/sealed.ts'
import { payOf } from '../core/take/pay-agreed.ts'
import type { Side } from '../core/take/proposal.ts'
import { holdsSeat, type Take } from '../core/take/take.ts'
import { takeTime } from '../core/wage/work-time.ts'
import type { SeeRepute } from '../repute/see-repute.ts'
import type { Strangers } from '../tie/strangers.ts'

/** A person's name as others may see it: masked. */
export type NameOf = (person: PersonId) => Promise<string>

/** What somebody may know of another before they work together. */
export interface Known extends SeeRepute {
  readonly nameOf: NameOf
}

function showProposal({ proposal }: Take): TakeView['proposal'] {
  if (proposal === null) return null
  const { kind, amountFen, by, reason, at } = proposal
  return { kind, amountFen, by, reason, at: instantText(at) }
}

const showSaid = (rating: Rating | null) => rating && { stars: rating.stars, text: rating.text }

function showRating(take: Take, side: Side): TakeView['rating'] {
  const until = ratingUntil(take)
  const shown = take.ratingsShownAt !== null
  const other = shown ? ratingBy(take, side === 'employer' ? 'worker' : 'employer') : null
  return until && { until: instantText(until), shown, own: showSaid(ratingBy(take, side)), other: showSaid(other) }
}

/** Who comes is of interest until the work is over, and of more than a few nobody reads it. */
const isAskedFor = ({ state, takes }: Job): boolean =>
  (state === 'open' || state === 'filled' || state === 'working') && takes.filter(holdsSeat).length <= LIMIT.reputesPerJob

interface Seen {
  readonly side: Side
  readonly known: Known
}

const showTake = async (job: Job, take: Take, { side, known }: Seen): Promise<TakeView> => ({
  take: take.id,
  workerName: await known.nameOf(take.worker),
  state: take.state,
  insured: take.coveredFrom !== null,
  payFen: payOf(job, take),
  workedMinutes: takeTime(job.terms, take).minutes,
  proposal: showProposal(take),
  contested: take.contestedAt !== null,
  owedFen: addFen(...openPayDues(job, take.id).map(({ amountFen }) => amountFen)),
  rating: showRating(take, side),
  repute: side === 'employer' && holdsSeat(take) && isAskedFor(job) ? await known.workerRepute(take.worker) : null,
})

/** The job as `viewer` may see it: only the employer sees who comes and the start code, a worker sees the own seat. */
export async function showJob(job: Job, viewer: PersonId | undefined, known: Known): Promise<JobView> {
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
    lackedLicence: null,
    perks: [...terms.perks],
    insured: job.insuredAt !== null,
    coverAsked: job.coverAskedAt !== null,
    funding: job.funding,
    employerName: await known.nameOf(job.employer),
    employerRepute: isEmployer ? null : await known.employerRepute(job.employer),
    employerType: job.poster.kind,
    companyName: job.poster.kind === 'household' ? null : job.poster.name,
    isEmployer,
    mine: own ? await showTake(job, own, { side: 'worker', known }) : null,
    takes: isEmployer ? await Promise.all(job.takes.map((take) => showTake(job, take, { side: 'employer', known }))) : [],
    startCode: isEmployer && job.state !== 'draft' ? job.startCode : null,
  }
}

export interface Offering extends Known {
  readonly licenceRules: readonly LicenceRule[]
}

/** The same for whoever looks for work: what of the papers it needs he lacks. */
export async function showOffer(
  job: Job,
  viewer: Pick<Person, 'id' | 'licences'> | undefined,
  { licenceRules, ...known }: Offering,
): Promise<JobView> {
  const shown = await showJob(job, viewer?.id, known)
  if (shown.isEmployer || shown.mine?.state === 'taken') return shown
  const needed = licencesNeeded(licenceRules, job.terms, workDays(job.terms))
  return { ...shown, lackedLicence: lackedLicence(needed, viewer?.licences ?? []) ?? null }
}

/** Who has blocked, or was blocked by, its employer does not see a job, but for one he holds or held a seat of. */
export async function isHiddenFrom(strangers: Pick<Strangers, 'of'>, job: Job, viewer: PersonId | undefined): Promise<boolean> {
  if (viewer === undefined || job.takes.some(({ worker }) => worker === viewer)) return false
  return (await strangers.of(viewer)).has(job.employer)
}

/** Whether a worker could still be told of this job. */
export const isOffered = (job: Job, now: Temporal.Instant): boolean => job.state === 'open' && isBefore(now, firstDayEnd(job.terms))
