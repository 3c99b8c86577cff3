import type { IdNumber } from './id-number.ts'
import type { PersonName } from './name.ts'
import type { Phone } from './phone.ts'

/** What identifies somebody, as it is. */
export interface PersonalData {
  readonly name: PersonName
  readonly idNumber: IdNumber
  readonly phone: Phone
}

export const PERSONAL_FIELDS = ['name', 'idNumber', 'phone'] as const satisfies readonly (keyof PersonalData)[]
export type PersonalField = (typeof PERSONAL_FIELDS)[number]
