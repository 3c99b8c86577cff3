import { instantText } from '../core/clock.ts'
import { maskName, maskPhone } from '../core/person/mask.ts'
import { asPersonName } from '../core/person/name.ts'
import { asPhone } from '../core/person/phone.ts'
import type { Vault } from '../vault/vault.ts'
import type { LicenceDoc } from './licence.collection.ts'
import { type LicencePorts, numberAt, openPicture } from './licences.ts'
import { openBirthDay, openPerson, openPersonalData } from './open-person.ts'
import type { PersonDoc } from './person.collection.ts'
import { placeOf, safeOf } from './person-safe.ts'
import { openPayee } from './seal-person.ts'

/** All that a person's document says, as it is, for himself; of who answers for him only what others may see. */
export function ownCopyOf(vault: Vault, doc: PersonDoc) {
  const safe = safeOf(vault, doc)
  const guardian = doc.guardian && {
    name: maskName(asPersonName(safe.open(placeOf(doc.id, 'guardian.name'), doc.guardian.name))),
    phone: maskPhone(asPhone(safe.open(placeOf(doc.id, 'guardian.phone'), doc.guardian.phone))),
  }
  const payee = openPayee(vault, doc)
  return {
    id: doc.id,
    ...openPersonalData(vault, doc),
    birthDay: openBirthDay(safe, doc).toString(),
    verification: doc.verification,
    guardian,
    contacts: openPerson(vault, doc).contacts,
    payee: payee && { account: payee.openid, from: instantText(payee.from) },
    roles: doc.roles,
    postsAs: doc.postsAs,
    township: doc.township,
    skills: doc.skills,
    wishes: doc.wishes,
    licences: doc.licences,
    consents: doc.consents,
    registeredAt: instantText(doc.registeredAt),
  }
}

/** A licence with its number as it is; the marks by which a picture is known again are nobody's data. */
export function ownLicenceOf(vault: Vault, doc: PersonDoc, licence: LicenceDoc) {
  const {
    id,
    version: _version,
    county: _county,
    mark: _mark,
    keys: _keys,
    outbox: _outbox,
    outboxSince: _since,
    number,
    ...rest
  } = licence
  return { id, ...rest, number: number && safeOf(vault, doc).open(numberAt(id), number) }
}

/** Its picture as it was cleaned; undefined where there is none. */
export async function ownPictureOf(ports: LicencePorts, id: string): Promise<{ format: 'jpeg' | 'png'; bytes: Uint8Array } | undefined> {
  const opened = await openPicture(ports, id)
  return opened.ok ? { format: opened.value.format, bytes: Buffer.from(opened.value.picture, 'base64') } : undefined
}
