import { staffActor } from '../audit/actor-of.ts'
import type { Caller, StaffCaller } from '../contract/route.ts'
import { instantText } from '../core/clock.ts'
import type { StaffId } from '../core/id.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { isOpen } from '../core/staff/invitation.ts'
import { isProven } from '../core/staff/session.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'
import { ALLOWANCE, usedAt } from '../core/staff/tries.ts'
import { once } from '../store/once.ts'
import { getByBlind } from '../vault/blinds.ts'
import { deriveId, randomDigits } from '../vault/digest.ts'
import { onceOf } from '../vault/once-of.ts'
import type { Vault } from '../vault/vault.ts'
import { changeOwn } from './own-account.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { type ContactCodeDoc, contactCodes } from './staff-code.collection.ts'
import { placeOf, type StaffPorts } from './staff-ports.ts'

const DRAWS_MAX = 5

const codeDigest = ({ vault }: StaffPorts, code: string): string => vault.blindIndex('staff-contact-code', code)
/** By what a contact is found without being read. */
export const blindOf = ({ indexes }: Pick<Vault, 'indexes'>, contact: string) => indexes.all('staff-contact', contact)

/** The account's code, instead of the one before; undefined when somebody else has just these digits. */
async function keepCode({ store, editor }: StaffPorts, fresh: ContactCodeDoc): Promise<boolean> {
  const inserted = await store.insert(contactCodes, fresh)
  if (inserted.ok) return true
  const { digest, endsAt } = fresh
  const replaced = await editor.edit(contactCodes, fresh, (doc) => accept({ ...doc, digest, endsAt }), { duplicate: 'try-again' })
  return replaced.ok
}

/** Digits for the caller to type to the bot in private chat, from the chat contact that is to be his. */
export async function askContactCode(ports: StaffPorts, { staff }: StaffCaller) {
  const { county, clock, random } = ports
  const now = clock.now()
  if (!isProven(staff, now)) return refuse('prove-again')
  if (staff.stage === 'enrolling') return refuse('second-factor-missing')
  const endsAt = now.add({ minutes: STAFF_LIMIT.contactCodeMinutes })
  const head = { id: deriveId('staff-contact-code', staff.id), county, version: 1, account: staff.id, endsAt }
  for (let draw = 0; draw < DRAWS_MAX; draw += 1) {
    const code = randomDigits(STAFF_LIMIT.contactCodeDigits, random)
    if (await keepCode(ports, { ...head, digest: codeDigest(ports, code) })) return accept({ code, endsAt: instantText(endsAt) })
  }
  return refuse('try-again')
}

const ownerOf = (ports: StaffPorts, contact: string): Promise<StaffAccountDoc | undefined> =>
  getByBlind(ports.store, staffAccounts, 'contact', { county: ports.county, field: 'contact.blind', blinds: blindOf(ports.vault, contact) })

/** Who of the staff a chat contact is; undefined where it is nobody, or nobody who may work. */
export async function staffByContact(ports: StaffPorts, contact: string): Promise<StaffAccountDoc | undefined> {
  const account = await ownerOf(ports, contact)
  return account?.state === 'active' && account.totp !== null ? account : undefined
}

interface Typed {
  readonly caller: Caller
  readonly code: string
}

/** The code's account, whose code is gone by that: of two contacts that type it at once, one is refused. */
async function spendCode(ports: StaffPorts, code: string): Promise<StaffId | undefined> {
  const { store, county, clock, vault } = ports
  const found = await getByBlind(store, contactCodes, 'digest', {
    county,
    field: 'digest',
    blinds: vault.indexes.ever('staff-contact-code', code),
  })
  if (found === undefined || !isOpen(found, clock.now())) return undefined
  return (await store.remove(contactCodes, county, found.id)) ? found.account : undefined
}

/** Makes the acting contact that of the account whose digits it typed. Guesses count against the contact that makes them. */
export async function bindContact(ports: StaffPorts, { caller, code }: Typed): Promise<Result<StaffAccountDoc>> {
  const call = onceOf(caller, 'bindStaffContact', [])
  const known = await ownerOf(ports, caller.contact)
  if (known?.keys.some(({ key }) => key === call.key)) return accept(known)
  if (known !== undefined) return refuse('staff-contact-in-use')
  const taken = await ports.tries.take('contact', caller.contact)
  if (!taken.ok) return refuse('staff-code-locked', taken.facts)
  const account = await spendCode(ports, code)
  const used = usedAt(taken.value, ALLOWANCE.contact, ports.clock.now())
  if (account === undefined) return refuse('wrong-staff-code', { triesLeft: Math.floor(ALLOWANCE.contact.tries - used) })
  await ports.tries.clear('contact', caller.contact)
  const { editor, county, vault, audited } = ports
  const contact = { blind: blindOf(vault, caller.contact), sealed: vault.seal(placeOf(account, 'contact'), caller.contact) }
  const act = { key: `bind-contact:${call.key}`, actor: staffActor(account), action: 'change-own-account' } as const
  return audited({ ...act, subjects: [], facts: { what: 'contact' } }, () =>
    editor.edit(
      staffAccounts,
      { county, id: account },
      once<StaffAccountDoc>(call, (doc) => accept({ doc: { ...doc, contact } })),
      { duplicate: 'staff-contact-in-use' },
    ),
  )
}

/** A code that others could read binds nobody from now on. Whether it was one is not told, and who says it has had one try. */
export async function spoilContactCode(ports: StaffPorts, { caller, code }: Typed): Promise<Result<Readonly<Record<string, never>>>> {
  const taken = await ports.tries.take('contact', caller.contact)
  if (!taken.ok) return refuse('staff-code-locked', taken.facts)
  await spendCode(ports, code)
  return accept({})
}

export const dropContact = (ports: StaffPorts, caller: StaffCaller): Promise<Result<StaffAccountDoc>> =>
  changeOwn(ports, { caller, what: 'contact' }, (doc) => accept(doc.contact === null ? doc : { ...doc, contact: null }))
