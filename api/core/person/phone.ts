import { accept, type Result, refuse } from '../result.ts'

/** A mainland mobile number, eleven digits without country code. */
export type Phone = string & { readonly kind: 'phone' }

const MOBILE = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/

/** For a number that was read before, such as a stored one. */
export const asPhone = (text: string): Phone => text as Phone

/** Takes full-width digits, spaces, hyphens and the country code. */
export function readPhone(typed: string): Result<Phone> {
  const [, number] = MOBILE.exec(typed.normalize('NFKC').replace(/[\s-]/g, '')) ?? []
  return number === undefined ? refuse('phone-invalid') : accept(asPhone(number))
}
