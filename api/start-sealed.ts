import { sealedMessages } from './chat/keep-messages.ts'
import { sealedSessions } from './chat/keep-sessions.ts'
import { sealedCompanyPictures } from './company/sealed-pictures.ts'
import { sealedIdentities } from './person/former.collection.ts'
import { sealedPeople } from './person/sealed-people.ts'
import { sealedInvitations, sealedStaffAccounts } from './staff/sealed-staff.ts'
import { sealedChecks } from './vault/check-keys.ts'
import type { Sealed } from './vault/sealed-in.ts'

/** Everything in the database that is sealed with the county's keys or found by its index keys. A test holds it against all the collections there are. */
export const SEALED: readonly Sealed[] = [
  ...[sealedPeople, sealedIdentities, sealedStaffAccounts, sealedInvitations],
  ...[sealedCompanyPictures, sealedSessions, sealedMessages, sealedChecks],
]
