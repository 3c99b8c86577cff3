import { staffAct } from '../audit/actor-of.ts'
import type { StaffCaller } from '../contract/route.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { isProven } from '../core/staff/session.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import { stepOfCode } from '../core/staff/totp.ts'
import { onceOf } from '../vault/once-of.ts'
import { passwordFits, recoveryStamp, useCode } from './prove.ts'
import { newSecret, otpauthUri, plainCode, qrSvg, readableCode, stepMacOf } from './second-factor.ts'
import { hashNewPassword } from './set-password.ts'
import type { SignedIn } from './sign-in.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { accountById, placeOf, type StaffPorts } from './staff-ports.ts'

type What = 'password' | 'second-factor' | 'recovery-codes' | 'sessions' | 'contact'

/** Changes the caller's own account and writes down that he did, never what it is now. */
export function changeOwn(
  { editor, county, audited }: StaffPorts,
  { caller, what }: { readonly caller: StaffCaller; readonly what: What },
  decide: (doc: StaffAccountDoc) => Result<StaffAccountDoc>,
): Promise<Result<StaffAccountDoc>> {
  const act = staffAct(caller, onceOf(caller, `own-account:${what}`, []))
  return audited({ ...act, action: 'change-own-account', subjects: [], facts: { what } }, () =>
    editor.edit(staffAccounts, { county, id: caller.staff.id }, decide),
  )
}

async function own(ports: StaffPorts, { staff }: StaffCaller): Promise<StaffAccountDoc> {
  const account = await accountById(ports, staff.id)
  if (account === undefined) throw new Error('whoever is signed in has an account')
  return account
}

/** The session goes on under a new token; one that ended meanwhile does not. */
async function goOn(ports: StaffPorts, { staff }: StaffCaller, account: StaffAccountDoc): Promise<Result<SignedIn>> {
  const begun = await ports.sessions.renew(staff.session, account)
  return begun === undefined ? refuse('sign-in-failed') : accept({ account, begun })
}

interface Proof {
  readonly password?: string | undefined
  readonly code?: string | undefined
}

async function proves(ports: StaffPorts, account: StaffAccountDoc, { password, code }: Proof): Promise<StaffAccountDoc | undefined> {
  if (code !== undefined) return useCode(ports, account, code)
  return (await passwordFits(ports, account, password ?? '')) ? account : undefined
}

/** Guesses of whoever sits at somebody's open session count as guesses at the account. */
async function proven(ports: StaffPorts, caller: StaffCaller, proof: Proof): Promise<Result<StaffAccountDoc>> {
  const before = await own(ports, caller)
  const taken = await ports.tries.take('account', before.login)
  if (!taken.ok) return taken
  const account = await proves(ports, before, proof)
  if (account === undefined) return refuse('sign-in-failed')
  await ports.tries.clear('account', before.login)
  return accept(account)
}

/** Shows that it is still he, by one of the two; the right to do what needs that comes with a new token. */
export async function proveAgain(ports: StaffPorts, caller: StaffCaller, proof: Proof): Promise<Result<SignedIn>> {
  if ((proof.password === undefined) === (proof.code === undefined)) return refuse('bad-request', { field: 'password' })
  const account = await proven(ports, caller, proof)
  return account.ok ? goOn(ports, caller, account.value) : account
}

export async function changePassword(
  ports: StaffPorts,
  caller: StaffCaller,
  { password, next }: { readonly password: string; readonly next: string },
): Promise<Result<SignedIn>> {
  const account = await proven(ports, caller, { password })
  if (!account.ok) return account
  const { login, name, id } = account.value
  const hashed = await hashNewPassword(ports, next, { login, name: ports.vault.open(placeOf(id, 'name'), name) })
  if (!hashed.ok) return hashed
  const changed = await changeOwn(ports, { caller, what: 'password' }, (doc) =>
    accept({ ...doc, password: hashed.value, epoch: doc.epoch + 1 }),
  )
  return changed.ok ? goOn(ports, caller, changed.value) : changed
}

