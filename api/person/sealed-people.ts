import { asId } from '../core/id.ts'
import { asIdNumber } from '../core/person/id-number.ts'
import { pagesOf } from '../store/pages.ts'
import { isSame } from '../vault/blinds.ts'
import { sealedIn } from '../vault/sealed-in.ts'
import type { Safe, Vault } from '../vault/vault.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { contactPlace, placeOf, safeOf } from './person-safe.ts'
import { blindContact, blindIdNumber, blindPayee, sealContact } from './seal-person.ts'

interface Opened {
  readonly vault: Vault
  readonly safe: Safe
}

/** The number may be found by each key in use, and by no other. */
function foundByNumber({ vault, safe }: Opened, doc: PersonDoc): PersonDoc {
  const idNumberBlind = blindIdNumber(vault, asIdNumber(safe.open(placeOf(doc.id, 'idNumber'), doc.idNumber)))
  return isSame(idNumberBlind, doc.idNumberBlind) ? doc : { ...doc, idNumberBlind }
}

/** The place that a contact is sealed for is named by its first index, so it is sealed anew. */
function foundByContacts({ vault, safe }: Opened, doc: PersonDoc): PersonDoc {
  const contacts = doc.contacts.map((own) => {
    const contact = asId<'contact'>(safe.open(contactPlace(doc.id, own.blind), own.sealed))
    return isSame(blindContact(vault, contact), own.blind) ? own : sealContact(vault, safe, { id: doc.id, contact })
  })
  return contacts.every((contact, place) => contact === doc.contacts[place]) ? doc : { ...doc, contacts }
}

/** Payouts under way go on: they know the account by the mark it had. */
function foundByPayee({ vault, safe }: Opened, doc: PersonDoc): PersonDoc {
  const { payee } = doc
  if (payee === null) return doc
  const blind = blindPayee(vault, safe.open(placeOf(doc.id, 'payee'), payee.sealed))
  return isSame(blind, payee.blind) ? doc : { ...doc, payee: { ...payee, blind, mark: payee.mark ?? payee.blind[0] } }
}

/** Of a person only his own key is sealed with the county's; all the rest is sealed with that. */
export const sealedPeople = sealedIn<PersonDoc>({
  of: people,
  every: (store, county) => pagesOf(store, people, { index: 'registered', county }),
  resealed(doc, again, vault) {
    const opened = { vault, safe: safeOf(vault, doc) }
    const found = [foundByNumber, foundByContacts, foundByPayee].reduce((each, renew) => renew(opened, each), doc)
    const key = again(placeOf(doc.id, 'key'), doc.key)
    return key === doc.key ? found : { ...found, key }
  },
})
