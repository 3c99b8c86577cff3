import { COMPOUND_SURNAMES } from './compound-surnames.ts'
import type { IdNumber } from './id-number.ts'
import type { PersonName } from './name.ts'
import type { PersonalData } from './personal-data.ts'
import type { Phone } from './phone.ts'

/** 王芳 → 王*, 廖大山 → 廖*山, 欧阳锋 → 欧阳*: the surname, one star for whatever is hidden, the last character where it is not the whole given name. */
export function maskName(name: PersonName): string {
  const characters = [...name]
  const isCompound = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join(''))
  const surname = characters.slice(0, isCompound ? 2 : 1).join('')
  const given = characters.slice(isCompound ? 2 : 1)
  return `${surname}*${given.length > 1 ? given.at(-1) : ''}`
}

/** 13800001234 → 138****1234 */
export const maskPhone = (phone: Phone): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** 350428198001011234 → 3504**********1234 */
export const maskIdNumber = (idNumber: IdNumber): string => `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`

/** The only way by which anybody's data get out of the house without being written down. */
export const maskPersonalData = ({ name, idNumber, phone }: PersonalData) => ({
  name: maskName(name),
  idNumber: maskIdNumber(idNumber),
  phone: maskPhone(phone),
})

/** So many digits may be a phone or an ID number; a house, a price or a job has fewer. */
const PRIVATE_DIGITS = /[\d０-９][\d０-９\s-]{5,}[\d０-９]/g

/** Words that somebody typed, for everybody to read: 「找老王13800001234」 → 「找老王****」. */
export const maskDigits = (words: string): string => words.replace(PRIVATE_DIGITS, '****')
