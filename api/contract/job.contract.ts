import { z } from 'zod'
import { CHARGE_PURPOSES } from '../core/charge/purpose.ts'
import { FUNDINGS } from '../core/job/job.ts'
import { EMPLOYER_TYPES } from '../core/job/poster.ts'
import { LIMIT } from '../core/limit.ts'
import { PROPOSAL_KINDS } from '../core/take/proposal.ts'
import { employerReputeView, workerReputeView } from './repute-shapes.ts'
import type { Routes } from './route.ts'
import { chatNumberText, nothing, pageAsked, saidText, typedText, wireDay, wireFen, wireInstant } from './shapes.ts'

const pay = z.strictObject({
  amountFen: z.int().positive().max(LIMIT.payPerTakeFen),
  /** `job` is the agreed sum for one worker's whole job. */
  unit: z.enum(['day', 'hour', 'job']),
})

/** What an employer promises; a draft until published. */
export const jobTerms = z.strictObject({
  trade: typedText(10).refine((text) => text.length > 0, 'empty'),
  content: typedText(LIMIT.contentCharacters),
  seats: z.int().min(1).max(LIMIT.seatsPerJob),
  pay,
  startsAt: wireInstant,
  days: z.int().min(1).max(LIMIT.daysPerJob).default(1),
  hoursPerDay: z.number().min(0.5).max(12).nullable().default(null),
  township: typedText(20).default(''),
  place: saidText(LIMIT.placeCharacters),
  licences: z.array(typedText(20)).max(10).default([]),
  perks: z.array(typedText(20)).max(20).default([]),
})

const ratingView = z.object({ stars: z.int(), text: z.string() })

export const takeView = z.object({
  take: z.string(),
  workerName: z.string(),
  state: z.enum(['taken', 'started', 'finished', 'confirmed', 'paid', 'cancelled', 'missed']),
  insured: z.boolean(),
  /** What this seat is paid as things stand. */
  payFen: wireFen,
  /** From 开工 to 收工, as far as it lies within the hours of the job; 0 until the work is finished. */
  workedMinutes: z.int(),
  /** What one side has offered and the other has not answered. */
  proposal: z
    .object({
      kind: z.enum(PROPOSAL_KINDS),
      amountFen: wireFen,
      by: z.enum(['employer', 'worker']),
      reason: z.string(),
      at: wireInstant,
    })
    .nullable(),
  contested: z.boolean(),
  /** What of it the employer owes and has not paid. */
  owedFen: wireFen,
  /** How the worker has kept his word so far, for the employer who waits for him; null to others, and of many. */
  repute: workerReputeView.nullable(),
  /** What the two sides say of each other; null until it is paid. `other` stays away while `shown` is false. */
  rating: z.object({ until: wireInstant, shown: z.boolean(), own: ratingView.nullable(), other: ratingView.nullable() }).nullable(),
})
export type TakeView = z.output<typeof takeView>

export const jobState = z.enum(['draft', 'unpaid', 'open', 'filled', 'working', 'done', 'settled', 'cancelled', 'expired'])

/** A job as the caller may see it: `takes` and `startCode` for its employer, `mine` for a worker with a seat. */
export const jobView = z.object({
  number: chatNumberText,
  state: jobState,
  trade: z.string(),
  riskClass: z.int(),
  content: z.string(),
  seats: z.int(),
  seatsLeft: z.int(),
  pay,
  payPerTakeFen: wireFen,
  totalFen: wireFen,
  startsAt: wireInstant,
  endsAt: wireInstant,
  days: z.int(),
  township: z.string(),
  place: z.string(),
  licences: z.array(z.string()),
  /** In a list and a look at one job: the licence for want of which the caller could not take it; null where he could, and elsewhere. */
  lackedLicence: z.string().nullable(),
  perks: z.array(z.string()),
  insured: z.boolean(),
  /** Cover is wanted and not paid yet. */
  coverAsked: z.boolean(),
  funding: z.enum(FUNDINGS),
  employerName: z.string(),
  /** How the employer has kept his word so far; null in his own eyes. */
  employerRepute: employerReputeView.nullable(),
  /** 散户, 企业 or 合作社; the latter two with the name they are registered by. */
  employerType: z.enum(EMPLOYER_TYPES),
  companyName: z.string().nullable(),
  isEmployer: z.boolean(),
  mine: takeView.nullable(),
  takes: z.array(takeView),
  startCode: z.string().nullable(),
})
export type JobView = z.output<typeof jobView>
export type JobTerms = z.output<typeof jobTerms>

