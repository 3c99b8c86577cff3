import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import type { Routes } from './route.ts'
import { codeText, nothing, typedCode, typedText, wireInstant } from './shapes.ts'

export const personRole = z.enum(['worker', 'employer'])

/** Masked everywhere: 廖*山, 3504**********1234, 138****1234. */
export const personCard = z.object({
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  roles: z.array(personRole),
  ageYears: z.int(),
  /** Only who is verified may take or publish, where the county asks for it. */
  verification: z.enum(['unverified', 'mismatched', 'verified']),
  /** Where he lives; empty while nobody has told. */
  township: z.string(),
  /** In whose name he posts; null: his own household's. */
  postsAs: z.string().nullable(),
})
export type PersonCard = z.output<typeof personCard>

/** One attempt at a time is refused with what is wrong with it; the third that is not true sends to the station. */
const REGISTER_REFUSALS = [
  'already-registered',
  'id-number-in-use',
  'id-number-invalid',
  'under-age',
  'name-invalid',
  'phone-invalid',
  'guardian-missing',
  'identity-mismatch',
  'identity-locked',
] as const

export const personRoutes = {
  checkIdNumber: {
    method: 'POST',
    path: '/people/id-number',
    role: 'contact',
    tag: 'person',
    summary: 'Whether an ID number can be one and its owner may work; nothing is stored but that a child was refused',
    params: nothing,
    query: nothing,
    body: z.strictObject({ idNumber: z.string().max(40) }),
    answer: z.object({ ageYears: z.int() }),
    status: 200,
    refusals: ['id-number-invalid', 'under-age'],
  },
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
      /** Who answers for somebody of 16 or 17, and has agreed. */
      guardian: z.strictObject({ name: typedText(LIMIT.nameCharacters), phone: z.string().max(40), consent: z.literal(true) }).optional(),
    }),
    answer: personCard,
    status: 201,
    refusals: REGISTER_REFUSALS,
  },
  bindContact: {
    method: 'POST',
    path: '/people/me/binding',
    role: 'contact',
    tag: 'person',
    summary: 'Bind the acting contact to the person whom the hall gave this one-time code to',
    params: nothing,
    query: nothing,
    body: typedCode,
    answer: personCard,
    status: 200,
    refusals: ['binding-code-wrong', 'binding-code-locked', 'already-registered'],
  },
  spoilBindingCode: {
    method: 'POST',
    path: '/people/me/binding/spoil',
    role: 'contact',
    tag: 'person',
    summary: 'A binding code was said where others can read it: it binds nobody any more. Whether it was one is not told',
    params: nothing,
    query: nothing,
    body: typedCode,
    answer: nothing,
    status: 200,
    refusals: ['binding-code-locked'],
  },
  tellSkills: {
    method: 'POST',
    path: '/people/me/skills',
    role: 'contact',
    tag: 'person',
    summary: 'What the caller can do and what he would like to, by the names of trades; added to what he has said before',
    params: nothing,
    query: nothing,
    body: z.strictObject({ skills: z.array(typedText(20)).max(30), wishes: z.array(typedText(20)).max(30) }),
    answer: z.object({ skills: z.array(z.string()), wishes: z.array(z.string()) }),
    status: 200,
    refusals: ['not-registered', 'trade-unknown'],
  },
  askPhoneCodes: {
    method: 'POST',
    path: '/people/me/phone/codes',
    role: 'contact',
    tag: 'person',
    summary: 'The caller has another phone: a one-time code goes to the one that stands about him, another to the new one',
    params: nothing,
    query: nothing,
    body: z.strictObject({ phone: z.string().max(40) }),
    /** Both numbers masked; the second is the new one. */
    answer: z.object({ before: z.string(), phone: z.string(), until: wireInstant.nullable() }),
    status: 200,
    refusals: ['not-registered', 'phone-invalid', 'change-at-hall', 'too-many-codes', 'key-reused', 'try-again'],
  },
  changePhone: {
    method: 'POST',
    path: '/people/me/phone',
    role: 'contact',
    tag: 'person',
    summary: 'The new phone stands about the caller from now on, for he has typed what was sent to both',
    params: nothing,
    query: nothing,
    body: z.strictObject({ phone: z.string().max(40), oldCode: codeText, newCode: codeText }),
    answer: personCard,
    status: 200,
    refusals: ['not-registered', 'phone-invalid', 'phone-code-wrong', 'phone-code-over', 'key-reused'],
  },
  tellTownship: {
    method: 'POST',
    path: '/people/me/township',
    role: 'contact',
    tag: 'person',
    summary: 'Where the caller lives, by the name of one of the townships of the county',
    params: nothing,
    query: nothing,
    body: z.strictObject({ township: typedText(20) }),
    answer: personCard,
    status: 200,
    refusals: ['not-registered', 'township-unknown'],
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
