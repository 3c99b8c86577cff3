import { accept, type Result } from '../result.ts'
import { ageOn, refuseChild } from './age.ts'
import { type Identity, readIdNumber } from './id-number.ts'
import { type PersonName, readName } from './name.ts'
import { type Phone, readPhone } from './phone.ts'

/** What somebody typed about himself, and what it says once checked. */
export interface TypedApplicant {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
}
export interface Applicant extends Identity {
  readonly name: PersonName
  readonly phone: Phone
}

/** One fault at a time, in the order the questions are asked. */
export function readApplicant(typed: TypedApplicant, today: Temporal.PlainDate): Result<Applicant> {
  const name = readName(typed.name)
  if (!name.ok) return name
  const identity = readIdNumber(typed.idNumber, today)
  if (!identity.ok) return identity
  const child = refuseChild(ageOn(today, identity.value.birthDay))
  if (child) return child
  const phone = readPhone(typed.phone)
  return phone.ok ? accept({ ...identity.value, name: name.value, phone: phone.value }) : phone
}
