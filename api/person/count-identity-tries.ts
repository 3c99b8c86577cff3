import { instantText } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import type { IdNumber } from '../core/person/id-number.ts'
import { counted, mismatchRefused, triesLeft } from '../core/person/identity-tries.ts'
import { accept, type Refused, refuse } from '../core/result.ts'
import { type Once, once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'
import type { PersonPorts } from './add-role.ts'
import { type IdentityTriesDoc, identityTries } from './identity-tries.collection.ts'

export interface TriesPorts extends Pick<PersonPorts, 'editor' | 'clock' | 'people'> {
  readonly store: Pick<Store, 'get' | 'find' | 'remove'>
  readonly vault: Vault
}

/** Who says something of himself that may not be true, and of which number. */
interface Claim {
  readonly contact: string
  readonly idNumber: IdNumber
}

const ofContact = (vault: Vault, contact: string): string => vault.blindIndex('identity-tries', `contact ${contact}`)
const ofNumber = (vault: Vault, idNumber: IdNumber): string => vault.blindIndex('identity-tries', `number ${idNumber}`)
const idsOf = (vault: Vault, { contact, idNumber }: Claim): readonly string[] => [ofContact(vault, contact), ofNumber(vault, idNumber)]

/** Of guesses at binding codes. */
export const bindingTriesId = (vault: Vault, contact: string): string => vault.blindIndex('binding-tries', contact)
/** The same for the codes of companies and of helpers. */
export const companyTriesId = (vault: Vault, contact: string): string => vault.blindIndex('company-tries', contact)
export const helperTriesId = (vault: Vault, contact: string): string => vault.blindIndex('helper-tries', contact)
const CODE_TRIES = ['binding-tries', 'company-tries', 'helper-tries'] as const

/** All that is counted of somebody under these. */
export function triesIdsOf(
  { indexes }: Pick<Vault, 'indexes'>,
  { contacts, idNumber }: { contacts: readonly string[]; idNumber: IdNumber },
): readonly string[] {
  const ofContacts = contacts.flatMap((contact) => [
    ...indexes.ever('identity-tries', `contact ${contact}`),
    ...CODE_TRIES.flatMap((purpose) => indexes.ever(purpose, contact)),
  ])
  return [...indexes.ever('identity-tries', `number ${idNumber}`), ...ofContacts]
}

/** The "no" to somebody who has been wrong too often, before anybody is asked about him. */
export async function lockedOut(ports: TriesPorts, claim: Claim): Promise<Refused | undefined> {
  const { store, vault, clock, people } = ports
  const docs = await Promise.all(idsOf(vault, claim).map((id) => store.get(identityTries, people.county, id)))
  return docs.every((doc) => triesLeft(doc, clock.now()) > 0) ? undefined : refuse('identity-locked')
}

/** Counts a claim that was not true, once for each call, and says how often more one may. */
export async function countMismatch(ports: TriesPorts, claim: Claim, call: Once): Promise<Refused> {
  const now = ports.clock.now()
  const tries = await Promise.all(idsOf(ports.vault, claim).map((id) => countTry(ports, id, call)))
  return mismatchRefused(Math.min(...tries.map((doc) => triesLeft(doc, now))))
}

/** One more of what was not true, once for each call. */
export async function countTry(
  { editor, clock, people }: Pick<TriesPorts, 'editor' | 'clock' | 'people'>,
  id: string,
  call: Once,
): Promise<IdentityTriesDoc | undefined> {
  const { county } = people
  const now = clock.now()
  const first = { id, county, version: 1, count: 1, since: now, keys: [{ ...call, refused: null }] }
  const inserted = await editor.insert(identityTries, first)
  if (inserted.ok) return first
  const edited = await editor.edit(
    identityTries,
    { county, id },
    once<IdentityTriesDoc>(call, (doc) => accept({ doc: counted(doc, now) })),
  )
  return edited.ok ? edited.value : undefined
}

/** Forgets what counts no longer, a page at a time. */
export async function forgetIdentityTries({ store, clock, people }: Pick<TriesPorts, 'store' | 'clock' | 'people'>): Promise<void> {
  const below = instantText(clock.now().subtract({ hours: LIMIT.identityTriesHours }))
  const { county } = people
  const { docs } = await store.find(identityTries, { index: 'age', county, range: { field: 'since', below }, limit: LIMIT.pageSize })
  await Promise.all(docs.map(({ id }) => store.remove(identityTries, county, id)))
}
