import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { APPEAL_WHYS, PENALTY_REASONS } from '../core/penalty/penalty.ts'
import type { Routes } from './route.ts'
import { chatNumberText, nothing, saidText, wireInstant } from './shapes.ts'

const penaltyId = z.string().min(1).max(80)

export const penaltyView = z.object({
  penalty: z.string(),
  reason: z.enum(PENALTY_REASONS),
  number: chatNumberText,
  at: wireInstant,
  /** What it was given, and what it still weighs. */
  points: z.int(),
  pointsNow: z.int(),
  /** Whether he may still say that it was not his fault, and when that ends. */
  appealUntil: wireInstant.nullable(),
  appeal: z.object({ why: z.enum(APPEAL_WHYS), state: z.enum(['waiting', 'lifted', 'upheld']), reason: z.string().nullable() }).nullable(),
})
export type PenaltyView = z.output<typeof penaltyView>

export const conductView = z.object({
  points: z.int(),
  pausedUntil: wireInstant.nullable(),
  /** Whether a person of the hall has to talk with him before he takes or publishes again. */
  hallFirst: z.boolean(),
  penalties: z.array(penaltyView),
})
export type ConductView = z.output<typeof conductView>

export const penaltyRoutes = {
  myConduct: {
    method: 'GET',
    path: '/people/me/conduct',
    role: 'contact',
    tag: 'penalty',
    summary: 'The words the caller has not kept, what they weigh now, and until when he may not take or publish; the newest first',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: conductView,
    status: 200,
    refusals: ['not-registered'],
  },
  appealPenalty: {
    method: 'POST',
    path: '/people/me/penalties/:penalty/appeal',
    role: 'contact',
    tag: 'penalty',
    summary: 'It was not my fault: a person of the hall looks at it, once for each penalty',
    params: z.strictObject({ penalty: penaltyId }),
    query: nothing,
    body: z.strictObject({ why: z.enum(APPEAL_WHYS) }),
    answer: conductView,
    status: 200,
    refusals: ['not-registered', 'penalty-not-found', 'already-appealed', 'appeal-too-late'],
  },
  seeConduct: {
    method: 'GET',
    path: '/staff/people/:person/conduct',
    role: 'staff',
    action: 'see-conduct',
    tag: 'staff',
    summary: 'The same of somebody, for whoever decides about his appeal',
    params: z.strictObject({ person: z.string().min(1).max(60) }),
    query: nothing,
    body: nothing,
    answer: conductView,
    status: 200,
    refusals: ['not-found'],
  },
  talkOver: {
    method: 'POST',
    path: '/staff/people/:person/conduct/talked-over',
    role: 'staff',
    action: 'talk-over',
    tag: 'staff',
    summary:
      'Somebody who had to come to the hall first has been talked with, and may take and publish again; `seen` are the penalties that were talked over',
    params: z.strictObject({ person: z.string().min(1).max(60) }),
    query: nothing,
    body: z.strictObject({ seen: z.array(penaltyId).min(1).max(LIMIT.penaltiesPerPerson) }),
    answer: conductView,
    status: 200,
    refusals: ['not-found', 'penalty-not-found'],
  },
  decideAppeal: {
    method: 'POST',
    path: '/staff/people/:person/appeals/:penalty',
    role: 'staff',
    action: 'decide-appeal',
    tag: 'staff',
    summary: 'Lift a penalty or leave it, with the reason, which its owner reads; `points` are those whoever decides has seen',
    params: z.strictObject({ person: z.string().min(1).max(60), penalty: penaltyId }),
    query: nothing,
    body: z.strictObject({
      lifted: z.boolean(),
      points: z.int().min(0).max(1000),
      reason: saidText(LIMIT.noteCharacters),
    }),
    answer: conductView,
    status: 200,
    refusals: ['not-found', 'penalty-not-found', 'not-appealed', 'appeal-decided', 'prove-again', 'second-person-needed'],
  },
} as const satisfies Routes
