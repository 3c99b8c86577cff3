import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { byNumber, jobView } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, typedText } from './shapes.ts'

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
} as const satisfies Routes