/** What an employer is asked to pay now. `url` is a page, `codeUrl` the text of a code to scan; null while the provider makes it. */
export const payOrder = z.object({
  purpose: z.enum(CHARGE_PURPOSES),
  state: z.enum(['asked', 'paid', 'dropped']),
  number: chatNumberText,
  amountFen: wireFen,
  url: z.string(),
  codeUrl: z.string().nullable(),
  expiresAt: wireInstant,
})
export type PayOrder = z.output<typeof payOrder>

export const byNumber = z.strictObject({ number: chatNumberText })

export const jobRoutes = {
  postJob: {
    method: 'POST',
    path: '/jobs',
    role: 'contact',
    tag: 'job',
    summary: 'Post a job as a draft; nobody sees it yet',
    params: nothing,
    query: nothing,
    body: jobTerms,
    answer: jobView,
    status: 201,
    refusals: [
      'not-registered',
      'not-an-employer',
      'start-in-past',
      'pay-below-floor',
      'pay-out-of-range',
      'too-many-open-jobs',
      'job-incomplete',
    ],
  },
  publishJob: {
    method: 'POST',
    path: '/jobs/:number/publish',
    role: 'contact',
    tag: 'job',
    summary: 'Ask for the funds of a draft, which opens when they have come in; at once where the employer is trusted or pays in cash',
    params: byNumber,
    query: nothing,
    body: z.strictObject({ payBy: z.enum(['online', 'cash']).default('online') }),
    answer: jobView.extend({ order: payOrder.nullable() }),
    status: 200,
    refusals: [
      'not-registered',
      'job-not-found',
      'not-your-job',
      'job-not-draft',
      'start-in-past',
      'too-many-open-jobs',
      'in-arrears',
      'paused',
      'hall-first',
      'cash-not-allowed',
      'not-a-representative',
      'company-not-approved',
      'company-check-over',
    ],
  },
  cancelJob: {
    method: 'POST',
    path: '/jobs/:number/cancel',
    role: 'contact',
    tag: 'job',
    summary: 'Take a job back before work starts; what is held returns to the employer, less what a late word costs',
    params: byNumber,
    query: nothing,
    body: z.strictObject({ weather: z.boolean().default(false) }),
    answer: jobView,
    status: 200,
    refusals: ['not-registered', 'job-not-found', 'not-your-job', 'job-over', 'cancel-too-late'],
  },
  listJobs: {
    method: 'GET',
    path: '/jobs',
    role: 'contact',
    tag: 'job',
    summary: 'Open jobs, the soonest first',
    params: nothing,
    query: z.strictObject({
      trade: z.string().max(10).optional(),
      township: z.string().max(20).optional(),
      day: wireDay.optional(),
      leastPayFen: z.coerce.number().int().min(0).optional(),
      ...pageAsked(LIMIT.jobsPerReply),
    }),
    body: nothing,
    answer: z.object({ jobs: z.array(jobView), next: z.string().nullable() }),
    status: 200,
    refusals: [],
  },
  myJobs: {
    method: 'GET',
    path: '/people/me/jobs',
    role: 'contact',
    tag: 'job',
    summary: 'Jobs the caller posted or holds a seat on, the newest first',
    params: nothing,
    query: z.strictObject({ limit: pageAsked().limit }),
    body: nothing,
    answer: z.object({ posted: z.array(jobView), taken: z.array(jobView) }),
    status: 200,
    refusals: ['not-registered'],
  },
  seeJob: {
    method: 'GET',
    path: '/jobs/:number',
    role: 'contact',
    tag: 'job',
    summary: 'One job as the caller may see it',
    params: byNumber,
    query: nothing,
    body: nothing,
    answer: jobView,
    status: 200,
    refusals: ['job-not-found'],
  },
} as const satisfies Routes
