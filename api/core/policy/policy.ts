import { assert } from '../assert.ts'
import { countyDay, isBefore, startOfCountyDay } from '../clock.ts'
import type { JobId, PersonId, PolicyId, TakeId } from '../id.ts'
import type { Job } from '../job/job.ts'
import { type Life, step } from '../life.ts'
import { type Fen, fen } from '../money.ts'
import { holdsSeat, type Take } from '../take/take.ts'
import { quotePremium } from './premium.ts'

export const POLICY_LAYERS = ['base', 'supplement'] as const
export const POLICY_PAYERS = ['gov', 'employer'] as const

/** Up to one million yuan. */
export const MOST_COVER_FEN = fen(100_000_000)

/** Accident cover of one worker on one job. */
interface Cover {
  readonly id: PolicyId
  readonly county: string
  readonly demo: boolean
  readonly take: TakeId
  readonly worker: PersonId
  readonly job: JobId
  readonly jobNumber: string
  readonly employer: PersonId
  readonly layer: (typeof POLICY_LAYERS)[number]
  readonly payer: (typeof POLICY_PAYERS)[number]
  readonly riskClass: number
  readonly coverFen: Fen
  readonly premiumFen: Fen
  readonly effectiveFrom: Temporal.Instant
  /** The first moment without cover. */
  readonly effectiveUntil: Temporal.Instant
}

export type Policy = Cover & ({ readonly state: 'booked' } | { readonly state: 'void'; readonly voidedAt: Temporal.Instant })
export type PolicyState = Policy['state']

export const NEXT_POLICY_STATE = { booked: ['void'], void: [] } as const satisfies Life<PolicyState>

/** The take as the job shows it when it ought to be insured; undefined for one that was given up, missed or never covered. */
export const insurableTake = (job: Job, take: string): (Take & { readonly coveredFrom: Temporal.Instant }) | undefined =>
  job.takes.filter(isCovered).find(({ id }) => id === take)

const isCovered = (take: Take): take is Take & { readonly coveredFrom: Temporal.Instant } => holdsSeat(take) && take.coveredFrom !== null

/**
 * The employer's supplementary cover of one take, the same whenever and however often it is worked out. Premiums are per day, so the
 * cover lasts to the end of the county day on which the work ends.
 */
export function policyFor(job: Job, take: Take & { readonly coveredFrom: Temporal.Instant }, id: PolicyId): Policy {
  const quote = quotePremium(job.terms)
  assert(quote.ok, 'an insured job has a premium')
  return {
    id,
    county: job.county,
    demo: job.demo,
    take: take.id,
    worker: take.worker,
    job: job.id,
    jobNumber: job.number,
    employer: job.employer,
    layer: 'supplement',
    payer: 'employer',
    riskClass: job.terms.riskClass,
    coverFen: MOST_COVER_FEN,
    premiumFen: quote.value.perTakeFen,
    effectiveFrom: take.coveredFrom,
    effectiveUntil: coverEnds(job),
    state: 'booked',
  }
}

/** Cover that nobody needs any more ends as if it had never been; saying it twice changes nothing. */
export const voidPolicy = <P extends Policy>(policy: P, now: Temporal.Instant): P =>
  policy.state === 'void' ? policy : { ...policy, state: step<PolicyState>(NEXT_POLICY_STATE, policy.state, 'void'), voidedAt: now }

const coverEnds = ({ terms }: Pick<Job, 'terms'>): Temporal.Instant => startOfCountyDay(countyDay(terms.endsAt).add({ days: 1 }))

/** Whether a take that starts now is covered from the first minute to the agreed end. */
export const coversWork = (job: Job, { coveredFrom }: Pick<Take, 'coveredFrom'>, startedAt: Temporal.Instant): boolean =>
  coveredFrom !== null && !isBefore(startedAt, coveredFrom) && !isBefore(coverEnds(job), job.terms.endsAt)

/** Whether the whole of a stretch of work is covered; a policy that begins a minute late does not cover it. */
export const covers = (policy: Policy, from: Temporal.Instant, until: Temporal.Instant): boolean =>
  policy.state === 'booked' && !isBefore(from, policy.effectiveFrom) && !isBefore(policy.effectiveUntil, until)
