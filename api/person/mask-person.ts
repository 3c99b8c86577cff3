import type { PersonCard } from '../contract/person.contract.ts'
import { ageOn } from '../core/person/age.ts'
import { maskPersonalData } from '../core/person/mask.ts'
import type { Vault } from '../vault/vault.ts'
import { openBirthDay, openPersonalData } from './open-person.ts'
import type { PersonDoc } from './person.collection.ts'
import { safeOf } from './person-safe.ts'

/** What anybody who has to do with the person may see of him. */
export const maskedDataOf = (vault: Vault, doc: PersonDoc) => maskPersonalData(openPersonalData(vault, doc))

/** What the person himself sees: masked too, as somebody may look over his shoulder, with the age on a day. */
export const cardOf = (vault: Vault, doc: PersonDoc, today: Temporal.PlainDate): PersonCard => ({
  ...maskedDataOf(vault, doc),
  roles: [...doc.roles],
  ageYears: ageOn(today, openBirthDay(safeOf(vault, doc), doc)),
  verification: doc.verification.state,
  township: doc.township,
  postsAs: doc.postsAs?.name ?? null,
})
