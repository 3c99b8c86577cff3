import type { Audit } from '../audit/audit.ts'
import type { Result } from '../core/result.ts'
import { type InvitePorts, inviteStaff, type OneTimeCode } from './invite-staff.ts'
import { staffAccounts } from './staff-account.collection.ts'

/** Makes the code with which the first account of an empty demo is made; undefined where somebody works here already. */
export async function firstAccountCode(ports: InvitePorts & { readonly audit: Audit }): Promise<Result<OneTimeCode> | undefined> {
  const { store, county, clock, audit } = ports
  const { docs } = await store.find(staffAccounts, { index: 'byLogin', county, limit: 1 })
  if (docs.length > 0) return undefined
  const key = `first-account:${clock.now()}`
  const rights = { roles: ['system-admin'], scope: { kind: 'county' } } as const
  const facts = { roles: 'system-admin', scope: 'county' }
  await audit({ key, actor: { role: 'system', id: 'first-account' }, action: 'invite-staff', subjects: [], facts })
  return inviteStaff(ports, key, { ...rights, life: 'first' })
}
