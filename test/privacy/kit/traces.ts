import { asIdNumber } from '@linggong/api/core/person/id-number.ts'
import { triesIdsOf } from '@linggong/api/person/count-identity-tries.ts'
import { blindContact, blindIdNumber, blindPayee } from '@linggong/api/person/seal-person.ts'
import type { Vault } from '@linggong/api/vault/vault.ts'
import { LIVED } from '../../kit/a-life.ts'

const idNumber = asIdNumber(LIVED.idNumber)

/** Everything that somebody who has the keys could find the worker of the kit by, and what his data could be read with. */
export const tracesOf = (vault: Vault, key: string): Readonly<Record<string, string>> => ({
  key,
  name: LIVED.name,
  idNumber: LIVED.idNumber,
  phone: LIVED.phone,
  openid: LIVED.openid,
  licenceNumber: LIVED.licenceNumber,
  contact: LIVED.contact,
  'index of the number': String(blindIdNumber(vault, idNumber)),
  'index of the contact': String(blindContact(vault, LIVED.contact)),
  'index of the account': String(blindPayee(vault, LIVED.openid)),
  ...Object.fromEntries(triesIdsOf(vault, { contacts: [LIVED.contact], idNumber }).map((id, nth) => [`guesses ${nth}`, id])),
})

/** Which of them stand in it. */
export const tracesIn = (what: string | Buffer, traces: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(traces).flatMap(([name, text]) => (what.includes(text) ? [name] : []))
