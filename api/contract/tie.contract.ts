import { z } from 'zod'
import { TIE_KINDS } from '../core/tie/ties.ts'
import { byNumber } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireInstant } from './shapes.ts'

const kind = z.enum(TIE_KINDS)

/** `tie` names it towards its owner; the name is masked like everywhere. */
const tieView = z.object({ tie: z.string(), kind, name: z.string(), at: wireInstant })
export type TieView = z.output<typeof tieView>

export const tieRoutes = {
  tie: {
    method: 'POST',
    path: '/jobs/:number/ties',
    role: 'contact',
    tag: 'tie',
    summary:
      'Never meet the other side of a job again (blocked), or tell a worker of the own jobs first (preferred, employers only); neither is told to anybody',
    params: byNumber,
    query: nothing,
    /** An employer names the worker by his take; of a worker the employer is meant. */
    body: z.strictObject({ kind, take: z.string().min(1).max(40).optional() }),
    answer: tieView,
    status: 201,
    refusals: ['not-registered', 'job-not-found', 'no-take', 'own-job', 'not-an-employer', 'too-many-ties'],
  },
  listTies: {
    method: 'GET',
    path: '/people/me/ties',
    role: 'contact',
    tag: 'tie',
    summary: 'Whom the caller has blocked and whom he prefers',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ ties: z.array(tieView) }),
    status: 200,
    refusals: ['not-registered'],
  },
  untie: {
    method: 'POST',
    path: '/people/me/ties/:tie/drop',
    role: 'contact',
    tag: 'tie',
    summary: 'Take it back',
    params: z.strictObject({ tie: z.string().min(1).max(40) }),
    query: nothing,
    body: nothing,
    answer: tieView,
    status: 200,
    refusals: ['not-registered', 'not-found'],
  },
} as const satisfies Routes
