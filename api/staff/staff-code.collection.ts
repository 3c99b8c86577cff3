import { z } from 'zod'
import type { Invitation } from '../core/staff/invitation.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'
import { blinds } from '../vault/blinds.ts'
import { storedRoles, storedScope } from './staff-account.collection.ts'

const head = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  digest: blinds,
  /** For whoever asks for it again by the same call. */
  sealed: z.string(),
  endsAt: instant,
}

export type InvitationDoc = Invitation & Doc & { readonly digest: readonly string[]; readonly sealed: string }

/** Codes that make an account, or renew one. Who uses one takes it away: of two at once only one succeeds. */
export const invitations = collection<InvitationDoc>({
  name: 'staffInvitations',
  schema: z.discriminatedUnion('kind', [
    z.strictObject({ ...head, kind: z.literal('join'), roles: storedRoles, scope: storedScope }),
    z.strictObject({ ...head, kind: z.literal('renew'), account: id<'staff'>() }),
  ]),
  unique: { digest: ['county', 'digest'] },
  indexes: { ends: ['county', 'endsAt'] },
})

const contactCode = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.int(),
  digest: z.string(),
  account: id<'staff'>(),
  endsAt: instant,
})
export type ContactCodeDoc = Readonly<z.output<typeof contactCode>>

/** Digits that bind a chat contact; an account has one at a time. */
export const contactCodes = collection<ContactCodeDoc>({
  name: 'staffContactCodes',
  schema: contactCode,
  unique: { digest: ['county', 'digest'] },
  indexes: { ends: ['county', 'endsAt'] },
})
