import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { byNumber, jobView } from './job.contract.ts'
import { employerReputeView, workerReputeView } from './repute-shapes.ts'
import type { Routes } from './route.ts'
import { nothing, typedText, wireDay } from './shapes.ts'

const rating = z.strictObject({
  /** An employer who names none means everybody who can still be rated. */
  take: z.string().min(1).max(40).optional(),
  stars: z.int().min(1).max(5),
  text: typedText(LIMIT.ratingCharacters).default(''),
})

export const ratingRoutes = {
  rateJob: {
    method: 'POST',
    path: '/jobs/:number/ratings',
    role: 'contact',
    tag: 'rating',
    summary: 'Rate the other side once a take is paid: sealed until both have, or for 72 hours; until then a later word takes its place',
    params: byNumber,
    query: nothing,
    body: z.strictObject({ ratings: z.array(rating).min(1).max(LIMIT.seatsPerJob) }),
    answer: jobView,
    status: 200,
    refusals: ['not-registered', 'job-not-found', 'no-take', 'not-settled', 'rating-over', 'words-not-allowed'],
  },
  seeRatings: {
    method: 'GET',
    path: '/jobs/:number/ratings',
    role: 'contact',
    tag: 'rating',
    summary: 'How the employer of a job has kept his word, and what workers have said of him last; never who said it',
    params: byNumber,
    query: nothing,
    body: nothing,
    answer: z.object({
      employerName: z.string(),
      repute: employerReputeView,
      latest: z.array(z.object({ stars: z.int(), text: z.string(), day: wireDay })),
    }),
    status: 200,
    refusals: ['job-not-found'],
  },
  myRepute: {
    method: 'GET',
    path: '/people/me/repute',
    role: 'contact',
    tag: 'rating',
    summary: 'What others are told of the caller before they work with him; null where he is no worker, or no employer',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ asWorker: workerReputeView.nullable(), asEmployer: employerReputeView.nullable() }),
    status: 200,
    refusals: ['not-registered'],
  },
} as const satisfies Routes
