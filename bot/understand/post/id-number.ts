import type { Span } from '../time/reading.ts'

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1

/** Where something shaped like an ID number stands: 18 signs, the last a digit or X, with nothing of the kind beside it. */
export function findIdNumber(text: string): Span | undefined {
  let start = -1
  for (let at = 0; at <= text.length; at += 1) {
    if (isDigit(text.charAt(at))) {
      if (start < 0) start = at
      continue
    }
    if (start >= 0 && at - start === 18) return { start, end: at }
    if (start >= 0 && at - start === 17 && (text.charAt(at) === 'X' || text.charAt(at) === 'x')) return { start, end: at + 1 }
    start = -1
  }
  return undefined
}
