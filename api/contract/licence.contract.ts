import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import type { Routes } from './route.ts'
import { base64Of, bodyBytesWith, nothing, pageAsked, saidText, typedText, wireDay, wireInstant } from './shapes.ts'

const state = z.enum(['waiting', 'approved', 'rejected'])

/** A licence as its owner sees it. It counts on every day up to `countsUntil`, once it is approved. */
export const licenceView = z.object({
  licence: z.string(),
  cert: z.string(),
  /** A paper about a skill (技能等级): good to show, but no work asks for it by law. */
  isSkill: z.boolean(),
  state,
  uploadedAt: wireInstant,
  validUntil: wireDay.nullable(),
  reviewOn: wireDay.nullable(),
  countsUntil: wireDay.nullable(),
  reason: z.string().nullable(),
})
export type LicenceView = z.output<typeof licenceView>

/** What staff see in a list: nobody's name, the picture is asked for one by one. */
const waitingLicence = licenceView.extend({ person: z.string() })

const byId = z.strictObject({ id: z.string().min(1).max(100) })
const upload = z.strictObject({ cert: typedText(20), picture: base64Of(LIMIT.pictureBytes) })
const bodyBytes = bodyBytesWith(LIMIT.pictureBytes)
const UPLOAD_REFUSALS = ['licence-unknown', 'picture-unreadable', 'picture-too-large', 'picture-known', 'too-many-licences'] as const

export const licenceRoutes = {
  uploadLicence: {
    method: 'POST',
    path: '/people/me/licences',
    role: 'contact',
    tag: 'licence',
    summary: 'A picture (JPEG or PNG, in base64) of a licence of the caller, to be looked at by staff',
    params: nothing,
    query: nothing,
    body: upload,
    bodyBytes,
    answer: licenceView,
    status: 201,
    refusals: ['not-registered', ...UPLOAD_REFUSALS],
  },
  myLicences: {
    method: 'GET',
    path: '/people/me/licences',
    role: 'contact',
    tag: 'licence',
    summary: 'The licences of the caller, the newest first',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ licences: z.array(licenceView) }),
    status: 200,
    refusals: ['not-registered'],
  },
  uploadLicenceFor: {
    method: 'POST',
    path: '/staff/licences',
    role: 'staff',
    action: 'add-licence',
    tag: 'licence',
    summary: 'The same for somebody who stands at the counter; another of the staff looks at it',
    params: nothing,
    query: nothing,
    body: upload.extend({ person: z.string().min(1).max(100) }),
    bodyBytes,
    answer: licenceView,
    status: 201,
    refusals: ['not-found', ...UPLOAD_REFUSALS],
  },
  listLicences: {
    method: 'GET',
    path: '/staff/licences',
    role: 'staff',
    action: 'see-licences',
    tag: 'licence',
    summary: 'Licences by state, the oldest first; a page may hold fewer than its limit',
    params: nothing,
    query: z.strictObject({
      state: state.default('waiting'),
      ...pageAsked(),
    }),
    body: nothing,
    answer: z.object({ licences: z.array(waitingLicence), next: z.string().nullable() }),
    status: 200,
    refusals: [],
  },
  seeLicencePicture: {
    method: 'GET',
    path: '/staff/licences/:id/picture',
    role: 'staff',
    action: 'open-licence',
    tag: 'licence',
    summary: 'The picture of a licence in base64; that it was opened is written down',
    params: byId,
    query: nothing,
    body: nothing,
    answer: z.object({ format: z.enum(['jpeg', 'png']), picture: z.string() }),
    status: 200,
    refusals: ['not-found'],
  },
  reviewLicence: {
    method: 'POST',
    path: '/staff/licences/:id/review',
    role: 'staff',
    action: 'review-licence',
    tag: 'licence',
    summary: 'A second person approves a licence, with its number and days as they stand on it, or rejects it with a reason',
    params: byId,
    query: nothing,
    body: z.discriminatedUnion('decision', [
      z.strictObject({
        decision: z.literal('approve'),
        number: z.string().regex(/^[\p{L}\p{N}-]{4,40}$/u),
        validUntil: wireDay,
        reviewOn: wireDay.nullable().default(null),
      }),
      z.strictObject({
        decision: z.literal('reject'),
        reason: saidText(LIMIT.reasonCharacters),
      }),
    ]),
    answer: licenceView,
    status: 200,
    refusals: ['not-found', 'licence-reviewed', 'own-review', 'licence-over', 'key-reused'],
  },
} as const satisfies Routes
