import { isBefore } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId, type PersonId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { endCode } from '../core/person/binding-code.ts'
import type { Consent } from '../core/person/consent.ts'
import { isCalled, withHelper } from '../core/person/helping.ts'
import { triesLeft } from '../core/person/identity-tries.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { PersonPorts } from '../person/add-role.ts'
import { countTry, helperTriesId, type TriesPorts } from '../person/count-identity-tries.ts'
import { identityTries } from '../person/identity-tries.collection.ts'
import { type PersonDoc, people } from '../person/person.collection.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { getByBlind } from '../vault/blinds.ts'
import type { Vault } from '../vault/vault.ts'
import { type HelperCodeDoc, helperCodes } from './helper-code.collection.ts'

export interface HelpPorts extends PersonPorts, TriesPorts {
  readonly store: Pick<Store, 'get' | 'getBy' | 'find' | 'remove'>
  readonly vault: Vault
  /** Digits that nobody can guess. */
  readonly newCode: () => string
}

const blind = (vault: Vault, code: string): string => vault.blindIndex('helper-code', code)

/** A code with which somebody is to act for an elder person, who has agreed. */
export async function giveHelperCode(
  ports: HelpPorts,
  elder: string,
  consent: Consent,
): Promise<Result<{ readonly code: string; readonly until: Temporal.Instant }>> {
  const { editor, clock, vault, people: room } = ports
  const { county } = room
  const code = ports.newCode()
  const until = clock.now().add({ minutes: LIMIT.bindingCodeMinutes })
  const fresh: HelperCodeDoc = { id: elder, county, version: 1, code: blind(vault, code), until, consent, usedBy: null }
  const inserted = await editor.insert(helperCodes, fresh)
  if (inserted.ok) return accept({ code, until })
  const renewed = (old: HelperCodeDoc) => accept({ ...old, code: fresh.code, until, consent, usedBy: null })
  const edited = await editor.edit(helperCodes, { county, id: elder }, renewed, { missing: 'try-again', duplicate: 'try-again' })
  return edited.ok ? accept({ code, until }) : edited
}

export interface Helping {
  readonly helper: PersonId
  readonly contact: string
  readonly code: string
  readonly called: string
  readonly call: Once
}

const eventOf = (
  type: 'helperBound' | 'helperEnded',
  doc: PersonDoc,
  { helper, at, cause }: { helper: string; at: Temporal.Instant; cause: string },
): DomainEvent => ({
  id: `${type}:${doc.id}:${helper}:${cause}`,
  type,
  ...{ county: doc.county, demo: doc.demo, at },
  facts: { person: doc.id, helper },
})

/** Whoever has the code acts for that person from now on; both hear of it. Who guesses is stopped. */
export async function helpElder(ports: HelpPorts, { helper, contact, code, called, call }: Helping): Promise<Result<PersonDoc>> {
  const { store, editor, clock, vault, people: room } = ports
  const { county } = room
  if (!isCalled(called)) return refuse('name-invalid')
  const tries = helperTriesId(vault, contact)
  if (triesLeft(await store.get(identityTries, county, tries), clock.now(), LIMIT.bindingCodeTries) <= 0)
    return refuse('binding-code-locked')
  const at = clock.now()
  const given = await getByBlind(store, helperCodes, 'code', { county, field: 'code', blinds: vault.indexes.ever('helper-code', code) })
  const use = (doc: HelperCodeDoc) => {
    const isOpen = doc.usedBy === null ? isBefore(at, doc.until) : doc.usedBy === helper
    return isOpen && doc.code === given?.code ? accept({ ...doc, usedBy: helper }) : refuse('binding-code-wrong')
  }
  if (given?.id === helper) return refuse('own-help')
  const used = given === undefined ? refuse('binding-code-wrong') : await editor.edit(helperCodes, { county, id: given.id }, use)
  if (!used.ok) return used.refusal === 'binding-code-wrong' ? wrong(ports, tries, call) : used
  const { id, consent } = used.value
  const added = { person: helper, called, consent }
  const bound = eventAt('helperBound', { helper, at, cause: call.key })
  return change(ports, asId<'person'>(id), (doc) => {
    if (doc.helpers.some((one) => one.person === helper && one.called === called)) return accept(doc)
    const helpers = withHelper(doc.helpers, doc.id, added)
    return helpers.ok ? accept(withEvents({ ...doc, helpers: [...helpers.value] }, [bound(doc)])) : helpers
  })
}

