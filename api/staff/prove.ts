import { accept, refuse } from '../core/result.ts'
import { type StepMac, stepOfCode } from '../core/staff/totp.ts'
import { checkStamp, stampOf } from '../vault/stamp.ts'
import { plainCode, stepMacOf } from './second-factor.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { placeOf, type StaffPorts } from './staff-ports.ts'

/** What is compared where there is no account: with it, whoever is not here takes as long to be refused as who is. Made once. */
const decoys = new WeakMap<StaffPorts['hasher'], Promise<string>>()

function decoyOf({ hasher, random }: Pick<StaffPorts, 'hasher' | 'random'>): Promise<string> {
  const known = decoys.get(hasher) ?? hasher.hash(Buffer.from(random.bytes(32)).toString('base64'))
  decoys.set(hasher, known)
  return known
}

/** Whether the password is the account's; the same work where there is no account. */
export async function passwordFits(ports: StaffPorts, account: StaffAccountDoc | undefined, password: string): Promise<boolean> {
  const fits = await ports.hasher.matches(password, account?.password ?? (await decoyOf(ports)))
  return fits && account !== undefined
}

const ofRecovery = ({ id }: Pick<StaffAccountDoc, 'id'>, code: string) => ({ purpose: 'staff-recovery', text: `${id}\0${plainCode(code)}` })

export function recoveryStamp(vault: StaffPorts['vault'], account: Pick<StaffAccountDoc, 'id'>, code: string): string {
  const { purpose, text } = ofRecovery(account, code)
  return stampOf(vault, purpose, text)
}

const macOf = (vault: StaffPorts['vault'], id: StaffAccountDoc['id'], sealed: string): StepMac =>
  stepMacOf(vault.open(placeOf(id, 'totp'), sealed))

/** The account with the code used up; undefined where it is none of its codes, or one that was used before. */
function afterCode({ vault, clock }: StaffPorts, doc: StaffAccountDoc, code: string): StaffAccountDoc | undefined {
  const { totp, recovery } = doc
  if (totp === null) return undefined
  const step = stepOfCode(plainCode(code), { macOf: macOf(vault, doc.id, totp.sealed), now: clock.now(), usedStep: totp.usedStep })
  if (step !== undefined) return { ...doc, totp: { ...totp, usedStep: step } }
  const made = ofRecovery(doc, code)
  const stamp = recovery.find((left) => checkStamp(vault, left, made) === 'right')
  return stamp === undefined ? undefined : { ...doc, recovery: recovery.filter((left) => left !== stamp) }
}

/** Uses a code up, in one conditional write: of two who bring the same one, one is refused. undefined: refused. */
export async function useCode(ports: StaffPorts, account: StaffAccountDoc, code: string): Promise<StaffAccountDoc | undefined> {
  const used = await ports.editor.edit(staffAccounts, account, (doc) => {
    const after = doc.epoch === account.epoch ? afterCode(ports, doc, code) : undefined
    return after === undefined ? refuse('sign-in-failed') : accept(after)
  })
  return used.ok ? used.value : undefined
}
