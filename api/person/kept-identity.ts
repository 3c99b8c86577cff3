import { asIdNumber } from '../core/person/id-number.ts'
import { asPersonName } from '../core/person/name.ts'
import type { PersonalData } from '../core/person/personal-data.ts'
import { asPhone } from '../core/person/phone.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'
import { type KeptIdentityDoc, keptIdentities, keptPlaceOf } from './former.collection.ts'
import { openPersonalData } from './open-person.ts'
import type { PersonDoc } from './person.collection.ts'

interface Parts {
  readonly store: Pick<Store, 'insert'>
  readonly vault: Vault
}

/** Puts what the wage ledger has to say of somebody aside, under a key of its own, before his is gone. Twice is once. */
export async function keepIdentity({ store, vault }: Parts, doc: PersonDoc, until: Temporal.Instant): Promise<void> {
  const { id, county } = doc
  const { safe, wrapped } = vault.newPersonKey(keptPlaceOf(id, 'key'))
  const { name, idNumber, phone } = openPersonalData(vault, doc)
  await store.insert(keptIdentities, {
    ...{ id, county, version: 1, key: wrapped, until },
    name: safe.seal(keptPlaceOf(id, 'name'), name),
    idNumber: safe.seal(keptPlaceOf(id, 'idNumber'), idNumber),
    phone: safe.seal(keptPlaceOf(id, 'phone'), phone),
  })
}

/** Only for the files that it is kept for. */
export function openKeptIdentity(vault: Vault, { id, key, ...sealed }: KeptIdentityDoc): PersonalData {
  const safe = vault.openPersonKey(keptPlaceOf(id, 'key'), key)
  return {
    name: asPersonName(safe.open(keptPlaceOf(id, 'name'), sealed.name)),
    idNumber: asIdNumber(safe.open(keptPlaceOf(id, 'idNumber'), sealed.idNumber)),
    phone: asPhone(safe.open(keptPlaceOf(id, 'phone'), sealed.phone)),
  }
}
