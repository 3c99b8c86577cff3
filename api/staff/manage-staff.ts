import { staffAct } from '../audit/actor-of.ts'
import type { StaffCaller } from '../contract/route.ts'
import { instantText, isBefore } from '../core/clock.ts'
import { asId, type StaffId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { changeRights, moveStaff, type Rights, type StaffState } from '../core/staff/account.ts'
import { once } from '../store/once.ts'
import { onceOf } from '../vault/once-of.ts'
import { inviteStaff, type OneTimeCode, renewalCode, rightsFit } from './invite-staff.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { invitations } from './staff-code.collection.ts'
import { accountById, type StaffPorts } from './staff-ports.ts'

const factsOf = ({ roles, scope }: Rights) => ({ roles: roles.join('+'), scope: scope.kind })

export async function invite(ports: StaffPorts, caller: StaffCaller, rights: Rights): Promise<Result<OneTimeCode>> {
  if (!rightsFit(ports, rights)) return refuse('roles-do-not-fit')
  const act = staffAct(caller, onceOf(caller, 'inviteStaff', rights))
  return ports.audited({ ...act, action: 'invite-staff', subjects: [], facts: factsOf(rights) }, () =>
    inviteStaff(ports, caller.key, { ...rights, life: 'invited' }),
  )
}

/** What was used is not there any more; what is over stays over. */
export async function withdrawInvitation({ editor, county, clock }: StaffPorts, id: string) {
  const now = clock.now()
  const ended = await editor.edit(invitations, { county, id }, (doc) => accept(isBefore(now, doc.endsAt) ? { ...doc, endsAt: now } : doc))
  return ended.ok ? accept({ id, withdrawnAt: instantText(ended.value.endsAt) }) : ended
}

interface OnAccount {
  readonly caller: StaffCaller
  readonly id: string
}

/** One change of somebody else's account, once for each key. */
const change = (
  { editor, county }: StaffPorts,
  { caller, id }: OnAccount,
  { route, asked, decide }: { route: string; asked: unknown; decide: (doc: StaffAccountDoc, by: StaffId) => Result<StaffAccountDoc> },
): Promise<Result<StaffAccountDoc>> =>
  editor.edit(
    staffAccounts,
    { county, id },
    once<StaffAccountDoc>(onceOf(caller, route, [id, asked]), (doc) => {
      const changed = decide(doc, caller.staff.id)
      return changed.ok ? accept({ doc: changed.value }) : changed
    }),
  )

export function changeStaff(ports: StaffPorts, on: OnAccount, rights: Rights): Promise<Result<StaffAccountDoc>> {
  const act = staffAct(on.caller, onceOf(on.caller, 'changeStaff', [on.id, rights]))
  const decide = (doc: StaffAccountDoc, by: StaffId) =>
    rightsFit(ports, rights) ? changeRights(doc, rights, by) : refuse('roles-do-not-fit')
  return ports.audited({ ...act, action: 'change-staff', subjects: [on.id], facts: factsOf(rights) }, () =>
    change(ports, on, { route: 'changeStaff', asked: rights, decide }),
  )
}

export function moveAccount(ports: StaffPorts, on: OnAccount, state: StaffState): Promise<Result<StaffAccountDoc>> {
  const act = staffAct(on.caller, onceOf(on.caller, 'moveStaff', [on.id, state]))
  const decide = (doc: StaffAccountDoc, by: StaffId) => moveStaff(doc, state, by)
  return ports.audited({ ...act, action: 'move-staff', subjects: [on.id], facts: { state } }, () =>
    change(ports, on, { route: 'moveStaff', asked: state, decide }),
  )
}

/** Whoever has the code is the account from then on, so nobody makes one for himself. */
export async function resetStaff(ports: StaffPorts, { caller, id }: OnAccount): Promise<Result<OneTimeCode>> {
  const account = asId<'staff'>(id)
  if (account === caller.staff.id) return refuse('own-account')
  if ((await accountById(ports, account)) === undefined) return refuse('not-found')
  const act = staffAct(caller, onceOf(caller, 'resetStaff', [id]))
  return ports.audited({ ...act, action: 'reset-staff', subjects: [id], facts: {} }, () => renewalCode(ports, caller.key, account))
}
