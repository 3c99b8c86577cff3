import type { PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Consent } from './consent.ts'

/** Who may act for an elder person in chat, because that person agreed. */
export interface Helper {
  readonly person: PersonId
  /** What the helper calls him: 爸, 老李. */
  readonly called: string
  readonly consent: Consent
}

const PREFIX = 'helping:'

/** How a chat contact that acts for somebody else is named where a contact is: whom for, then who. No channel account is called like this. */
export const helpingContact = (elder: string, contact: string): string => `${PREFIX}${elder}/${contact}`

/** Whom for and who, where a contact is such a one. */
export function readHelping(contact: string): { readonly elder: string; readonly contact: string } | undefined {
  const end = contact.indexOf('/')
  if (!contact.startsWith(PREFIX) || end < 0) return undefined
  return { elder: contact.slice(PREFIX.length, end), contact: contact.slice(end + 1) }
}

const CALLED = /^[\p{sc=Han}]{1,6}$/u
/** Words that are no name for anybody. */
const NOBODY = ['家人', '自己', '我', '他', '她', '忙', '人']

/** What somebody calls another, as commands name him by it. */
export const isCalled = (text: string): boolean => CALLED.test(text) && !NOBODY.includes(text)

/** With one helper more; the same one again only calls him otherwise. */
export function withHelper(helpers: readonly Helper[], elder: PersonId, added: Helper): Result<readonly Helper[]> {
  if (added.person === elder) return refuse('own-help')
  const others = helpers.filter(({ person }) => person !== added.person)
  if (others.length >= LIMIT.helpersPerPerson) return refuse('too-many-helpers')
  return accept([...others, added])
}
