import { beginsNumeral, type Numeral, numeralAt } from '../numbers/numeral.ts'
import type { Span } from '../time/reading.ts'

export interface JobNumber {
  readonly jobNo: string
  readonly span: Span
}

const GRABS = '抢强枪墙呛腔锵蔷跄接'
const ORDERS = '单但弹蛋旦担号活'
const AFTER_MONEY = '元块快圆斤米人个名位点分天月年岁平吨台%'

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1
const isLetter = (sign: string): boolean => (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')

/** 1045人够了: the people of job 1045, not 1045 people. */
const isFilled = (text: string, at: number): boolean =>
  text.charAt(at) === '人' && text.charAt(at + 1) !== '' && '够找齐满已都全手不招'.includes(text.charAt(at + 1))

/** A number of 4–8 digits that stands by itself, an optional Z or # before it. */
function digitsAt(text: string, start: number): JobNumber | undefined {
  let end = start
  while (isDigit(text.charAt(end))) end += 1
  if (end - start < 4 || end - start > 8) return undefined
  const before = text.charAt(start - 1)
  const prefixed = before === 'Z' || before === 'z' || before === '#'
  if ((isLetter(before) && !(prefixed && !isLetter(text.charAt(start - 2)))) || before === '.' || before === '-' || before === '¥')
    return undefined
  const next = text.charAt(end)
  if (next === '.' && isDigit(text.charAt(end + 1))) return undefined
  if (next === '-' && isDigit(text.charAt(end + 1))) return undefined
  if ((AFTER_MONEY.includes(next) && next !== '' && !isFilled(text, end)) || isLetter(next)) return undefined
  return { jobNo: text.slice(start, end), span: { start: prefixed ? start - 1 : start, end } }
}

/** 抢一零二四, 抢幺零二四, 抢一千零二十四, 一零二四我来: numerals count as a job number only beside a grab. */
function spokenAt(text: string, numeral: Numeral): JobNumber | undefined {
  const { start } = numeral
  if (!numeral.chinese || numeral.vague || numeral.high !== numeral.value) return undefined
  const before = text.charAt(start - 1) === ' ' ? text.charAt(start - 2) : text.charAt(start - 1)
  const after = text.charAt(numeral.end) === ' ' ? text.charAt(numeral.end + 1) : text.charAt(numeral.end)
  const beside = (before !== '' && (GRABS + ORDERS).includes(before)) || (after !== '' && `${GRABS}号我`.includes(after))
  if (!beside && AFTER_MONEY.includes(after || ' ')) return undefined
  const said = text.slice(start, numeral.end)
  const digitByDigit = [...said].every((sign) => !'十百千万'.includes(sign))
  const named = digitByDigit && ['零', '〇', '幺'].some((sign) => said.includes(sign))
  if (!beside && !named) return undefined
  const long = digitByDigit ? numeral.end - start >= 4 : numeral.value >= 1000
  if (!long || numeral.value >= 100_000_000) return undefined
  return { jobNo: String(numeral.value), span: { start, end: numeral.end } }
}

/** Every job number of a text in order. Telephone and ID numbers are longer and so never among them. */
export function findJobNumbers(text: string): readonly JobNumber[] {
  const found: JobNumber[] = []
  let at = 0
  while (at < text.length) {
    if (!beginsNumeral(text.charCodeAt(at))) {
      at += 1
      continue
    }
    const sign = text.charAt(at)
    const isRunStart = isDigit(sign) && !isDigit(text.charAt(at - 1))
    const numeral = isDigit(sign) ? undefined : numeralAt(text, at)
    const hit = isRunStart ? digitsAt(text, at) : numeral === undefined ? undefined : spokenAt(text, numeral)
    if (hit !== undefined) found.push(hit)
    at = hit?.span.end ?? numeral?.end ?? at + 1
  }
  return found
}

/** 强1024, 枪单1024, 抢但1024: sounds like 抢 and 单 become them beside a job number, and nowhere else. */
export function mendHomophones(text: string): string {
  const numbers = findJobNumbers(text)
  if (numbers.length === 0) return text
  const signs = [...text].length === text.length ? text.split('') : undefined
  if (signs === undefined) return text
  for (const { span } of numbers) {
    let at = span.start - 1
    while (at >= 0 && signs[at] === ' ') at -= 1
    if (at >= 0 && ORDERS.slice(0, 6).includes(signs[at] ?? ' ')) {
      signs[at] = '单'
      at -= 1
    }
    if (at >= 0 && GRABS.slice(0, 9).includes(signs[at] ?? ' ')) signs[at] = '抢'
    const after = span.end + (signs[span.end] === ' ' ? 1 : 0)
    if (GRABS.slice(1, 9).includes(signs[after] ?? ' ') && (signs[after + 1] === undefined || '单但弹蛋'.includes(signs[after + 1] ?? ' ')))
      signs[after] = '抢'
  }
  return signs.join('')
}
