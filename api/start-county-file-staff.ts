import type { CountyFile } from '@linggong/seeds/county-file.ts'
import type { Clock } from './core/clock.ts'
import { asId } from './core/id.ts'
import type { Scope } from './core/staff/scope.ts'
import { blindOf } from './staff/bind-contact.ts'
import { type StaffAccountDoc, staffAccounts } from './staff/staff-account.collection.ts'
import { placeOf } from './staff/staff-ports.ts'
import type { QuietCounty } from './start-quietly.ts'
import { NO_KEYS } from './store/once.ts'
import type { Vault } from './vault/vault.ts'

interface Parts {
  readonly county: QuietCounty
  readonly vault: Vault
  readonly clock: Clock
  readonly account: string
}

/** The hash of no password: nobody signs in to an account of a file, only its contact speaks for it. */
const NO_PASSWORD = '$argon2id$none'

const scopeOf = (townships: readonly string[]): Scope => (townships.length === 0 ? { kind: 'county' } : { kind: 'townships', townships })

/** Puts somebody of the staff there, with a contact that is bound to his account. */
export async function seatFromFile(
  { county: { store, county }, vault, clock, account }: Parts,
  { contact, roles, townships }: CountyFile['staff'][number],
): Promise<void> {
  const id = asId<'staff'>(`staff-${contact}`)
  const full = `${account}/${contact}`
  const seal = (field: Parameters<typeof placeOf>[1], text: string) => vault.seal(placeOf(id, field), text)
  const head = { id, county, version: 1, login: contact, name: seal('name', contact), roles, scope: scopeOf(townships), epoch: 1 }
  const proof = { password: NO_PASSWORD, totp: { sealed: seal('totp', NO_PASSWORD), usedStep: 0 }, newTotp: null, recovery: [] }
  const bound = { contact: { blind: blindOf(vault, full), sealed: seal('contact', full) } }
  const doc: StaffAccountDoc = { ...head, ...proof, ...bound, state: 'active', joinedAt: clock.now(), ...NO_KEYS }
  await store.insert(staffAccounts, doc)
}
