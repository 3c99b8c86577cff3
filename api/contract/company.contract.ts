import { z } from 'zod'
import { COMPANY_KINDS } from '../core/company/credit-code.ts'
import { LIMIT } from '../core/limit.ts'
import type { Routes } from './route.ts'
import { base64Of, bodyBytesWith, nothing, pageAsked, saidText, typedCode, typedText, wireDay, wireInstant } from './shapes.ts'

const state = z.enum(['waiting', 'approved', 'rejected'])

/** A company as its representatives and staff see it. */
export const companyView = z.object({
  company: z.string(),
  name: z.string(),
  creditCode: z.string(),
  kind: z.enum(COMPANY_KINDS),
  state,
  sentAt: wireInstant,
  /** A newer picture waits to be looked at. */
  sentAgain: z.boolean(),
  /** On this day somebody looks again; after `publishesUntil` it publishes no more until somebody has. */
  checkOn: wireDay.nullable(),
  publishesUntil: wireDay.nullable(),
  reason: z.string().nullable(),
  representatives: z.int(),
})
export type CompanyView = z.output<typeof companyView>

/** As its own representative sees it. */
const ownCompany = companyView.extend({
  /** He may let others in. */
  isFirst: z.boolean(),
  /** What he posts goes out in its name. */
  postsAs: z.boolean(),
})

/** What staff see besides; nobody's name. */
const seenCompany = companyView.extend({ people: z.array(z.string()) })

const byId = z.strictObject({ id: z.string().min(1).max(100) })
const person = z.string().min(1).max(100)
const sent = z.strictObject({
  name: typedText(LIMIT.companyNameCharacters),
  creditCode: z.string().max(60),
  picture: base64Of(LIMIT.pictureBytes),
})
const bodyBytes = bodyBytesWith(LIMIT.pictureBytes)
const SENT_REFUSALS = [
  'credit-code-invalid',
  'company-name-invalid',
  'company-known',
  'picture-unreadable',
  'picture-too-large',
  'key-reused',
] as const

