import { z } from 'zod'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import type { Routes } from './route.ts'
import { nothing } from './shapes.ts'
import { wireRights } from './staff-shapes.ts'

/** Who of the staff a chat contact is; what he may do in chat follows from it. */
export const staffContactView = z.object({ id: z.string(), ...wireRights })
export type StaffContactView = z.output<typeof staffContactView>

const code = z.string().regex(new RegExp(`^\\d{${STAFF_LIMIT.contactCodeDigits}}$`))

const about = {
  path: '/people/me/staff-account',
  role: 'contact',
  tag: 'staff accounts',
  params: nothing,
  query: nothing,
  answer: staffContactView,
  status: 200,
} as const

export const staffContactRoutes = {
  bindStaffContact: {
    ...about,
    method: 'POST',
    summary: 'Make the acting contact that of the account whose digits it typed in private chat',
    body: z.strictObject({ code }),
    refusals: ['wrong-staff-code', 'staff-code-locked', 'staff-contact-in-use'],
  },
  spoilStaffContactCode: {
    ...about,
    path: '/people/me/staff-account/spoil',
    method: 'POST',
    summary: 'A contact code was said where others can read it: it binds nobody any more. Whether it was one is not told',
    body: z.strictObject({ code }),
    answer: nothing,
    refusals: ['staff-code-locked'],
  },
  seeStaffContact: {
    ...about,
    method: 'GET',
    summary: 'Who of the staff the acting contact is',
    body: nothing,
    refusals: ['not-found'],
  },
} as const satisfies Routes
