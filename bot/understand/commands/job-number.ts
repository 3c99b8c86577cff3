import { beginsNumeralAt, digitsEnd, isDigitAt, scaleAt } from '../numbers/number-signs.ts'
import { type Numeral, numeralAt } from '../numbers/numeral.ts'
import type { Span } from '../time/reading.ts'
import { isAt, LATIN, signs } from '../words/signs.ts'

export interface JobNumber {
  readonly jobNo: string
  readonly span: Span
}

const MISHEARD_GRABS = '强枪墙呛腔锵蔷跄'
const MISHEARD_ORDERS = '单但弹蛋旦担'

const GRAB_SOUNDS = signs(`抢${MISHEARD_GRABS}`)
const ORDER_SOUNDS = signs(MISHEARD_ORDERS)
const WRONG_GRABS = signs(MISHEARD_GRABS)
const AFTER_GRABS = signs('单但弹蛋')
const BEFORE_NUMBER = signs(`抢${MISHEARD_GRABS}接${MISHEARD_ORDERS}号活`)
const AFTER_NUMBER = signs(`抢${MISHEARD_GRABS}接号我`)
const COUNTED = signs('元块快圆斤米人个名位点分天月年岁平吨台%')
const PREFIXES = signs('Zz#')
const JOINTS = signs('.-')
const UNNUMBERED_BEFORE = signs('.-¥')
const FILLED = signs('够找齐满已都全手不招')
const SPELT_ONLY = signs('零〇幺')

const FEWEST_DIGITS = 4
const MOST_DIGITS = 8

/** 1045人够了: the people of job 1045, not 1045 people. */
const isFilled = (text: string, at: number): boolean => text.charAt(at) === '人' && isAt(FILLED, text, at + 1)

/** A number of 4–8 digits that stands by itself, an optional Z or # before it. */
function digitsAt(text: string, start: number): JobNumber | undefined {
  const end = digitsEnd(text, start, start + MOST_DIGITS + 1)
  if (end - start < FEWEST_DIGITS || end - start > MOST_DIGITS) return undefined
  const prefixed = isAt(PREFIXES, text, start - 1)
  if (isAt(LATIN, text, start - 1) && (!prefixed || isAt(LATIN, text, start - 2))) return undefined
  if (isAt(UNNUMBERED_BEFORE, text, start - 1)) return undefined
  if (isAt(JOINTS, text, end) && isDigitAt(text, end + 1)) return undefined
  if ((isAt(COUNTED, text, end) && !isFilled(text, end)) || isAt(LATIN, text, end)) return undefined
  return { jobNo: text.slice(start, end), span: { start: prefixed ? start - 1 : start, end } }
}

/** Whether a numeral is spelt digit by digit, and whether with a digit that nothing but a number is spelt with. */
function spelling(text: string, { start, end }: Numeral): { spelt: boolean; named: boolean } {
  let named = false
  for (let at = start; at < end; at += 1) {
    if (scaleAt(text, at) > 0) return { spelt: false, named: false }
    named ||= isAt(SPELT_ONLY, text, at)
  }
  return { spelt: true, named }
}

/** 抢一零二四, 抢幺零二四, 抢一千零二十四, 一零二四我来: numerals count as a job number only beside a grab. */
function spokenAt(text: string, numeral: Numeral): JobNumber | undefined {
  const { start, end, value } = numeral
  if (!numeral.chinese || numeral.vague || numeral.high !== value || value >= 100_000_000) return undefined
  const after = text.charAt(end) === ' ' ? end + 1 : end
  const beside = isAt(BEFORE_NUMBER, text, text.charAt(start - 1) === ' ' ? start - 2 : start - 1) || isAt(AFTER_NUMBER, text, after)
  if (!beside && isAt(COUNTED, text, after)) return undefined
  const { spelt, named } = spelling(text, numeral)
  if ((!beside && !named) || (spelt ? end - start < FEWEST_DIGITS : value < 1000)) return undefined
  return { jobNo: String(value), span: { start, end } }
}

/** Every job number of a text in order. Telephone and ID numbers are longer and so never among them. */
export function findJobNumbers(text: string): readonly JobNumber[] {
  const found: JobNumber[] = []
  let at = 0
  while (at < text.length) {
    if (!beginsNumeralAt(text, at)) {
      at += 1
      continue
    }
    const isDigit = isDigitAt(text, at)
    const numeral = isDigit ? undefined : numeralAt(text, at)
    const hit = isDigit ? digitsAt(text, at) : numeral === undefined ? undefined : spokenAt(text, numeral)
    if (hit !== undefined) found.push(hit)
    at = hit?.span.end ?? numeral?.end ?? (isDigit ? digitsEnd(text, at, text.length) : at + 1)
  }
  return found
}

const withSign = (text: string, at: number, sign: string): string => `${text.slice(0, at)}${sign}${text.slice(at + 1)}`

/** 强1024, 枪单1024, 抢但1024: sounds like 抢 and 单 become them beside a job number, and nowhere else. */
export function mendHomophones(text: string, numbers: readonly JobNumber[]): string {
  let mended = text
  for (const { span } of numbers) {
    let at = span.start - 1
    while (mended.charAt(at) === ' ') at -= 1
    if (isAt(ORDER_SOUNDS, mended, at)) {
      mended = withSign(mended, at, '单')
      at -= 1
    }
    if (isAt(GRAB_SOUNDS, mended, at)) mended = withSign(mended, at, '抢')
    const after = mended.charAt(span.end) === ' ' ? span.end + 1 : span.end
    if (isAt(WRONG_GRABS, mended, after) && (after + 1 >= mended.length || isAt(AFTER_GRABS, mended, after + 1)))
      mended = withSign(mended, after, '抢')
  }
  return mended
}
