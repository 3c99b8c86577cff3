import type { SessionBegun, StaffSelf, StaffView } from '../contract/staff-shapes.ts'
import { instantText } from '../core/clock.ts'
import { STAFF_ACTIONS } from '../core/staff/action.ts'
import { can } from '../core/staff/policy.ts'
import { type Scope, townshipsOf } from '../core/staff/scope.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import type { Vault } from '../vault/vault.ts'
import { actorOf, type Begun } from './sessions.ts'
import type { StaffAccountDoc } from './staff-account.collection.ts'
import { placeOf } from './staff-ports.ts'
import type { StaffSessionDoc } from './staff-session.collection.ts'

type Opens = Pick<Vault, 'open'>

/** As it goes over the wire, where nothing is read-only. */
export const wireScopeOf = (scope: Scope) => (scope.kind === 'townships' ? { ...scope, townships: [...scope.townships] } : scope)

export const showStaff = (vault: Opens, account: StaffAccountDoc): StaffView => ({
  id: account.id,
  login: account.login,
  name: vault.open(placeOf(account.id, 'name'), account.name),
  roles: [...account.roles],
  scope: wireScopeOf(account.scope),
  state: account.state,
  hasSecondFactor: account.totp !== null,
  joinedAt: instantText(account.joinedAt),
})

export function showSelf(vault: Opens, account: StaffAccountDoc, session: StaffSessionDoc): StaffSelf {
  const actor = actorOf(account, session)
  const townships = townshipsOf(actor.scope)
  return {
    ...showStaff(vault, account),
    recoveryCodesLeft: account.recovery.length,
    isInChat: account.contact !== null,
    provenUntil: instantText(session.provenAt.add({ minutes: STAFF_LIMIT.provenMinutes })),
    sessionEndsAt: instantText(session.endsAt),
    may: STAFF_ACTIONS.filter((action) => can(actor, action)),
    townships: townships === undefined ? null : [...townships],
  }
}

export const showBegun = (vault: Opens, account: StaffAccountDoc, { token, session }: Begun): SessionBegun => ({
  token,
  carrier: session.carrier,
  self: showSelf(vault, account, session),
})
