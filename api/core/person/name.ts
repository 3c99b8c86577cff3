import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'

/** A name as an ID card shows it: Han or Latin letters, its parts joined by one · space, hyphen or apostrophe. */
export type PersonName = string & { readonly kind: 'person-name' }

const LEAST_CHARACTERS = 2
const NAME = /^[\p{sc=Han}\p{sc=Latin}]+(?:[· '-][\p{sc=Han}\p{sc=Latin}]+)*$/u
/** The dots keyboards offer for the · of minority and foreign names, and the curly apostrophe. */
const DOTS = /[•‧∙・⋅．]/g
const SPACE_BETWEEN_HAN = /(?<=\p{sc=Han}) +(?=\p{sc=Han})/gu

/** For a name that was read before, such as a stored one. */
export const asPersonName = (text: string): PersonName => text as PersonName

/** Letters only, so that a name can never be a formula, a template, a link or an invisible character. */
export function readName(typed: string): Result<PersonName> {
  const plain = typed.replace(DOTS, '·').normalize('NFKC').replace(/’/g, "'")
  const text = plain.trim().replace(SPACE_BETWEEN_HAN, '').replace(/ +/g, ' ')
  const characters = [...text].length
  const isName = characters >= LEAST_CHARACTERS && characters <= LIMIT.nameCharacters && NAME.test(text)
  return isName ? accept(asPersonName(text)) : refuse('name-invalid')
}
