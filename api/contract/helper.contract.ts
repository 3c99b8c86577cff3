import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { CONSENT_WAYS } from '../core/person/consent.ts'
import type { Routes } from './route.ts'
import { nothing, typedText, wireInstant } from './shapes.ts'

const code = z.object({ code: z.string(), until: wireInstant })
const person = z.string().min(1).max(100)
const byPerson = z.strictObject({ person })
/** Masked. */
const name = z.string()
const elder = z.object({ person: z.string(), name, called: z.string() })
const ended = z.object({ left: z.int() })

export const helperRoutes = {
  letHelp: {
    method: 'POST',
    path: '/people/me/helper-codes',
    role: 'contact',
    tag: 'helper',
    summary: 'The caller agrees that whoever types this one-time code may act for him: find, take, start and finish work, and no money',
    params: nothing,
    query: nothing,
    body: z.strictObject({ consent: z.literal(true) }),
    answer: code,
    status: 201,
    refusals: ['not-registered'],
  },
  helpElder: {
    method: 'POST',
    path: '/people/me/elders',
    role: 'contact',
    tag: 'helper',
    summary: 'Act from now on for the person who gave this code, or for whom the hall did',
    params: nothing,
    query: nothing,
    body: z.strictObject({ code: z.string().regex(/^\d{6,8}$/), called: typedText(6) }),
    answer: elder,
    status: 200,
    refusals: ['not-registered', 'binding-code-wrong', 'binding-code-locked', 'own-help', 'too-many-helpers', 'name-invalid'],
  },
  myElders: {
    method: 'GET',
    path: '/people/me/elders',
    role: 'contact',
    tag: 'helper',
    summary: 'Whom the caller may act for',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ elders: z.array(elder) }),
    status: 200,
    refusals: ['not-registered'],
  },
  myHelpers: {
    method: 'GET',
    path: '/people/me/helpers',
    role: 'contact',
    tag: 'helper',
    summary: 'Who may act for the caller',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ helpers: z.array(z.object({ person: z.string(), name, since: wireInstant })) }),
    status: 200,
    refusals: ['not-registered'],
  },
  endHelper: {
    method: 'POST',
    path: '/people/me/helpers/:person/end',
    role: 'contact',
    tag: 'helper',
    summary: 'Somebody acts for the caller no more',
    params: byPerson,
    query: nothing,
    body: nothing,
    answer: ended,
    status: 200,
    refusals: ['not-registered', 'not-helping'],
  },
  leaveElder: {
    method: 'POST',
    path: '/people/me/elders/:person/end',
    role: 'contact',
    tag: 'helper',
    summary: 'The caller acts for somebody no more',
    params: byPerson,
    query: nothing,
    body: nothing,
    answer: ended,
    status: 200,
    refusals: ['not-registered', 'not-helping'],
  },
  letHelpFor: {
    method: 'POST',
    path: '/staff/people/helper-codes',
    role: 'staff',
    action: 'verify-people',
    tag: 'helper',
    summary: 'Somebody at the counter agrees that whoever types this code may act for him; how he agreed is kept',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      name: typedText(LIMIT.nameCharacters),
      idNumber: z.string().max(40),
      cardSeen: z.literal(true),
      consent: z.strictObject({ how: z.enum(CONSENT_WAYS).exclude(['chat']), text: z.string().regex(/^[\w.-]{1,40}$/) }),
    }),
    answer: code.extend({ person: z.string() }),
    status: 201,
    refusals: ['not-found', 'name-invalid', 'id-number-invalid'],
  },
  endHelperFor: {
    method: 'POST',
    path: '/staff/people/:person/helpers/end',
    role: 'staff',
    action: 'verify-people',
    tag: 'helper',
    summary: 'Nobody acts for somebody any more, as he told the hall',
    params: byPerson,
    query: nothing,
    body: nothing,
    answer: ended,
    status: 200,
    refusals: ['not-found'],
  },
} as const satisfies Routes
