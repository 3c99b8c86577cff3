import { pagesOf } from '../store/pages.ts'
import { isSame } from '../vault/blinds.ts'
import { sealedIn, withSealed } from '../vault/sealed-in.ts'
import type { Vault } from '../vault/vault.ts'
import { blindOf } from './bind-contact.ts'
import { blindCode, codePlace } from './invite-staff.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { type InvitationDoc, invitations } from './staff-code.collection.ts'
import { placeOf } from './staff-ports.ts'

type Contact = NonNullable<StaffAccountDoc['contact']>

/** Found by each key in use, and by no other. */
function foundByContact(vault: Vault, id: StaffAccountDoc['id'], contact: Contact): Contact {
  const blind = blindOf(vault, vault.open(placeOf(id, 'contact'), contact.sealed))
  return isSame(blind, contact.blind) ? contact : { ...contact, blind }
}

function foundByCode(vault: Vault, doc: InvitationDoc): InvitationDoc {
  const digest = blindCode(vault, vault.open(codePlace(doc.id), doc.sealed))
  return isSame(digest, doc.digest) ? doc : { ...doc, digest }
}

/** Names, second factors and chat contacts of staff are sealed with the county's keys: whoever loses those lets nobody in any more. */
export const sealedStaffAccounts = sealedIn<StaffAccountDoc>({
  of: staffAccounts,
  every: (store, county) => pagesOf(store, staffAccounts, { index: 'byLogin', county }),
  resealed(doc, again, vault) {
    const { id, name, totp, newTotp } = doc
    const contact = doc.contact && foundByContact(vault, id, doc.contact)
    const next = {
      name: again(placeOf(id, 'name'), name),
      totp: totp && withSealed(totp, again(placeOf(id, 'totp'), totp.sealed)),
      newTotp: newTotp && again(placeOf(id, 'newTotp'), newTotp),
      contact: contact && withSealed(contact, again(placeOf(id, 'contact'), contact.sealed)),
    }
    const isSame = next.name === name && next.totp === totp && next.newTotp === newTotp && next.contact === doc.contact
    return isSame ? doc : { ...doc, ...next }
  },
})

export const sealedInvitations = sealedIn<InvitationDoc>({
  of: invitations,
  every: (store, county) => pagesOf(store, invitations, { index: 'ends', county }),
  resealed: (doc, again, vault) => withSealed(foundByCode(vault, doc), again(codePlace(doc.id), doc.sealed)),
})
