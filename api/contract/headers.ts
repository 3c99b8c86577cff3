import type { Caller } from './route.ts'

/** Who is acting, for the bot's token only; percent-encoded UTF-8, since contact ids are any text a channel makes. */
export const ACTING_CONTACT = 'Acting-Contact'
/** The caller's own number of a POST; percent-encoded UTF-8. The same key again is the same call. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key'

const TOKEN_CHARACTERS = 200
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

const isName = (text: string): boolean =>
  text.length > 0 && text.length <= TOKEN_CHARACTERS && text.trim() === text && text.isWellFormed() && !CONTROL.test(text)

/** `account/contact`: one chat contact as one channel account sees it. */
export const isContact = (text: string): boolean => isName(text) && /^[^/]+\/.+$/.test(text)

/** One to two hundred characters that print. */
export const isKey = (text: string): boolean => isName(text)

/**
 * A caller's key as his own. A line break stands in neither part, so no two callers ever have one in common; a contact has a stroke in it,
 * so none is an account of staff.
 */
export const ownKey = ({ contact, staff }: Pick<Caller, 'contact' | 'staff'>, key: string): string =>
  `${staff === undefined ? contact : `staff ${staff.id}`}\n${key}`

/** What a session of staff looks like from outside; what it stands for is known to the server alone. */
export const isSessionToken = (text: string): boolean => /^staff\.[\w-]{43}$/.test(text)

export const toHeader = (text: string): string => encodeURIComponent(text)

/** Undefined where the header does not hold percent-encoded UTF-8. */
export function fromHeader(header: string): string | undefined {
  try {
    return decodeURIComponent(header)
  } catch {
    return undefined
  }
}
