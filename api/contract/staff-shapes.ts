import { z } from 'zod'
import { isLogin, STAFF_STATES } from '../core/staff/account.ts'
import { STAFF_ACTIONS } from '../core/staff/action.ts'
import { STAFF_ROLES } from '../core/staff/role.ts'
import { CARRIERS } from '../core/staff/session.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import { typedText, wireInstant } from './shapes.ts'

const township = typedText(STAFF_LIMIT.stationCharacters).refine((text) => text !== '', 'empty')

export const wireScope = z.union([
  z.strictObject({ kind: z.literal('county') }),
  z.strictObject({ kind: z.literal('townships'), townships: z.array(township).min(1).max(STAFF_LIMIT.townshipsPerScope) }),
  z.strictObject({ kind: z.literal('station'), township, station: township }),
])
export const wireRoles = z.array(z.enum(STAFF_ROLES)).min(1).max(STAFF_LIMIT.rolesPerAccount)

/** What somebody may do, as it is given to him and shown. */
export const wireRights = { roles: wireRoles, scope: wireScope }

export const newLogin = z.string().min(2).max(STAFF_LIMIT.loginCharacters).refine(isLogin, 'small letters and digits, joined by . _ or -')
/** Long enough for any password that somebody may try; what a new one must be is decided when it is set. */
export const typedPassword = z.string().min(1).max(512)
/** Six digits of an app, or a recovery code. */
export const typedCode = z.string().max(40)
export const carrier = z.enum(CARRIERS).default('bearer')

/** One account as other staff see it. */
export const staffView = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  ...wireRights,
  state: z.enum(STAFF_STATES),
  hasSecondFactor: z.boolean(),
  joinedAt: wireInstant,
})
export type StaffView = z.output<typeof staffView>

/** Somebody's own account and how he is signed in. */
export const staffSelf = staffView.extend({
  recoveryCodesLeft: z.int(),
  isInChat: z.boolean(),
  /** Until when he need not prove himself again. */
  provenUntil: wireInstant,
  sessionEndsAt: wireInstant,
  /** All that he may do as he is signed in now, so that no page has a rule of its own. */
  may: z.array(z.enum(STAFF_ACTIONS)),
  /** Where he works; null: in the whole county. */
  townships: z.array(z.string()).nullable(),
})
export type StaffSelf = z.output<typeof staffSelf>

/** A session begins, or goes on under another token; the one before is worth nothing. A browser gets the token in its cookie alone. */
export const sessionBegun = z.object({ token: z.string().nullable(), carrier: z.enum(CARRIERS), self: staffSelf })
export type SessionBegun = z.output<typeof sessionBegun>

/** A one-time code, shown once: whoever types it first has it. */
export const oneTimeCode = z.object({ id: z.string(), code: z.string(), endsAt: wireInstant })
