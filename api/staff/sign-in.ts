import { staffActor } from '../audit/actor-of.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Carrier } from '../core/staff/session.ts'
import { passwordFits, useCode } from './prove.ts'
import type { Begun } from './sessions.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import type { StaffPorts } from './staff-ports.ts'

export interface Credentials {
  readonly login: string
  readonly password: string
  readonly code: string
  readonly carrier: Carrier
  readonly address: string
}

export interface SignedIn {
  readonly account: StaffAccountDoc
  readonly begun: Begun
}

/**
 * Whatever is wrong, the answer is the same, and so is the work up to it: one look-up, one password hashed. A try is taken before it is
 * known how it ends, and the account's are forgotten once it was really he.
 */
export async function signIn(ports: StaffPorts, asked: Credentials): Promise<Result<SignedIn>> {
  const login = asked.login.toLowerCase()
  const admitted = await admit(ports, login, asked.address)
  if (!admitted.ok) return admitted
  const account = await ports.store.getBy(staffAccounts, 'login', { county: ports.county, login })
  const fits = await passwordFits(ports, account, asked.password)
  const proven = fits && account?.state === 'active' ? await withSecondFactor(ports, account, asked.code) : undefined
  if (proven === undefined) return refuse('sign-in-failed')
  await Promise.all([ports.tries.clear('account', login), ports.tries.giveBack('address', asked.address)])
  return accept(await begin(ports, await withNewHash(ports, proven, asked.password), asked))
}

export async function admit({ tries }: StaffPorts, login: string, address: string): Promise<Result<unknown>> {
  const byAddress = await tries.take('address', address)
  return byAddress.ok ? tries.take('account', login) : byAddress
}

/** An account that has none yet is let in without, to set one up and to do nothing else. */
const withSecondFactor = async (ports: StaffPorts, account: StaffAccountDoc, code: string): Promise<StaffAccountDoc | undefined> =>
  account.totp === null ? account : useCode(ports, account, code)

/** The password is at hand now and never again: what was hashed with less than is usual now is hashed anew. */
async function withNewHash(ports: StaffPorts, account: StaffAccountDoc, password: string): Promise<StaffAccountDoc> {
  if (!ports.hasher.isDated(account.password)) return account
  const hashed = await ports.hasher.hash(password)
  const changed = await ports.editor.edit(staffAccounts, account, (doc) =>
    accept(doc.password === account.password ? { ...doc, password: hashed } : doc),
  )
  return changed.ok ? changed.value : account
}

async function begin(ports: StaffPorts, account: StaffAccountDoc, { code, carrier }: Credentials): Promise<SignedIn> {
  const begun = await ports.sessions.begin(account, carrier)
  const by = account.totp === null ? 'password' : /^\d{6}$/.test(code.trim()) ? 'second-factor' : 'recovery-code'
  const about = { key: `sign-in:${begun.session.id}`, actor: staffActor(account.id), subjects: [], facts: { by } }
  await ports.audit({ ...about, action: 'sign-in' })
  return { account, begun }
}
