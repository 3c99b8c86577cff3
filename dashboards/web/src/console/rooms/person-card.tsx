import type { Answer } from '@linggong/api/contract/handler.ts'
import { PERSON } from '../../../console-copy.ts'
import { Facts } from '../parts.tsx'

export type Card = Answer<'registerAtStation'>['card']

/** As the API tells of somebody: masked. */
export const PersonCard = ({ card: { name, idNumber, phone, roles, ageYears, verification, township } }: { readonly card: Card }) => (
  <Facts
    of={[
      [PERSON.name, name],
      [PERSON.idNumber, idNumber],
      [PERSON.phone, phone],
      [PERSON.age, PERSON.years(ageYears)],
      [PERSON.township, township === '' ? PERSON.untold : township],
      [PERSON.roles, roles.map((role) => PERSON.role[role]).join('、')],
      [PERSON.verification, PERSON.verified[verification]],
    ]}
  />
)
