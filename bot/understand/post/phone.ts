import type { Span } from '../time/reading.ts'

export interface PhoneReading {
  readonly phone: string
  readonly span: Span
}

interface DigitRun {
  readonly digits: string
  readonly start: number
  readonly end: number
}

/** Enough for a landline with its area code and one digit more, which proves the run is something else. */
const MOST_DIGITS = 12

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1

/** Digits with at most one blank, dash or dot between two of them: 138 0000 7788, 0598-2261234. */
export function digitRunAt(text: string, start: number): DigitRun {
  let digits = ''
  let end = start
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (digits.length > MOST_DIGITS) break
    if (isDigit(sign)) {
      digits += sign
      end = at + 1
    } else if (!(' -.'.includes(sign) && isDigit(text.charAt(at + 1)))) break
  }
  return { digits, start, end }
}

const isMobile = (digits: string): boolean => digits.length === 11 && digits.startsWith('1') && digits.charAt(1) >= '3'

const isLandline = (digits: string): boolean => digits.startsWith('0') && digits.length >= 10 && digits.length <= 12

const CALLS = ['电话', '联系', '致电', '热线', '座机', '拨打', 'tel', '号码']

const isCalled = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 8), at).toLowerCase()
  return CALLS.some((word) => before.includes(word))
}

/** The plain digits from `start`, without any sign between them. */
function plainRunAt(text: string, start: number): DigitRun {
  let end = start
  while (isDigit(text.charAt(end))) end += 1
  return { digits: text.slice(start, end), start, end }
}

function phoneIn(text: string, run: DigitRun): PhoneReading | undefined {
  const good =
    isMobile(run.digits) || isLandline(run.digits) || ((run.digits.length === 7 || run.digits.length === 8) && isCalled(text, run.start))
  return good ? { phone: run.digits, span: { start: run.start, end: run.end } } : undefined
}

/** The first telephone number of the text. */
export function readPhone(text: string): PhoneReading | undefined {
  let at = 0
  while (at < text.length) {
    if (!isDigit(text.charAt(at))) {
      at += 1
      continue
    }
    const plain = plainRunAt(text, at)
    const found = phoneIn(text, plain) ?? phoneIn(text, digitRunAt(text, at))
    if (found !== undefined) return found
    at = plain.end
  }
  return undefined
}
