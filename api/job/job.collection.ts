import { z } from 'zod'
import { COMPANY_KINDS } from '../core/company/credit-code.ts'
import { DUE_KINDS, DUE_STATES } from '../core/job/due.ts'
import { FUNDINGS, JOB_STATES, type Job } from '../core/job/job.ts'
import { HOUSEHOLD } from '../core/job/poster.ts'
import { PROPOSAL_KINDS } from '../core/take/proposal.ts'
import { FREED_BY, TAKE_STATES } from '../core/take/take.ts'
import { EMPTY_OUTBOX, type OutboxDoc, outboxFields, outboxIndex } from '../event/outbox.ts'
import { id, storedChatNumber } from '../store/brand.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { NO_KEYS, onceFields, type Remembers } from '../store/once.ts'

const offer = {
  kind: z.enum(PROPOSAL_KINDS),
  amountFen: fenAmount,
  by: z.enum(['employer', 'worker']),
  reason: z.string(),
}

const rating = z
  .strictObject({ stars: z.int().min(1).max(5), text: z.string(), at: instant })
  .nullable()
  .default(null)

const take = z.strictObject({
  id: id<'take'>(),
  worker: id<'person'>(),
  state: z.enum(TAKE_STATES),
  takenAt: instant,
  coveredFrom: instant.nullable(),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  wrongCodes: z.int(),
  agreedFen: fenAmount.nullable(),
  offers: z.int(),
  proposal: z.strictObject({ ...offer, no: z.int(), at: instant }).nullable(),
  deals: z.array(z.strictObject({ ...offer, agreedAt: instant })),
  contestedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  paidBy: z.enum(['wallet', 'cash']).nullable(),
  paidAt: instant.nullable().default(null),
  freedBy: z.enum(FREED_BY).nullable().default(null),
  freedAt: instant.nullable().default(null),
  ratedByEmployer: rating,
  ratedByWorker: rating,
  ratingsShownAt: instant.nullable().default(null),
})

const due = z.strictObject({
  take: id<'take'>(),
  worker: id<'person'>(),
  kind: z.enum(DUE_KINDS),
  amountFen: fenAmount,
  since: instant,
  bill: z.int().positive(),
  state: z.enum(DUE_STATES),
  settledAt: instant.nullable().default(null),
})

const terms = z.strictObject({
  trade: z.string(),
  riskClass: z.int(),
  content: z.string(),
  seats: z.int(),
  pay: z.strictObject({ amountFen: fenAmount, unit: z.enum(['day', 'hour', 'job']) }),
  payPerTakeFen: fenAmount,
  startsAt: instant,
  endsAt: instant,
  days: z.int(),
  township: z.string(),
  place: z.string(),
  licences: z.array(z.string()),
  perks: z.array(z.string()),
})

const companyPoster = z.strictObject({ kind: z.enum(COMPANY_KINDS), company: z.string(), name: z.string() })

const schema = z.strictObject({
  id: id<'job'>(),
  county: z.string(),
  version: z.int(),
  number: storedChatNumber,
  demo: z.boolean(),
  employer: id<'person'>(),
  poster: z.union([z.strictObject({ kind: z.literal('household') }), companyPoster]).default(HOUSEHOLD),
  terms,
  state: z.enum(JOB_STATES),
  takes: z.array(take),
  postedAt: instant,
  publishedAt: instant.nullable(),
  insuredAt: instant.nullable(),
  coverAskedAt: instant.nullable(),
  funding: z.enum(FUNDINGS),
  dues: z.array(due),
  owedSince: instant.nullable(),
  arrearsOf: instant.nullable(),
  startCode: z.string(),
  firstTakenAt: instant.nullable().default(null),
  forgottenHandBacks: z.int().default(0),
  /** Of the call that posted it: the same key with other terms is refused. */
  postedDigest: z.string(),
  ...onceFields,
  ...outboxFields,
})

export interface JobDoc extends Job, OutboxDoc, Remembers {
  readonly id: Job['id']
  readonly county: string
  readonly postedDigest: string
}

/** Found by number; listed when open by start, trade or township; by employer; by the worker who holds or held a seat. */
export const jobs = collection<JobDoc>({
  name: 'jobs',
  schema,
  unique: { number: ['county', 'number'] },
  indexes: {
    open: ['county', 'state', 'terms.startsAt'],
    openByTrade: ['county', 'state', 'terms.trade', 'terms.startsAt'],
    openByTownship: ['county', 'state', 'terms.township', 'terms.startsAt'],
    employer: ['county', 'employer', 'postedAt'],
    employerState: ['county', 'employer', 'state'],
    worker: ['county', 'takes.worker', 'terms.endsAt'],
    owed: ['county', 'owedSince'],
    owedIn: ['county', 'terms.township', 'owedSince'],
    owedBy: ['county', 'employer', 'owedSince'],
    ...outboxIndex,
  },
})

export const newJobDoc = (job: Job, postedDigest: string): JobDoc => ({ ...job, ...EMPTY_OUTBOX, ...NO_KEYS, version: 1, postedDigest })
