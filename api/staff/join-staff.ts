import { staffActor } from '../audit/actor-of.ts'
import type { StaffId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Carrier } from '../core/staff/session.ts'
import { NO_KEYS } from '../store/once.ts'
import { deriveId } from '../vault/digest.ts'
import { invitationOf } from './invite-staff.ts'
import { hashNewPassword } from './set-password.ts'
import type { SignedIn } from './sign-in.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { type InvitationDoc, invitations } from './staff-code.collection.ts'
import { accountById, placeOf, type StaffPorts } from './staff-ports.ts'

interface Newcomer {
  readonly code: string
  readonly login: string
  readonly name: string
  readonly password: string
  readonly carrier: Carrier
  readonly address: string
}

type Kind<K extends InvitationDoc['kind']> = Extract<InvitationDoc, { readonly kind: K }>

/** A code that is good for something of this kind; guesses count against where they come from. */
async function opened<K extends InvitationDoc['kind']>(
  ports: StaffPorts,
  kind: K,
  { code, address }: Pick<Newcomer, 'code' | 'address'>,
): Promise<Result<Kind<K>>> {
  const taken = await ports.tries.take('address', address)
  if (!taken.ok) return taken
  const invitation = await invitationOf(ports, code)
  if (invitation?.kind !== kind) return refuse('code-not-valid')
  await ports.tries.giveBack('address', address)
  return accept(invitation as Kind<K>) // its kind was looked at
}

/** The account's id is made from the code's, so a code makes one account, however often and at once it is used. */
function newAccount(
  { vault, county, clock }: StaffPorts,
  { id: invitation, roles, scope }: Kind<'join'>,
  by: Newcomer & { hashed: string },
) {
  const id: StaffId = deriveId('staff', invitation)
  const head = { id, county, version: 1, login: by.login, name: vault.seal(placeOf(id, 'name'), by.name) }
  const proof = { password: by.hashed, totp: null, newTotp: null, recovery: [], contact: null }
  const account: StaffAccountDoc = { ...head, ...proof, roles, scope, state: 'active', epoch: 1, joinedAt: clock.now(), ...NO_KEYS }
  return account
}

/** Makes the account that the code is good for, and signs it in, for now without a second factor. */
export async function joinStaff(ports: StaffPorts, asked: Newcomer): Promise<Result<SignedIn>> {
  const invitation = await opened(ports, 'join', asked)
  if (!invitation.ok) return invitation
  const hashed = await hashNewPassword(ports, asked.password, asked)
  if (!hashed.ok) return hashed
  const account = newAccount(ports, invitation.value, { ...asked, hashed: hashed.value })
  const inserted = await ports.store.insert(staffAccounts, account)
  if (!inserted.ok) return refuse(inserted.duplicate === 'login' ? 'login-taken' : 'code-not-valid')
  await ports.store.remove(invitations, ports.county, invitation.value.id)
  const facts = { roles: account.roles.join('+'), scope: account.scope.kind }
  await ports.audit({ key: `join-staff:${account.id}`, actor: staffActor(account.id), action: 'join-staff', subjects: [], facts })
  return accept({ account, begun: await ports.sessions.begin(account, asked.carrier) })
}

/** Sets a new password by a code. What it was proved by before counts no more, and neither does the chat contact. */
export async function renewStaff(ports: StaffPorts, asked: Omit<Newcomer, 'login' | 'name'>): Promise<Result<SignedIn>> {
  const invitation = await opened(ports, 'renew', asked)
  if (!invitation.ok) return invitation
  const { id, account: staff } = invitation.value
  const before = await accountById(ports, staff)
  if (before?.state !== 'active') return refuse('code-not-valid')
  const name = ports.vault.open(placeOf(staff, 'name'), before.name)
  const hashed = await hashNewPassword(ports, asked.password, { login: before.login, name })
  if (!hashed.ok) return hashed
  if (!(await ports.store.remove(invitations, ports.county, id))) return refuse('code-not-valid')
  const proof = { password: hashed.value, totp: null, newTotp: null, recovery: [], contact: null }
  const act = { key: `renew-staff:${id}`, actor: staffActor(staff), action: 'renew-staff', subjects: [], facts: {} } as const
  const renewed = await ports.audited(act, () =>
    ports.editor.edit(staffAccounts, before, (doc) => accept({ ...doc, ...proof, epoch: doc.epoch + 1 })),
  )
  return renewed.ok ? accept({ account: renewed.value, begun: await ports.sessions.begin(renewed.value, asked.carrier) }) : renewed
}
