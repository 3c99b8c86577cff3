import { type Clock, instantText } from '../core/clock.ts'
import type { StaffId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Rights } from '../core/staff/account.ts'
import { CODE_LIFE, isOpen } from '../core/staff/invitation.ts'
import { rolesFit } from '../core/staff/role.ts'
import { townshipsOf } from '../core/staff/scope.ts'
import type { Store } from '../store/port.ts'
import { getByBlind } from '../vault/blinds.ts'
import { deriveId } from '../vault/digest.ts'
import type { RandomSource } from '../vault/random.ts'
import type { Vault } from '../vault/vault.ts'
import { plainCode, readableCode } from './second-factor.ts'
import { type InvitationDoc, invitations } from './staff-code.collection.ts'

/** All that making a code takes, for a command as for a server. */
export interface InvitePorts {
  readonly store: Store
  readonly vault: Vault
  readonly county: string
  readonly clock: Clock
  readonly random: RandomSource
  readonly isTownship: (name: string) => boolean
}

export interface OneTimeCode {
  readonly id: string
  readonly code: string
  readonly endsAt: string
}

export const codePlace = (id: string) => ({ collection: invitations.name, id, field: 'code' })
export const blindCode = (vault: Pick<Vault, 'indexes'>, code: string) => vault.indexes.all('staff-invitation', plainCode(code))

type For = ({ readonly kind: 'join' } & Rights) | { readonly kind: 'renew'; readonly account: StaffId }

const isFor = (doc: InvitationDoc, wanted: For): boolean =>
  doc.kind === 'join' && wanted.kind === 'join'
    ? JSON.stringify([doc.roles, doc.scope]) === JSON.stringify([wanted.roles, wanted.scope])
    : doc.kind === 'renew' && wanted.kind === 'renew' && doc.account === wanted.account

/** Makes a code, or shows again the one that the same key made. */
async function makeCode(
  ports: InvitePorts,
  key: string,
  about: { wanted: For; life: Temporal.DurationLike },
): Promise<Result<OneTimeCode>> {
  const { store, vault, county, clock, random } = ports
  const id = deriveId('staff-invitation', key)
  const code = readableCode(random)
  const sealed = { digest: blindCode(vault, code), sealed: vault.seal(codePlace(id), code) }
  const fresh: InvitationDoc = { id, county, version: 1, ...sealed, ...about.wanted, endsAt: clock.now().add(about.life) }
  if ((await store.insert(invitations, fresh)).ok) return accept({ id, code, endsAt: instantText(fresh.endsAt) })
  const before = await store.get(invitations, county, id)
  if (before === undefined) return refuse('try-again')
  if (!isFor(before, about.wanted)) return refuse('key-reused')
  return accept({ id, code: vault.open(codePlace(id), before.sealed), endsAt: instantText(before.endsAt) })
}

export const rightsFit = ({ isTownship }: Pick<InvitePorts, 'isTownship'>, { roles, scope }: Rights): boolean =>
  rolesFit(roles, scope) && (townshipsOf(scope)?.every(isTownship) ?? true)

/** A code for somebody who is to work here. */
export async function inviteStaff(
  ports: InvitePorts,
  key: string,
  { life, roles, scope }: Rights & { readonly life: 'invited' | 'first' },
): Promise<Result<OneTimeCode>> {
  if (!rightsFit(ports, { roles, scope })) return refuse('roles-do-not-fit')
  return makeCode(ports, key, { wanted: { kind: 'join', roles, scope }, life: CODE_LIFE[life] })
}

/** A code by which an account that is there proves itself by something new. */
export const renewalCode = (ports: InvitePorts, key: string, account: StaffId): Promise<Result<OneTimeCode>> =>
  makeCode(ports, key, { wanted: { kind: 'renew', account }, life: CODE_LIFE.renew })

/** The invitation that a code opens now; undefined where it opens none. */
export async function invitationOf({ store, vault, county, clock }: InvitePorts, code: string): Promise<InvitationDoc | undefined> {
  const found = await getByBlind(store, invitations, 'digest', { county, field: 'digest', blinds: blindCode(vault, code) })
  return found !== undefined && isOpen(found, clock.now()) ? found : undefined
}
