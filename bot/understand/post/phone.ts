import { digitsEnd, isDigitAt } from '../numbers/number-signs.ts'
import type { Span } from '../time/reading.ts'
import { isAt, signs } from '../words/signs.ts'

export interface PhoneReading {
  readonly phone: string
  readonly span: Span
}

interface DigitRun {
  readonly count: number
  readonly start: number
  readonly end: number
}

/** Enough for a landline with its area code and one digit more, which proves the run is something else. */
const MOST_DIGITS = 12

const BETWEEN_DIGITS = signs(' -.')

/** Digits with at most one blank, dash or dot between two of them: 138 0000 7788, 0598-2261234. */
export function digitRunAt(text: string, start: number): DigitRun {
  let count = 0
  let end = start
  for (let at = start; count <= MOST_DIGITS; at += 1) {
    if (isDigitAt(text, at)) {
      count += 1
      end = at + 1
    } else if (!isAt(BETWEEN_DIGITS, text, at) || !isDigitAt(text, at + 1)) break
  }
  return { count, start, end }
}

function digitsOf(text: string, { start, end }: DigitRun): string {
  let digits = ''
  for (let at = start; at < end; at += 1) if (isDigitAt(text, at)) digits += text.charAt(at)
  return digits
}

const isMobile = (digits: string): boolean => digits.length === 11 && digits.startsWith('1') && digits.charAt(1) >= '3'

const isLandline = (digits: string): boolean => digits.startsWith('0') && digits.length >= 10 && digits.length <= 12

const CALLS = ['电话', '联系', '致电', '热线', '座机', '拨打', 'tel', '号码']

const isCalled = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 8), at).toLowerCase()
  return CALLS.some((word) => before.includes(word))
}

const OTHER_NUMBERS = 'qq 微信 vx wx 群 号 码 单 v: v '.split(' ').filter((word) => word !== '')
const NO_NUMBER_END = signs('元块.-')

/** 报名打2261305转小林: no price and no count of the county has seven digits; an account or an order may. */
function isLocal(text: string, { count, start, end }: DigitRun): boolean {
  if (count !== 7 || end - start !== 7 || '019'.includes(text.charAt(start)) || isAt(NO_NUMBER_END, text, end)) return false
  const before = text.slice(Math.max(0, start - 4), start).toLowerCase()
  return !OTHER_NUMBERS.some((word) => before.includes(word))
}

/** The plain digits from `start`, without any sign between them. */
function plainRunAt(text: string, start: number): DigitRun {
  const end = digitsEnd(text, start, text.length)
  return { count: end - start, start, end }
}

/** A local number has seven or eight digits, all others ten to twelve. */
const mayCall = ({ count }: DigitRun): boolean => count >= 7 && count <= MOST_DIGITS && count !== 9

function phoneIn(text: string, run: DigitRun): PhoneReading | undefined {
  if (!mayCall(run)) return undefined
  const digits = digitsOf(text, run)
  const good = digits.length <= 8 ? isCalled(text, run.start) || isLocal(text, run) : isMobile(digits) || isLandline(digits)
  return good ? { phone: digits, span: { start: run.start, end: run.end } } : undefined
}

/** The first telephone number of the text. */
export function readPhone(text: string): PhoneReading | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigitAt(text, at)) continue
    const plain = plainRunAt(text, at)
    const found = phoneIn(text, plain) ?? phoneIn(text, digitRunAt(text, at))
    if (found !== undefined) return found
    at = plain.end - 1
  }
  return undefined
}
