import type { Audit, Audited } from '../audit/audit.ts'
import type { Clock } from '../core/clock.ts'
import type { StaffId } from '../core/id.ts'
import type { Fen } from '../core/money.ts'
import type { GuessesOf } from '../core/staff/password.ts'
import type { Editor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import type { RandomSource } from '../vault/random.ts'
import type { Vault } from '../vault/vault.ts'
import type { PasswordHasher } from './hash-password.ts'
import type { Sessions } from './sessions.ts'
import type { StaffAccountDoc } from './staff-account.collection.ts'
import { staffAccounts } from './staff-account.collection.ts'
import type { TryDesk } from './try-desk.ts'

/** What the use cases of staff accounts share. */
export interface StaffPorts {
  readonly store: Store
  readonly editor: Editor
  readonly vault: Vault
  readonly county: string
  readonly clock: Clock
  readonly random: RandomSource
  readonly hasher: PasswordHasher
  readonly guessesOf: () => Promise<GuessesOf>
  readonly sessions: Sessions
  readonly tries: TryDesk
  readonly audit: Audit
  readonly audited: Audited
  /** Whether the county has such a township. */
  readonly isTownship: (name: string) => boolean
  /** What one person may let go out, or lend, alone. */
  readonly aloneFen: Fen
  /** What an authenticator app calls this county. */
  readonly issuer: string
}

type Field = 'name' | 'totp' | 'newTotp' | 'contact'

export const placeOf = (id: StaffId, field: Field) => ({ collection: staffAccounts.name, id, field })

export const accountById = ({ store, county }: Pick<StaffPorts, 'store' | 'county'>, id: StaffId): Promise<StaffAccountDoc | undefined> =>
  store.get(staffAccounts, county, id)
