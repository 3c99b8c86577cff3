import type { ContactId } from '../core/id.ts'
import type { Vault } from '../vault/vault.ts'
import { triesIdsOf } from './count-identity-tries.ts'
import { openPerson, openPersonalData } from './open-person.ts'
import type { PersonDoc } from './person.collection.ts'

/** By what somebody is known elsewhere, so that it can be forgotten there: his contacts, and the ids of what is counted of him. */
export function tracesOf(vault: Vault, doc: PersonDoc): { readonly contacts: readonly ContactId[]; readonly tries: readonly string[] } {
  const { contacts } = openPerson(vault, doc)
  return { contacts, tries: triesIdsOf(vault, { contacts, idNumber: openPersonalData(vault, doc).idNumber }) }
}
