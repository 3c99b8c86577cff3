import { z } from 'zod'
import { STAFF_STATES, type StaffAccount } from '../core/staff/account.ts'
import { STAFF_ROLES } from '../core/staff/role.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'
import { blinds } from '../vault/blinds.ts'

/** An envelope: the schema itself keeps a plain text out of a sealed field. */
const sealed = z.string().regex(/^v1\.[\w.-]+$/)
const stamp = z.string().regex(/^([\w-]{1,32}\.)?[\w-]{43}$/)

export const storedScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('county') }),
  z.strictObject({ kind: z.literal('townships'), townships: z.array(z.string()).max(STAFF_LIMIT.townshipsPerScope) }),
  z.strictObject({ kind: z.literal('station'), township: z.string(), station: z.string() }),
])
export const storedRoles = z.array(z.enum(STAFF_ROLES)).max(STAFF_LIMIT.rolesPerAccount)

export interface StaffAccountDoc extends StaffAccount, Remembers, Doc {
  readonly id: StaffAccount['id']
  readonly county: string
  readonly name: string
  /** argon2id of the password, with what it was made with. */
  readonly password: string
  /** The secret of the second factor, and the last step of it that was used: each is good once. */
  readonly totp: { readonly sealed: string; readonly usedStep: number } | null
  /** A secret that waits for its first code. */
  readonly newTotp: string | null
  /** Stamps of the recovery codes that are left. */
  readonly recovery: readonly string[]
  readonly contact: { readonly blind: readonly string[]; readonly sealed: string } | null
  readonly joinedAt: Temporal.Instant
}

/** One login is one account, and one chat contact belongs to one account. */
export const staffAccounts = collection<StaffAccountDoc>({
  name: 'staffAccounts',
  schema: z.strictObject({
    id: id<'staff'>(),
    county: z.string(),
    version: z.int(),
    login: z.string(),
    name: sealed,
    roles: storedRoles,
    scope: storedScope,
    state: z.enum(STAFF_STATES),
    epoch: z.int(),
    password: z.string().startsWith('$argon2id$'),
    totp: z.strictObject({ sealed, usedStep: z.int() }).nullable(),
    newTotp: sealed.nullable(),
    recovery: z.array(stamp).max(STAFF_LIMIT.recoveryCodes),
    contact: z.strictObject({ blind: blinds, sealed }).nullable(),
    joinedAt: instant,
    ...onceFields,
  }),
  unique: { login: ['county', 'login'], contact: ['county', 'contact.blind'] },
  indexes: { byLogin: ['county', 'login'] },
})
