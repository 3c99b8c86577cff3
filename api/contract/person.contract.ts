import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import type { Routes } from './route.ts'
import { nothing, typedText } from './shapes.ts'

export const personRole = z.enum(['worker', 'employer'])

/** Masked everywhere: 廖*山, 3504**********1234, 138****1234. */
export const personCard = z.object({
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  roles: z.array(personRole),
  ageYears: z.int(),
})
export type PersonCard = z.output<typeof personCard>

export const personRoutes = {
  registerPerson: {
    method: 'POST',
    path: '/people',
    role: 'contact',
    tag: 'person',
    summary: 'Register the acting contact by name, ID number and phone; a second role is added to the same person',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      role: personRole,
      name: typedText(LIMIT.nameCharacters),
      idNumber: z.string().max(40),
      phone: z.string().max(40),
      /** The person agreed that the data are checked and kept; without it nothing is stored. */
      consent: z.literal(true),
    }),
    answer: personCard,
    status: 201,
    refusals: ['already-registered', 'id-number-in-use', 'id-number-invalid', 'under-age', 'name-invalid', 'phone-invalid'],
  },
  addRole: {
    method: 'POST',
    path: '/people/me/roles',
    role: 'contact',
    tag: 'person',
    summary: 'A registered person also becomes a worker or an employer',
    params: nothing,
    query: nothing,
    body: z.strictObject({ role: personRole }),
    answer: personCard,
    status: 200,
    refusals: ['not-registered'],
  },
  seeMe: {
    method: 'GET',
    path: '/people/me',
    role: 'contact',
    tag: 'person',
    summary: "The caller's own card, masked",
    params: nothing,
    query: nothing,
    body: nothing,
    answer: personCard,
    status: 200,
    refusals: ['not-registered'],
  },
} as const satisfies Routes
