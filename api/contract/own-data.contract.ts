import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { OBLIGATIONS } from '../core/person/obligations.ts'
import { fileAnswer } from './file-answer.ts'
import type { Routes } from './route.ts'
import { nothing, typedText, wireDay, wireFen, wireInstant } from './shapes.ts'

/** What of somebody would be kept, and what holds him here. */
const erasureView = z.object({
  obligation: z.enum(OBLIGATIONS).nullable(),
  /** What is still here of his money. */
  leftFen: wireFen,
  /** Until when the law has his name kept in the wage ledger; null where it stands in none. */
  keptUntil: wireDay.nullable(),
})

const about = { tag: 'own-data', params: nothing, query: nothing, body: nothing, status: 200 } as const
const card = z.strictObject({ name: typedText(LIMIT.nameCharacters), idNumber: z.string().max(40), cardSeen: z.literal(true) })
const erasureAsked = z.object({ by: wireInstant })

export const ownDataRoutes = {
  seeErasure: {
    ...about,
    method: 'GET',
    path: '/people/me/erasure',
    role: 'contact',
    summary: 'What would be kept of the caller if he were forgotten, and what holds him here',
    answer: erasureView,
    refusals: ['not-registered'],
  },
  eraseMe: {
    ...about,
    method: 'POST',
    path: '/people/me/erasure',
    role: 'contact',
    summary: 'Forget the caller: his data are gone for good; the book and policies keep a number that says of nobody who he was',
    body: z.strictObject({ confirmed: z.literal(true) }),
    answer: erasureAsked,
    refusals: ['not-registered', 'contact-too-new', ...OBLIGATIONS],
  },
  exportPerson: {
    ...about,
    method: 'POST',
    path: '/staff/people/export',
    role: 'staff',
    action: 'export-people',
    summary: 'Everything about somebody who stands at the counter with his card and wants it, as an archive of JSON files and his pictures',
    body: card,
    answer: fileAnswer,
    refusals: ['not-found', 'name-invalid', 'id-number-invalid', 'prove-again'],
  },
  erasePerson: {
    ...about,
    method: 'POST',
    path: '/staff/people/erase',
    role: 'staff',
    action: 'erase-people',
    summary: 'The same for somebody who stands at the counter with his card and wants it',
    body: card,
    answer: erasureAsked,
    refusals: ['not-found', 'name-invalid', 'id-number-invalid', 'prove-again', ...OBLIGATIONS],
  },
} as const satisfies Routes
