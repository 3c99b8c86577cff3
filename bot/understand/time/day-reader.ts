import type { Lexed, Token } from '../words/lex.ts'
import type { PartOfDay } from '../words/post-words.ts'
import type { Day } from './day.ts'

/** A day as said, and where the tokens go on. */
export interface Found {
  readonly day: Day
  readonly to?: Day
  readonly part?: PartOfDay | undefined
  readonly onlyEnd?: boolean
  readonly next: number
}

export type Reader = (line: Lexed, at: number, today: Day) => Found | undefined

/** A whole number from 1 to `most`. */
export const whole = (token: Token | undefined, most: number): number | undefined => {
  const numeral = token?.numeral
  if (numeral === undefined || numeral.vague || numeral.high !== numeral.value) return undefined
  return Number.isInteger(numeral.value) && numeral.value >= 1 && numeral.value <= most ? numeral.value : undefined
}
