import { pagesOf } from '../store/pages.ts'
import { sealedIn, withSealed } from '../vault/sealed-in.ts'
import { codePlace } from './invite-staff.ts'
import { type StaffAccountDoc, staffAccounts } from './staff-account.collection.ts'
import { type InvitationDoc, invitations } from './staff-code.collection.ts'
import { placeOf } from './staff-ports.ts'

/** Names, second factors and chat contacts of staff are sealed with the county's keys: whoever loses those lets nobody in any more. */
export const sealedStaffAccounts = sealedIn<StaffAccountDoc>({
  of: staffAccounts,
  every: (store, county) => pagesOf(store, staffAccounts, { index: 'byLogin', county }),
  resealed(doc, again) {
    const { id, name, totp, newTotp, contact } = doc
    const next = {
      name: again(placeOf(id, 'name'), name),
      totp: totp && withSealed(totp, again(placeOf(id, 'totp'), totp.sealed)),
      newTotp: newTotp && again(placeOf(id, 'newTotp'), newTotp),
      contact: contact && withSealed(contact, again(placeOf(id, 'contact'), contact.sealed)),
    }
    const isSame = next.name === name && next.totp === totp && next.newTotp === newTotp && next.contact === contact
    return isSame ? doc : { ...doc, ...next }
  },
})

export const sealedInvitations = sealedIn<InvitationDoc>({
  of: invitations,
  every: (store, county) => pagesOf(store, invitations, { index: 'ends', county }),
  resealed: (doc, again) => withSealed(doc, again(codePlace(doc.id), doc.sealed)),
})
