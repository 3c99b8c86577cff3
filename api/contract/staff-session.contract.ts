import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { CARRIERS } from '../core/staff/session.ts'
import type { Routes } from './route.ts'
import { nothing, typedText } from './shapes.ts'
import { carrier, newLogin, oneTimeCode, sessionBegun, staffSelf, typedCode, typedPassword } from './staff-shapes.ts'

const mine = {
  role: 'staff',
  action: 'own-account',
  tag: 'staff accounts',
  params: nothing,
  query: nothing,
  body: nothing,
  status: 200,
} as const
const anybodys = { role: 'public', tag: 'staff accounts', params: nothing, query: nothing, session: 'begins' } as const

export const staffSessionRoutes = {
  signIn: {
    ...anybodys,
    method: 'POST',
    path: '/staff/sessions',
    summary: 'Sign in. Whatever is wrong, the answer is the same; without a second factor only one’s own account can be reached',
    body: z.strictObject({ login: z.string().min(1).max(100), password: typedPassword, code: typedCode.default(''), carrier }),
    answer: sessionBegun,
    status: 201,
    refusals: ['sign-in-failed', 'too-many-requests'],
  },
  joinStaff: {
    ...anybodys,
    method: 'POST',
    path: '/staff/accounts',
    summary: 'Make the account that a one-time code is good for',
    body: z.strictObject({
      code: typedCode,
      login: newLogin,
      name: typedText(LIMIT.nameCharacters).refine((text) => text !== '', 'empty'),
      password: typedPassword,
      carrier,
    }),
    answer: sessionBegun,
    status: 201,
    refusals: ['code-not-valid', 'login-taken', 'password-too-weak', 'too-many-requests'],
  },
  renewStaff: {
    ...anybodys,
    method: 'POST',
    path: '/staff/accounts/renew',
    summary: 'Set a new password by a one-time code, after password or phone were lost; the second factor is set up anew',
    body: z.strictObject({ code: typedCode, password: typedPassword, carrier }),
    answer: sessionBegun,
    status: 200,
    refusals: ['code-not-valid', 'password-too-weak', 'too-many-requests'],
  },
  seeSelf: { ...mine, method: 'GET', path: '/staff/me', summary: 'One’s own account', answer: staffSelf, refusals: [] },
  signOut: {
    ...mine,
    method: 'POST',
    path: '/staff/me/sign-out',
    summary: 'End this session, or all there are',
    body: z.strictObject({ everywhere: z.boolean().default(false) }),
    answer: z.object({ carrier: z.enum(CARRIERS) }),
    session: 'ends',
    refusals: [],
  },
  proveAgain: {
    ...mine,
    method: 'POST',
    path: '/staff/me/proof',
    summary: 'Show that it is still oneself, by password or by a code; what needs that can be done for a few minutes',
    body: z.strictObject({ password: typedPassword.optional(), code: typedCode.optional() }),
    answer: sessionBegun,
    session: 'begins',
    refusals: ['sign-in-failed', 'too-many-requests'],
  },
  changePassword: {
    ...mine,
    method: 'POST',
    path: '/staff/me/password',
    summary: 'Change one’s password; every other session is over',
    body: z.strictObject({ password: typedPassword, next: typedPassword }),
    answer: sessionBegun,
    session: 'begins',
    refusals: ['sign-in-failed', 'password-too-weak', 'too-many-requests'],
  },
  beginSecondFactor: {
    ...mine,
    method: 'POST',
    path: '/staff/me/second-factor',
    summary: 'A new secret for an authenticator app; it counts once a code of it has been confirmed',
    answer: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
    refusals: ['prove-again'],
  },
  confirmSecondFactor: {
    ...mine,
    method: 'POST',
    path: '/staff/me/second-factor/confirm',
    summary: 'Confirm the new secret by a code of it. The recovery codes are shown this once',
    body: z.strictObject({ code: typedCode }),
    answer: sessionBegun.extend({ recoveryCodes: z.array(z.string()) }),
    session: 'begins',
    refusals: ['sign-in-failed', 'prove-again', 'too-many-requests'],
  },
  renewRecoveryCodes: {
    ...mine,
    method: 'POST',
    path: '/staff/me/recovery-codes',
    summary: 'New recovery codes, shown this once; the old ones are worth nothing',
    answer: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ['prove-again', 'second-factor-missing'],
  },
  askContactCode: {
    ...mine,
    method: 'POST',
    path: '/staff/me/contact-codes',
    summary: 'Digits to be typed to the bot in private chat, by which a chat contact becomes one’s own',
    answer: oneTimeCode.omit({ id: true }),
    refusals: ['prove-again', 'second-factor-missing'],
  },
  dropContact: {
    ...mine,
    method: 'POST',
    path: '/staff/me/contact/drop',
    summary: 'The chat contact is one’s own no longer',
    answer: staffSelf,
    refusals: [],
  },
} as const satisfies Routes
