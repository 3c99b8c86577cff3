import { z } from 'zod'
import { byNumber, jobView } from './job.contract.ts'
import type { RouteRow, Routes } from './route.ts'
import { nothing } from './shapes.ts'

const onJob = {
  method: 'POST',
  role: 'contact',
  params: byNumber,
  query: nothing,
  answer: jobView,
  status: 200,
} as const satisfies Partial<RouteRow>

export const takeRoutes = {
  takeJob: {
    ...onJob,
    path: '/jobs/:number/takes',
    tag: 'take',
    status: 201,
    summary: 'Take a seat: first come, first served, never more takes than seats',
    body: nothing,
    refusals: [
      'not-registered',
      'not-a-worker',
      'job-not-found',
      'job-not-open',
      'job-full',
      'already-taken',
      'own-job',
      'time-clash',
      'licence-missing',
      'guardian-needed',
      'paused',
      'hall-first',
    ],
  },
  undoTake: {
    ...onJob,
    path: '/jobs/:number/takes/undo',
    tag: 'take',
    summary: 'Undo a take within 60 seconds, as if it had not been',
    body: nothing,
    refusals: ['not-registered', 'job-not-found', 'no-take', 'undo-too-late', 'already-started', 'job-over'],
  },
  handBack: {
    ...onJob,
    path: '/jobs/:number/takes/hand-back',
    tag: 'take',
    summary: 'Hand a seat back before work starts',
    body: nothing,
    refusals: ['not-registered', 'job-not-found', 'no-take', 'already-started', 'job-over'],
  },
  startWork: {
    ...onJob,
    path: '/jobs/:number/start',
    tag: 'attendance',
    summary: "Start work with the employer's four-digit code",
    body: z.strictObject({ code: z.string().regex(/^\d{4}$/) }),
    refusals: [
      'not-registered',
      'job-not-found',
      'no-take',
      'already-started',
      'too-early-to-start',
      'wrong-start-code',
      'start-code-locked',
      'job-over',
    ],
  },
  finishWork: {
    ...onJob,
    path: '/jobs/:number/finish',
    tag: 'attendance',
    summary: 'Say that the own work is finished',
    body: nothing,
    refusals: ['not-registered', 'job-not-found', 'no-take', 'not-started', 'already-finished', 'work-goes-on'],
  },
  confirmWork: {
    ...onJob,
    path: '/jobs/:number/confirm',
    tag: 'attendance',
    summary: 'Confirm as the employer that all finished work is done; pay is released',
    body: nothing,
    refusals: ['not-registered', 'job-not-found', 'not-your-job', 'not-finished'],
  },
} as const satisfies Routes
