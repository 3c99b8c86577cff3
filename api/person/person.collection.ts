import { z } from 'zod'
import { COMPANY_KINDS } from '../core/company/credit-code.ts'
import { LIMIT } from '../core/limit.ts'
import { AGE_BANDS } from '../core/person/age.ts'
import { CHANNELS } from '../core/person/channel.ts'
import { CONSENT_WAYS } from '../core/person/consent.ts'
import { PERSON_ROLES } from '../core/person/person.ts'
import { CHECKS, UNVERIFIED } from '../core/person/verification.ts'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { id } from '../store/brand.ts'
import { instant, plainDate } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields } from '../store/once.ts'
import { blind, blinds } from '../vault/blinds.ts'

const LICENCES_PER_PERSON = 50
const CONSENTS_PER_PERSON = 20
const TRADES_PER_PERSON = 50

/** An envelope: the schema itself keeps a plain text out of a sealed field. */
export const sealed = z.string().regex(/^v1\.[\w.-]+$/)

const verification = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('unverified') }),
  z.strictObject({ state: z.literal('mismatched'), at: instant }),
  z.strictObject({ state: z.literal('verified'), by: z.enum(CHECKS), at: instant }),
])

const consent = z.strictObject({ at: instant, how: z.enum(CONSENT_WAYS), text: z.string(), by: z.string() })

/** The name as it stood when he chose it. */
const companyPoster = z.strictObject({ kind: z.enum(COMPANY_KINDS), company: z.string(), name: z.string() })

/** What somebody is counted by; it says of nobody who he is. */
export const countedFields = {
  id: id<'person'>(),
  county: z.string(),
  roles: z.array(z.enum(PERSON_ROLES)).min(1).max(PERSON_ROLES.length),
  township: z.string(),
  demo: z.boolean(),
  registeredAt: instant,
  /** Since when he has been a worker; null while he is none. */
  workerSince: instant.nullable().default(null),
  /** What he told late and is counted by: where he lived, and whether he was a worker by then. */
  townshipTold: z.strictObject({ township: z.string(), at: instant, asWorker: z.boolean() }).nullable().default(null),
  /** Where a worker who moved lived when he was counted; he stays counted there. */
  movedFrom: z.string().nullable().default(null),
  /** How he came to be registered; null where it was not written down. */
  channel: z.enum(CHANNELS).nullable().default(null),
  /** Since when it is made sure of who he is, whoever looked again later; null while it is not, and where it was not written down. */
  verifiedSince: instant.nullable().default(null),
  /** All that is kept open of the age, for counting. */
  ageBand: z
    .union(AGE_BANDS.map((from) => z.literal(from)))
    .nullable()
    .default(null),
}

const counted = z.strictObject(countedFields)
export type CountedPerson = Readonly<z.output<typeof counted>>

const schema = z.strictObject({
  ...countedFields,
  version: z.int(),
  /** The person's own key, wrapped by the county's: everything sealed here is sealed with it, and gone once it is dropped. */
  key: sealed,
  name: sealed,
  idNumber: sealed,
  phone: sealed,
  birthDay: sealed,
  idNumberBlind: blinds,
  /** Who was registered before anybody was asked has shown his card to nobody. */
  verification: verification.default(UNVERIFIED),
  /** Of a 16- or 17-year-old, at his registration. */
  guardian: z.strictObject({ name: sealed, phone: sealed }).nullable().default(null),
  /**
   * The account that payouts go to, once its owner has shown that it is his; nothing is sent there before `from`. `mark` is what payouts under
   * way know it by, where its first blind index is another by now.
   */
  payee: z.strictObject({ blind: blinds, sealed, from: instant, mark: z.string().optional() }).nullable().default(null),
  /** No payout before: the last contact was bound in the place of another. */
  moneyFrom: instant.nullable().default(null),
  contacts: z.array(z.strictObject({ blind: blinds, sealed })).max(LIMIT.contactsPerPerson),
  licences: z.array(z.strictObject({ cert: z.string(), validUntil: plainDate })).max(LICENCES_PER_PERSON),
  skills: z.array(z.string()).max(TRADES_PER_PERSON).default([]),
  wishes: z.array(z.string()).max(TRADES_PER_PERSON).default([]),
  /** Who may act for him, and how he agreed. */
  helpers: z
    .array(z.strictObject({ person: id<'person'>(), called: z.string(), consent }))
    .max(LIMIT.helpersPerPerson)
    .default([]),
  /** What he agreed to, the newest last. */
  consents: z.array(consent).max(CONSENTS_PER_PERSON).default([]),
  /** In whose name he posts; null: his own household's. */
  postsAs: companyPoster.nullable().default(null),
  /** Another name or number, typed by one of the staff, that counts once a second one has typed the same before `until`. */
  correction: z.strictObject({ mark: blind, by: id<'staff'>(), until: instant }).nullable().default(null),
  /** Another phone that he wants to have, and what was sent for it. */
  phoneChange: z
    .strictObject({ mark: blind.nullable(), until: instant, triesLeft: z.int(), sentAt: z.array(instant).max(LIMIT.phoneCodesPerDay) })
    .nullable()
    .default(null),
  /** He wants to be forgotten, and since when: he is found no more and nothing of him changes, until he is gone. */
  leaving: z.strictObject({ at: instant }).nullable().default(null),
  ...onceFields,
  ...outboxFields,
})

export type PersonDoc = Outbox & Readonly<Omit<z.output<typeof schema>, keyof Outbox>>

/** One ID number is one person of the county, and one chat contact and one account for payouts belong to one person. */
export const people = collection<PersonDoc>({
  name: 'people',
  schema,
  unique: { idNumber: ['county', 'idNumberBlind'], contact: ['county', 'contacts.blind'], payee: ['county', 'payee.blind'] },
  indexes: { registered: ['county', 'registeredAt'], helper: ['county', 'helpers.person', 'registeredAt'], ...outboxIndex },
})