export const companyRoutes = {
  registerCompany: {
    method: 'POST',
    path: '/people/me/companies',
    role: 'contact',
    tag: 'company',
    summary:
      'A company by its unified social credit code, with a picture of its business licence, to be looked at by staff; or a newer picture',
    params: nothing,
    query: nothing,
    body: sent,
    bodyBytes,
    answer: companyView,
    status: 201,
    refusals: ['not-registered', 'not-an-employer', ...SENT_REFUSALS],
  },
  myCompanies: {
    method: 'GET',
    path: '/people/me/companies',
    role: 'contact',
    tag: 'company',
    summary: 'The companies that the caller speaks for',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ companies: z.array(ownCompany) }),
    status: 200,
    refusals: ['not-registered'],
  },
  postAs: {
    method: 'POST',
    path: '/people/me/posts-as',
    role: 'contact',
    tag: 'company',
    summary: 'In whose name the caller posts from now on: a company that he speaks for, or his own household',
    params: nothing,
    query: nothing,
    body: z.strictObject({ company: z.string().min(1).max(100).nullable() }),
    answer: z.object({ name: z.string().nullable() }),
    status: 200,
    refusals: ['not-registered', 'not-a-representative', 'company-not-approved', 'key-reused'],
  },
  inviteRepresentative: {
    method: 'POST',
    path: '/people/me/companies/:id/codes',
    role: 'contact',
    tag: 'company',
    summary: 'A one-time code for somebody else who is to speak for the company; only its first representative gives one',
    params: byId,
    query: nothing,
    body: nothing,
    answer: z.object({ code: z.string(), until: wireInstant }),
    status: 201,
    refusals: ['not-registered', 'not-found', 'not-a-representative'],
  },
  joinCompany: {
    method: 'POST',
    path: '/people/me/companies/join',
    role: 'contact',
    tag: 'company',
    summary: 'Speak for the company whose representative gave this one-time code',
    params: nothing,
    query: nothing,
    body: typedCode,
    answer: companyView,
    status: 200,
    refusals: ['not-registered', 'not-an-employer', 'binding-code-wrong', 'binding-code-locked', 'too-many-representatives', 'key-reused'],
  },
  spoilCompanyCode: {
    method: 'POST',
    path: '/people/me/companies/spoil',
    role: 'contact',
    tag: 'company',
    summary: 'The code of a company was said where others can read it: it is nothing any more. Whether it was one is not told',
    params: nothing,
    query: nothing,
    body: typedCode,
    answer: nothing,
    status: 200,
    refusals: ['binding-code-locked'],
  },
  leaveCompany: {
    method: 'POST',
    path: '/people/me/companies/:id/leave',
    role: 'contact',
    tag: 'company',
    summary: 'The caller speaks for the company no more',
    params: byId,
    query: nothing,
    body: nothing,
    answer: companyView,
    status: 200,
    refusals: ['not-registered', 'not-found', 'not-a-representative', 'key-reused'],
  },
  registerCompanyFor: {
    method: 'POST',
    path: '/staff/companies',
    role: 'staff',
    action: 'add-company',
    tag: 'company',
    summary: 'The same for somebody who stands at the counter with the licence; another of the staff looks at it',
    params: nothing,
    query: nothing,
    body: sent.extend({ person }),
    bodyBytes,
    answer: companyView,
    status: 201,
    refusals: ['not-found', ...SENT_REFUSALS],
  },
  listCompanies: {
    method: 'GET',
    path: '/staff/companies',
    role: 'staff',
    action: 'see-companies',
    tag: 'company',
    summary: 'Companies by state, the oldest first, or those whose newer picture waits; a page may hold fewer than its limit',
    params: nothing,
    query: z.strictObject({
      state: z.enum([...state.options, 'sent-again']).default('waiting'),
      ...pageAsked(),
    }),
    body: nothing,
    answer: z.object({ companies: z.array(seenCompany), next: z.string().nullable() }),
    status: 200,
    refusals: [],
  },
  seeCompanyPicture: {
    method: 'GET',
    path: '/staff/companies/:id/picture',
    role: 'staff',
    action: 'open-company',
    tag: 'company',
    summary: 'The picture of a business licence in base64; that it was opened is written down',
    params: byId,
    query: nothing,
    body: nothing,
    answer: z.object({ format: z.enum(['jpeg', 'png']), picture: z.string() }),
    status: 200,
    refusals: ['not-found'],
  },
  reviewCompany: {
    method: 'POST',
    path: '/staff/companies/:id/review',
    role: 'staff',
    action: 'review-company',
    tag: 'company',
    summary: 'A second person approves a company until its next look, or rejects it with a reason; also the look of every half year',
    params: byId,
    query: nothing,
    body: z.discriminatedUnion('decision', [
      z.strictObject({ decision: z.literal('approve') }),
      z.strictObject({
        decision: z.literal('reject'),
        reason: saidText(LIMIT.reasonCharacters),
      }),
    ]),
    answer: companyView,
    status: 200,
    refusals: ['not-found', 'company-reviewed', 'own-review', 'key-reused'],
  },
  addRepresentative: {
    method: 'POST',
    path: '/staff/companies/:id/representatives',
    role: 'staff',
    action: 'change-representatives',
    tag: 'company',
    summary: 'Somebody who has shown the hall that he may speaks for the company from now on',
    params: byId,
    query: nothing,
    body: z.strictObject({ person }),
    answer: companyView,
    status: 200,
    refusals: ['not-found', 'too-many-representatives', 'key-reused'],
  },
  endRepresentative: {
    method: 'POST',
    path: '/staff/companies/:id/representatives/end',
    role: 'staff',
    action: 'change-representatives',
    tag: 'company',
    summary: 'Somebody speaks for the company no more',
    params: byId,
    query: nothing,
    body: z.strictObject({ person }),
    answer: companyView,
    status: 200,
    refusals: ['not-found', 'not-a-representative', 'key-reused'],
  },
} as const satisfies Routes
