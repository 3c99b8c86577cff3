import { accept, type Result, refuse } from '../result.ts'

/** An 18-digit citizen ID number (GB 11643) whose shape, birth date and check digit are right. Not proof that it was ever issued. */
export type IdNumber = string & { readonly kind: 'id-number' }

export interface Identity {
  readonly idNumber: IdNumber
  readonly birthDay: Temporal.PlainDate
}

/** Why a number cannot be one, for the sentence that asks again. */
type Fault = 'shape' | 'region' | 'birth-day' | 'check-digit'

const SHAPE = /^(\d{6})(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/
/** GB/T 2260 provinces with a city behind them, and the three residence-permit prefixes of 81 Hong Kong, 82 Macau and 83 Taiwan. */
const REGION = /^(?:(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])(?!00)\d{2}|(?:71|8[1-3])\d{2})\d{2}$/
const CHECK = '10X98765432'
/** Nobody is older than this; a birth date further back is a slip of the finger. */
const OLDEST_YEARS = 130

/** For a number that was read before, such as a stored one. */
export const asIdNumber = (text: string): IdNumber => text as IdNumber

const refused = (fault: Fault) => refuse('id-number-invalid', { fault })

/** ISO 7064 MOD 11-2: any one wrong digit and any swapped neighbours change it. */
export function checkDigit(first17: string): string {
  const sum = [...first17].reduce((rest, digit) => (rest * 2 + Number(digit) * 2) % 11, 0)
  return CHECK.charAt(sum)
}

function dayOf(year: string, month: string, day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(`${year}-${month}-${day}`)
  } catch {
    return undefined
  }
}

const isPossible = (birthDay: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(birthDay, today) <= 0 && Temporal.PlainDate.compare(birthDay.add({ years: OLDEST_YEARS }), today) > 0

/** Takes what people type: full-width digits, a lower-case x, spaces. Refuses 15-digit numbers, which ended in 2013. */
export function readIdNumber(typed: string, today: Temporal.PlainDate): Result<Identity> {
  const text = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const [, region, year, month, day] = SHAPE.exec(text) ?? []
  if (region === undefined || year === undefined || month === undefined || day === undefined) return refused('shape')
  if (!REGION.test(region)) return refused('region')
  const birthDay = dayOf(year, month, day)
  if (birthDay === undefined || !isPossible(birthDay, today)) return refused('birth-day')
  if (checkDigit(text.slice(0, 17)) !== text.slice(17)) return refused('check-digit')
  return accept({ idNumber: asIdNumber(text), birthDay })
}
