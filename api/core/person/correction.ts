import { accept, type Result } from '../result.ts'
import { ageOn, refuseChild } from './age.ts'
import { type Identity, readIdNumber } from './id-number.ts'
import { type PersonName, readName } from './name.ts'
import { type Phone, readPhone } from './phone.ts'

/** What stands about somebody and can have been written down wrong, or has changed. */
export const CORRECTED_FIELDS = ['name', 'idNumber', 'phone', 'township'] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]
export type TypedCorrection = { readonly [Field in CorrectedField]?: string | undefined }

/** What it is from now on; what is left out stays. */
export interface Correction {
  readonly name?: PersonName
  readonly identity?: Identity
  readonly phone?: Phone
  readonly township?: string
}

/** One fault at a time, by the rules of a registration. */
export function readCorrection({ name, idNumber, phone, township }: TypedCorrection, today: Temporal.PlainDate): Result<Correction> {
  const named = name === undefined ? undefined : readName(name)
  if (named?.ok === false) return named
  const identity = idNumber === undefined ? undefined : readIdNumber(idNumber, today)
  if (identity?.ok === false) return identity
  const child = identity && refuseChild(ageOn(today, identity.value.birthDay))
  if (child) return child
  const called = phone === undefined ? undefined : readPhone(phone)
  if (called?.ok === false) return called
  return accept({
    ...(named ? { name: named.value } : {}),
    ...(identity ? { identity: identity.value } : {}),
    ...(called ? { phone: called.value } : {}),
    ...(township === undefined ? {} : { township }),
  })
}

/**
 * Whether one person of the hall must not do it alone: another number, or another name of somebody who was made sure of, makes one person out
 * of another, with his pay and his record. A second one then reads the same off the card and types it too.
 */
export const needsSecond = (fields: readonly CorrectedField[], { isVerified }: { readonly isVerified: boolean }): boolean =>
  fields.includes('idNumber') || (isVerified && fields.includes('name'))
