import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { CONSENT_WAYS } from '../core/person/consent.ts'
import { IMPORT_FIELDS } from '../core/person/import-row.ts'
import { personCard, personRole } from './person.contract.ts'
import type { Routes } from './route.ts'
import { base64Of, bodyBytesWith, nothing, typedText, wireInstant } from './shapes.ts'

/** That the person agreed, before anything is stored: how he said so, and to which version of the words. */
const consent = z.strictObject({
  how: z.enum(CONSENT_WAYS).exclude(['chat']),
  text: z.string().regex(/^[\w.-]{1,40}$/),
})

const typed = { name: typedText(LIMIT.nameCharacters), idNumber: z.string().max(40) }

export const importReport = z.object({
  rows: z.int(),
  registered: z.int(),
  known: z.int(),
  bad: z.int(),
  /** The first of the bad ones. */
  faults: z.array(z.object({ row: z.int(), field: z.enum(IMPORT_FIELDS), refusal: z.string() })),
})

export const stationRoutes = {
  registerAtStation: {
    method: 'POST',
    path: '/staff/people',
    role: 'staff',
    action: 'register-people',
    tag: 'person',
    summary: 'Register somebody who stands at the counter with his card, with his consent on record',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      ...typed,
      phone: z.string().max(40),
      roles: z.array(personRole).min(1).max(2),
      township: typedText(20),
      /** Somebody has looked at the card, and at who holds it. */
      cardSeen: z.literal(true),
      consent,
      guardian: z.strictObject({ name: typed.name, phone: z.string().max(40), consent: z.literal(true) }).optional(),
    }),
    answer: z.object({ person: z.string(), card: personCard }),
    status: 201,
    refusals: [
      'id-number-in-use',
      'id-number-invalid',
      'under-age',
      'name-invalid',
      'phone-invalid',
      'guardian-missing',
      'township-unknown',
      'key-reused',
    ],
  },
  findPerson: {
    method: 'POST',
    path: '/staff/people/find',
    role: 'staff',
    action: 'find-people',
    tag: 'person',
    summary: 'Whether somebody is registered, by his whole ID number, and how he stands, masked; each time is written down',
    params: nothing,
    query: nothing,
    body: z.strictObject({ idNumber: typed.idNumber }),
    answer: z.object({ person: z.string(), card: personCard }),
    status: 200,
    refusals: ['not-found', 'id-number-invalid'],
  },
  verifyAtCounter: {
    method: 'POST',
    path: '/staff/people/verify',
    role: 'staff',
    action: 'verify-people',
    tag: 'person',
    summary: 'Somebody of the hall has looked at the card of a registered person',
    params: nothing,
    query: nothing,
    body: z.strictObject({ ...typed, cardSeen: z.literal(true) }),
    answer: z.object({ person: z.string(), card: personCard }),
    status: 200,
    refusals: ['not-found', 'name-invalid', 'id-number-invalid', 'key-reused'],
  },
  giveBindingCode: {
    method: 'POST',
    path: '/staff/people/binding-codes',
    role: 'staff',
    action: 'verify-people',
    tag: 'person',
    summary: 'A one-time code for a registered person whose card was seen, to be typed in his private chat within minutes',
    params: nothing,
    query: nothing,
    body: z.strictObject({ ...typed, cardSeen: z.literal(true) }),
    answer: z.object({ person: z.string(), code: z.string(), until: wireInstant }),
    status: 201,
    refusals: ['not-found', 'name-invalid', 'id-number-invalid'],
  },
  correctPerson: {
    method: 'POST',
    path: '/staff/people/correct',
    role: 'staff',
    action: 'correct-people',
    tag: 'person',
    summary:
      'What stands about a registered person is put right by the card that was seen. Another number, or another name of somebody who was made sure of, counts once a second one of the staff has sent the same',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      /** By the id, or by the number as it stands now. */
      who: z.union([z.strictObject({ person: z.string().min(1).max(100) }), z.strictObject({ idNumber: typed.idNumber })]),
      right: z
        .strictObject({ ...typed, phone: z.string().max(40), township: typedText(20) })
        .partial()
        .refine((fields) => Object.values(fields).some((field) => field !== undefined), 'empty'),
      cardSeen: z.literal(true),
    }),
    answer: z.object({ person: z.string(), card: personCard, waitsForSecond: z.boolean() }),
    status: 200,
    refusals: [
      ...['not-found', 'name-invalid', 'id-number-invalid', 'under-age', 'phone-invalid', 'township-unknown'],
      ...['guardian-missing', 'id-number-in-use', 'key-reused', 'prove-again'],
    ],
  },
  importPeople: {
    method: 'POST',
    path: '/staff/people/import',
    role: 'staff',
    action: 'import-people',
    tag: 'person',
    summary: 'Register the people of a spreadsheet; where a row is not right nothing is written and each bad row is named',
    params: nothing,
    query: nothing,
    body: z.strictObject({
      format: z.enum(['xlsx', 'csv']),
      /** The file in base64. */
      file: base64Of(LIMIT.importBytes),
      consent,
      onlyCheck: z.boolean().default(false),
    }),
    bodyBytes: bodyBytesWith(LIMIT.importBytes),
    answer: importReport,
    status: 200,
    refusals: ['file-unreadable', 'columns-missing', 'too-many-rows', 'prove-again'],
  },
} as const satisfies Routes
