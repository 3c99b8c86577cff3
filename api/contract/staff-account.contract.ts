import { z } from 'zod'
import type { Routes } from './route.ts'
import { nothing, pageAsked, wireInstant } from './shapes.ts'
import { oneTimeCode, staffView, wireRights } from './staff-shapes.ts'

const byId = z.strictObject({ id: z.string().min(1).max(100) })
const about = { role: 'staff', tag: 'staff accounts', params: nothing, query: nothing, body: nothing, status: 200 } as const
const onAccount = { ...about, method: 'POST', params: byId } as const

export const staffAccountRoutes = {
  listStaff: {
    ...about,
    method: 'GET',
    path: '/staff/accounts',
    action: 'see-staff',
    summary: 'Who works for the county, by login',
    query: z.strictObject(pageAsked()),
    answer: z.object({ accounts: z.array(staffView), next: z.string().nullable() }),
    refusals: [],
  },
  inviteStaff: {
    ...about,
    method: 'POST',
    path: '/staff/invitations',
    action: 'invite-staff',
    summary: 'A one-time code for somebody who is to work here, with what he may do',
    body: z.strictObject(wireRights),
    answer: oneTimeCode,
    status: 201,
    refusals: ['roles-do-not-fit', 'prove-again'],
  },
  withdrawInvitation: {
    ...onAccount,
    path: '/staff/invitations/:id/withdraw',
    action: 'invite-staff',
    summary: 'The code is good for nothing from now on',
    answer: z.object({ id: z.string(), withdrawnAt: wireInstant }),
    refusals: ['not-found', 'prove-again'],
  },
  changeStaff: {
    ...onAccount,
    path: '/staff/accounts/:id/rights',
    action: 'change-staff',
    summary: 'Give somebody else other roles, or another scope; he has to sign in anew',
    body: z.strictObject(wireRights),
    answer: staffView,
    refusals: ['not-found', 'roles-do-not-fit', 'own-account', 'prove-again'],
  },
  moveStaff: {
    ...onAccount,
    path: '/staff/accounts/:id/state',
    action: 'suspend-staff',
    summary: 'Stop somebody else from working at once, or let him work again',
    body: z.strictObject({ state: z.enum(['active', 'suspended']) }),
    answer: staffView,
    refusals: ['not-found', 'own-account', 'prove-again'],
  },
  resetStaff: {
    ...onAccount,
    path: '/staff/accounts/:id/reset',
    action: 'reset-staff',
    summary: 'A one-time code for somebody who has lost his password or phone; a second person has to agree first',
    answer: oneTimeCode,
    refusals: ['not-found', 'own-account', 'prove-again', 'second-person-needed'],
  },
} as const satisfies Routes