/** A code that others could read helps nobody from now on. What was none is a guess, and guesses count; the answer is the same. */
export async function spoilHelperCode(
  ports: HelpPorts,
  { contact, code, call }: Pick<Helping, 'contact' | 'code' | 'call'>,
): Promise<Result<Readonly<Record<string, never>>>> {
  const { store, editor, clock, vault, people: room } = ports
  const { county } = room
  const tries = helperTriesId(vault, contact)
  if (triesLeft(await store.get(identityTries, county, tries), clock.now(), LIMIT.bindingCodeTries) <= 0)
    return refuse('binding-code-locked')
  const given = await getByBlind(store, helperCodes, 'code', { county, field: 'code', blinds: vault.indexes.ever('helper-code', code) })
  if (given === undefined) await countTry(ports, tries, call)
  else await editor.edit(helperCodes, given, (doc) => accept(endCode(doc, clock.now())))
  return accept({})
}

const eventAt =
  (type: 'helperBound' | 'helperEnded', about: { helper: string; at: Temporal.Instant; cause: string }) =>
  (doc: PersonDoc): DomainEvent =>
    eventOf(type, doc, about)

async function wrong(ports: HelpPorts, tries: string, call: Once) {
  const left = triesLeft(await countTry(ports, tries, call), ports.clock.now(), LIMIT.bindingCodeTries)
  return left > 0 ? refuse('binding-code-wrong', { triesLeft: left }) : refuse('binding-code-locked')
}

async function change(ports: PersonPorts, id: PersonId, decide: (doc: PersonDoc) => Result<PersonDoc>): Promise<Result<PersonDoc>> {
  const edited = await ports.editor.edit(people, { county: ports.people.county, id }, decide, { missing: 'not-helping' })
  ports.people.changed(id)
  return edited
}

/** One helper, or all of them, act for somebody no more; whoever is concerned hears of it. */
export function endHelp(
  ports: PersonPorts,
  { elder, helper, cause }: { elder: PersonId; helper: string | 'all'; cause: string },
): Promise<Result<PersonDoc>> {
  const at = ports.clock.now()
  return change(ports, elder, (doc) => {
    const gone = doc.helpers.filter(({ person }) => helper === 'all' || person === helper)
    if (gone.length === 0) return helper === 'all' ? accept(doc) : refuse('not-helping')
    const events = gone.map(({ person }) => eventOf('helperEnded', doc, { helper: person, at, cause }))
    return accept(withEvents({ ...doc, helpers: doc.helpers.filter((one) => !gone.includes(one)) }, events))
  })
}

/** Whom somebody may act for, in the order in which they agreed. */
export async function eldersOf(
  { store, people: room }: Pick<HelpPorts, 'store' | 'people'>,
  helper: PersonId,
): Promise<readonly PersonDoc[]> {
  const query = { index: 'helper', county: room.county, equals: { 'helpers.person': helper }, limit: LIMIT.pageSize }
  const tieOf = (elder: PersonDoc) => elder.helpers.find(({ person }) => person === helper)
  const since = (elder: PersonDoc): string => `${tieOf(elder)?.consent.at ?? ''} ${tieOf(elder)?.called ?? ''}`
  return (await store.find(people, query)).docs.toSorted((one, other) => (since(one) < since(other) ? -1 : 1))
}