const notProven = ({ clock }: StaffPorts, { staff }: StaffCaller): boolean => !isProven(staff, clock.now())

/** A secret that counts for nothing until a code of it comes back. */
export async function beginSecondFactor(ports: StaffPorts, caller: StaffCaller) {
  if (notProven(ports, caller)) return refuse('prove-again')
  const { vault, random, issuer, editor, county } = ports
  const secret = newSecret(random)
  const sealed = vault.seal(placeOf(caller.staff.id, 'newTotp'), secret)
  const begun = await editor.edit(staffAccounts, { county, id: caller.staff.id }, (doc) => accept({ ...doc, newTotp: sealed }))
  if (!begun.ok) return begun
  const uri = otpauthUri({ issuer, login: begun.value.login, secret })
  return accept({ secret, uri, qrSvg: qrSvg(uri) })
}

const newRecoveryCodes = ({ random }: StaffPorts): readonly string[] =>
  Array.from({ length: STAFF_LIMIT.recoveryCodes }, () => readableCode(random))

const digestsOf = ({ vault }: StaffPorts, doc: StaffAccountDoc, codes: readonly string[]): readonly string[] =>
  codes.map((code) => recoveryStamp(vault, doc, code))

interface WithCodes extends SignedIn {
  readonly recoveryCodes: readonly string[]
}

/** From here on the account has a second factor: what began without it, or with the one before, is over. */
export async function confirmSecondFactor(ports: StaffPorts, caller: StaffCaller, code: string): Promise<Result<WithCodes>> {
  if (notProven(ports, caller)) return refuse('prove-again')
  const taken = await ports.tries.take('account', (await own(ports, caller)).login)
  if (!taken.ok) return taken
  const recoveryCodes = newRecoveryCodes(ports)
  const changed = await changeOwn(ports, { caller, what: 'second-factor' }, (doc) => {
    const after = withNewFactor(ports, doc, code)
    if (after === undefined) return refuse('sign-in-failed')
    return accept({ ...after, recovery: digestsOf(ports, doc, recoveryCodes), epoch: doc.epoch + 1 })
  })
  if (!changed.ok) return changed
  await ports.tries.clear('account', changed.value.login)
  const signedIn = await goOn(ports, caller, changed.value)
  return signedIn.ok ? accept({ ...signedIn.value, recoveryCodes }) : signedIn
}

function withNewFactor({ vault, clock }: StaffPorts, doc: StaffAccountDoc, code: string): StaffAccountDoc | undefined {
  if (doc.newTotp === null) return undefined
  const secret = vault.open(placeOf(doc.id, 'newTotp'), doc.newTotp)
  const usedStep = stepOfCode(plainCode(code), { macOf: stepMacOf(secret), now: clock.now(), usedStep: 0 })
  if (usedStep === undefined) return undefined
  return { ...doc, totp: { sealed: vault.seal(placeOf(doc.id, 'totp'), secret), usedStep }, newTotp: null }
}

export async function renewRecoveryCodes(ports: StaffPorts, caller: StaffCaller): Promise<Result<readonly string[]>> {
  if (notProven(ports, caller)) return refuse('prove-again')
  const recoveryCodes = newRecoveryCodes(ports)
  const changed = await changeOwn(ports, { caller, what: 'recovery-codes' }, (doc) =>
    doc.totp === null ? refuse('second-factor-missing') : accept({ ...doc, recovery: digestsOf(ports, doc, recoveryCodes) }),
  )
  return changed.ok ? accept(recoveryCodes) : changed
}

/** Ends the session, or, by a new epoch, all there are. */
export async function signOut(ports: StaffPorts, caller: StaffCaller, everywhere: boolean) {
  const session = await ports.sessions.byId(caller.staff.session)
  if (everywhere) {
    const ended = await changeOwn(ports, { caller, what: 'sessions' }, (doc) => accept({ ...doc, epoch: doc.epoch + 1 }))
    if (!ended.ok) return ended
  }
  await ports.sessions.end(caller.staff.session)
  return accept({ carrier: session?.carrier ?? ('bearer' as const) })
}
