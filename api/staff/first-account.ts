import type { Audit } from '../audit/audit.ts'
import type { StaffRole } from '../core/staff/role.ts'
import { type InvitePorts, inviteStaff } from './invite-staff.ts'
import { staffAccounts } from './staff-account.collection.ts'

/** Who lets others in, and who works at the counter. */
const FIRST = { admin: 'system-admin', clerk: 'hall-operator' } as const satisfies Readonly<Record<string, StaffRole>>

export type FirstCodes = Readonly<Record<keyof typeof FIRST, string>>

/** Makes the codes with which the first accounts of an empty demo are made; undefined where somebody works here already. */
export async function firstAccountCodes(ports: InvitePorts & { readonly audit: Audit }): Promise<FirstCodes | undefined> {
  const { docs } = await ports.store.find(staffAccounts, { index: 'byLogin', county: ports.county, limit: 1 })
  if (docs.length > 0) return undefined
  return { admin: await codeFor(ports, FIRST.admin), clerk: await codeFor(ports, FIRST.clerk) }
}

async function codeFor(ports: InvitePorts & { readonly audit: Audit }, role: StaffRole): Promise<string> {
  const key = `first-account:${role}:${ports.clock.now()}`
  const facts = { roles: role, scope: 'county' }
  await ports.audit({ key, actor: { role: 'system', id: 'first-account' }, action: 'invite-staff', subjects: [], facts })
  const made = await inviteStaff(ports, key, { roles: [role], scope: { kind: 'county' }, life: 'first' })
  if (!made.ok) throw new Error(`nobody can be invited: ${made.refusal}`)
  return made.value.code
}
