import type { Span } from '../time/reading.ts'

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1

/** 350428 19650307 1234: the three parts of an ID number said apart. */
const PARTS = [6, 8, 4]

function partedAt(text: string, start: number): Span | undefined {
  let at = start
  for (const [index, length] of PARTS.entries()) {
    const end = at + length
    for (let here = at; here < end; here += 1) {
      const isLast = index === 2 && here === end - 1
      if (!isDigit(text.charAt(here)) && !(isLast && 'Xx'.includes(text.charAt(here) || ' '))) return undefined
    }
    if (index < 2 && text.charAt(end) !== ' ' && text.charAt(end) !== '-') return undefined
    at = index < 2 ? end + 1 : end
  }
  return isDigit(text.charAt(at)) || isDigit(text.charAt(start - 1)) ? undefined : { start, end: at }
}

/** Where something shaped like an ID number stands: 18 signs, the last a digit or X, with nothing of the kind beside it. */
export function findIdNumber(text: string): Span | undefined {
  let start = -1
  for (let at = 0; at <= text.length; at += 1) {
    if (isDigit(text.charAt(at))) {
      if (start < 0) start = at
      continue
    }
    if (start >= 0 && at - start === 6) {
      const parted = partedAt(text, start)
      if (parted !== undefined) return parted
    }
    if (start >= 0 && at - start === 18) return { start, end: at }
    if (start >= 0 && at - start === 17 && (text.charAt(at) === 'X' || text.charAt(at) === 'x')) return { start, end: at + 1 }
    start = -1
  }
  return undefined
}
