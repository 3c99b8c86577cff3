import { digitsEnd, isDigitAt } from '../numbers/number-signs.ts'
import type { Span } from '../time/reading.ts'
import { isAt, signs } from '../words/signs.ts'

/** 350428 19650307 1234: the three parts of an ID number said apart. */
const PARTS = [6, 8, 4]

const ID_DIGITS = 18

const CHECKS = signs('Xx')

function partedAt(text: string, start: number): Span | undefined {
  let at = start
  for (const [index, length] of PARTS.entries()) {
    const isLast = index === PARTS.length - 1
    const end = at + length
    const digits = digitsEnd(text, at, end)
    if (digits < end && !(isLast && digits === end - 1 && isAt(CHECKS, text, digits))) return undefined
    if (!isLast && text.charAt(end) !== ' ' && text.charAt(end) !== '-') return undefined
    at = isLast ? end : end + 1
  }
  return isDigitAt(text, at) || isDigitAt(text, start - 1) ? undefined : { start, end: at }
}

/** The ID number that the unbroken digits from `start` to `end` are or begin. */
function idOf(text: string, start: number, end: number): Span | undefined {
  if (end - start === PARTS[0]) return partedAt(text, start)
  if (end - start === ID_DIGITS) return { start, end }
  return end - start === ID_DIGITS - 1 && isAt(CHECKS, text, end) ? { start, end: end + 1 } : undefined
}

/** Where something shaped like an ID number stands: 18 signs, the last a digit or X, with nothing of the kind beside it. */
export function findIdNumber(text: string): Span | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigitAt(text, at)) continue
    const end = digitsEnd(text, at, text.length)
    const found = idOf(text, at, end)
    if (found !== undefined) return found
    at = end
  }
  return undefined
}
