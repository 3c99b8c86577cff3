import { accept, type Result, refuse } from '../result.ts'
import { type PersonName, readName } from './name.ts'
import { type Phone, readPhone } from './phone.ts'

/** Who answers for somebody of 16 or 17 and has agreed that he works. */
export interface Guardian {
  readonly name: PersonName
  readonly phone: Phone
}
export interface TypedGuardian {
  readonly name: string
  readonly phone: string
}

/** A child cannot be his own guardian: another name and another phone. */
export function readGuardian(typed: TypedGuardian, child: { readonly name: string; readonly phone: string }): Result<Guardian> {
  const name = readName(typed.name)
  if (!name.ok) return name
  const phone = readPhone(typed.phone)
  if (!phone.ok) return phone
  if (name.value === child.name || phone.value === child.phone) return refuse('guardian-missing')
  return accept({ name: name.value, phone: phone.value })
}
