import type { Audit, Audited } from './audit/audit.ts'
import type { Clock } from './core/clock.ts'
import { type Fen, fen } from './core/money.ts'
import { STAFF_LIMIT } from './core/staff/staff-limit.ts'
import type { NamesIn } from './person/names-in.ts'
import { createApprovalRoutes } from './staff/approval.routes.ts'
import { staffByContact } from './staff/bind-contact.ts'
import { forgetStaff } from './staff/forget-staff.ts'
import { createStaffGuard } from './staff/guard-staff.ts'
import { loadGuessesOf } from './staff/guess-password.ts'
import { createPasswordHasher, type PasswordCost, pepperOf } from './staff/hash-password.ts'
import { createSessions } from './staff/sessions.ts'
import { createStaffAccountRoutes } from './staff/staff-account.routes.ts'
import type { StaffPorts } from './staff/staff-ports.ts'
import { createStaffSessionRoutes } from './staff/staff-session.routes.ts'
import { createTryDesk } from './staff/try-desk.ts'
import type { Editor } from './store/editor.ts'
import type { Store } from './store/port.ts'
import { nodeRandom } from './vault/random.ts'
import type { Vault } from './vault/vault.ts'

export interface StaffParts {
  readonly store: Store
  readonly editor: Editor
  readonly vault: Vault
  readonly county: string
  readonly clock: Clock
  readonly audit: Audit
  readonly audited: Audited
  readonly isTownship: (name: string) => boolean
  readonly namesIn: NamesIn
  readonly issuer: string
  /** What one person may let go out, or lend, alone. */
  readonly aloneFen?: Fen | undefined
  /** What a password costs to try; less in a test that tries a thousand. */
  readonly passwordCost?: PasswordCost | undefined
}

/** The accounts of the people who work for a county: how they come in, what they may do, and who looks over whose shoulder. */
export function startStaff({ passwordCost, namesIn, aloneFen = fen(STAFF_LIMIT.aloneFen), ...parts }: StaffParts) {
  const random = nodeRandom
  const pepper = pepperOf(parts.vault)
  const ports: StaffPorts = {
    ...parts,
    aloneFen,
    random,
    hasher: createPasswordHasher({ pepper, random, ...(passwordCost === undefined ? {} : { cost: passwordCost }) }),
    guessesOf: loadGuessesOf,
    sessions: createSessions({ ...parts, random }),
    tries: createTryDesk(parts),
  }
  return {
    ports,
    handlers: { ...createStaffSessionRoutes(ports), ...createStaffAccountRoutes(ports), ...createApprovalRoutes(ports, namesIn) },
    guard: createStaffGuard(ports),
    find: ports.sessions.find,
    byContact: (contact: string) => staffByContact(ports, contact),
    forget: () => forgetStaff(ports),
  }
}
