import { instantText } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { endCode, useCode } from '../core/person/binding-code.ts'
import { triesLeft } from '../core/person/identity-tries.ts'
import { payeeFrom } from '../core/person/payee.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { getByBlind, isShared } from '../vault/blinds.ts'
import type { Vault } from '../vault/vault.ts'
import { editPerson, type PersonPorts } from './add-role.ts'
import { type BindingCodeDoc, bindingCodes } from './binding-code.collection.ts'
import { bindingTriesId, countTry, type TriesPorts } from './count-identity-tries.ts'
import { identityTries } from './identity-tries.collection.ts'
import type { PersonDoc } from './person.collection.ts'
import { blindContact, withContact } from './seal-person.ts'

export interface BindPorts extends PersonPorts, TriesPorts {
  readonly vault: Vault
  readonly store: Pick<Store, 'get' | 'getBy' | 'find' | 'remove'>
}

interface NewContact {
  readonly contact: string
  readonly call: Once
}

const contactBound = (doc: PersonDoc, { at, blind }: { at: Temporal.Instant; blind: string }): DomainEvent<'contactBound'> => ({
  id: `contactBound:${doc.id}:${blind}`,
  type: 'contactBound',
  ...{ county: doc.county, demo: doc.demo, at },
  facts: { person: doc.id, changed: doc.contacts.length > 0 },
})

/** The one by which what happened to a contact once is known again. */
const contactBlind = (vault: Vault, contact: string): string => vault.blindIndex('contact', contact)

/** A further contact of a person. Where he had one before, that one is told, and money stays where it is for a day. */
export function bindContact(ports: BindPorts, person: PersonDoc, { contact, call }: NewContact): Promise<Result<PersonDoc>> {
  const { vault, clock } = ports
  const blinds = blindContact(vault, contact)
  const at = clock.now()
  const decide = (doc: PersonDoc) => {
    if (doc.contacts.some((own) => isShared(own.blind, blinds))) return accept({ doc })
    const moneyFrom = doc.contacts.length > 0 ? payeeFrom(at, { changed: true }) : doc.moneyFrom
    const bound = withContact(vault, { ...doc, moneyFrom }, asId<'contact'>(contact))
    return accept({ doc: withEvents(bound, [contactBound(doc, { at, blind: contactBlind(vault, contact) })]) })
  }
  return editPerson(ports, asId<'person'>(person.id), { call, decide })
}

const blindCode = (vault: Vault, code: string): string => vault.blindIndex('binding-code', code)

/** A code for a person whose card the hall has seen; the one he had before is nothing any more. */
export async function giveBindingCode(
  ports: BindPorts,
  person: string,
  code: string,
): Promise<Result<{ readonly until: Temporal.Instant }>> {
  const { editor, clock, people, vault } = ports
  const until = clock.now().add({ minutes: LIMIT.bindingCodeMinutes })
  const { county } = people
  const fresh = { id: person, county, version: 1, person, code: blindCode(vault, code), until, usedBy: null }
  const inserted = await editor.insert(bindingCodes, fresh)
  if (inserted.ok) return accept({ until })
  const renewed = (old: BindingCodeDoc) => accept({ ...old, code: fresh.code, until, usedBy: null })
  const edited = await editor.edit(bindingCodes, { county, id: person }, renewed, { missing: 'try-again', duplicate: 'try-again' })
  return edited.ok ? accept({ until }) : edited
}

interface Typed extends NewContact {
  readonly code: string
}

/** The code that was typed, or the "no": who guesses is stopped, whosever code it might have been. */
async function codeTyped(ports: BindPorts, { code, contact, call }: Typed) {
  const { store, people, clock, vault } = ports
  const { county } = people
  const tries = bindingTriesId(vault, contact)
  const left = triesLeft(await store.get(identityTries, county, tries), clock.now(), LIMIT.bindingCodeTries)
  const wrong = async () => {
    const after = triesLeft(await countTry(ports, tries, call), clock.now(), LIMIT.bindingCodeTries)
    return after > 0 ? refuse('binding-code-wrong', { triesLeft: after }) : refuse('binding-code-locked')
  }
  const given =
    left > 0
      ? await getByBlind(store, bindingCodes, 'code', { county, field: 'code', blinds: vault.indexes.ever('binding-code', code) })
      : undefined
  return { isLocked: left <= 0, given, wrong }
}

/** Binds the acting contact to whom the code was given to. */
export async function bindByCode(ports: BindPorts, typed: Typed): Promise<Result<PersonDoc>> {
  const { people, clock, vault } = ports
  const { contact, call } = typed
  const { isLocked, given, wrong } = await codeTyped(ports, typed)
  if (isLocked) return refuse('binding-code-locked')
  if (given === undefined) return wrong()
  const known = await people.docByContact(contact)
  if (known !== undefined && known.id !== given.person) return refuse('already-registered')
  const use = (doc: BindingCodeDoc) => useCode(doc, { contact: contactBlind(vault, contact), now: clock.now() })
  const used = await ports.editor.edit(bindingCodes, { county: people.county, id: given.id }, use)
  if (!used.ok) return used.refusal === 'binding-code-wrong' ? wrong() : used
  const person = await people.docById(asId<'person'>(given.person))
  return person === undefined ? wrong() : bindContact(ports, person, { contact, call })
}

/** A code that others could read binds nobody from now on. What was none is a guess, and guesses count; the answer is the same. */
export async function spoilBindingCode(ports: BindPorts, typed: Typed): Promise<Result<Readonly<Record<string, never>>>> {
  const { isLocked, given, wrong } = await codeTyped(ports, typed)
  if (isLocked) return refuse('binding-code-locked')
  if (given === undefined) await wrong()
  else await ports.editor.edit(bindingCodes, given, (doc) => accept(endCode(doc, ports.clock.now())))
  return accept({})
}

/** Forgets codes that are over, a page at a time. */
export async function forgetBindingCodes({ store, clock, people }: Pick<BindPorts, 'store' | 'clock' | 'people'>): Promise<void> {
  const { county } = people
  const below = instantText(clock.now().subtract({ hours: 1 }))
  const { docs } = await store.find(bindingCodes, { index: 'age', county, range: { field: 'until', below }, limit: LIMIT.pageSize })
  await Promise.all(docs.map(({ id }) => store.remove(bindingCodes, county, id)))
}
