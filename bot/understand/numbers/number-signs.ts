import { letterAt, letterOf, MOST_LETTERS } from '../words/letters.ts'

/** What single characters say in a numeral, by letter, so that reading one looks nothing up by name. */

const CHINESE_DIGITS: readonly (readonly [string, number])[] = [
  ...Array.from('零一二三四五六七八九', (sign, value) => [sign, value] as const),
  ...Array.from('〇壹贰叁肆', (sign, value) => [sign, value] as const),
  ['两', 2],
  ['幺', 1],
  ['柒', 7],
  ['捌', 8],
  ['玖', 9],
  ['伍', 5],
]

const SCALES: readonly (readonly [string, number])[] = [
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 10_000],
]

const LATIN_SCALES: readonly (readonly [string, number])[] = [
  ['k', 1000],
  ['K', 1000],
  ['w', 10_000],
  ['W', 10_000],
]

const WHOLES: readonly (readonly [string, number])[] = [
  ['俩', 2],
  ['仨', 3],
  ['廿', 20],
  ['卅', 30],
]

/** Digits plus one, 0 for what is no digit. */
const CHINESE = new Uint8Array(MOST_LETTERS)
const ARABIC = new Uint8Array(MOST_LETTERS)
const SCALE = new Uint16Array(MOST_LETTERS)
const LATIN_SCALE = new Uint16Array(MOST_LETTERS)
const WHOLE = new Uint8Array(MOST_LETTERS)
for (const [sign, value] of CHINESE_DIGITS) CHINESE[letterOf(sign.charCodeAt(0))] = value + 1
for (const [value, sign] of [...'0123456789'].entries()) ARABIC[letterOf(sign.charCodeAt(0))] = value + 1
for (const [sign, value] of SCALES) SCALE[letterOf(sign.charCodeAt(0))] = value
for (const [sign, value] of LATIN_SCALES) LATIN_SCALE[letterOf(sign.charCodeAt(0))] = value
for (const [sign, value] of WHOLES) WHOLE[letterOf(sign.charCodeAt(0))] = value

/** What can begin a numeral, so that most characters of a line are passed over with one look. */
const BEGINS = new Uint8Array(MOST_LETTERS)
for (const sign of '0123456789几数') BEGINS[letterOf(sign.charCodeAt(0))] = 1
for (const [sign] of [...CHINESE_DIGITS, ...SCALES, ...WHOLES]) BEGINS[letterOf(sign.charCodeAt(0))] = 1

export const beginsNumeralAt = (text: string, at: number): boolean => BEGINS[letterAt(text, at)] === 1

/** The value of a Chinese digit, -1 where none stands. */
export const chineseDigitAt = (text: string, at: number): number => (CHINESE[letterAt(text, at)] ?? 0) - 1

/** The value of one of 0–9, -1 where none stands. */
export const arabicDigitAt = (text: string, at: number): number => (ARABIC[letterAt(text, at)] ?? 0) - 1

export const isDigitAt = (text: string, at: number): boolean => (ARABIC[letterAt(text, at)] ?? 0) > 0

/** 十 百 千 万 in figures, 0 where none stands. */
export const scaleAt = (text: string, at: number): number => SCALE[letterAt(text, at)] ?? 0

/** The k of 3k and the w of 1w in figures, 0 where none stands. */
export const latinScaleAt = (text: string, at: number): number => LATIN_SCALE[letterAt(text, at)] ?? 0

/** 俩, 仨: a whole number in one character, 0 where none stands. */
export const wholeAt = (text: string, at: number): number => WHOLE[letterAt(text, at)] ?? 0

/** Where the digits 0–9 that begin at `at` end, at the latest at `most`. */
export function digitsEnd(text: string, at: number, most: number): number {
  let end = at
  while (end < most && isDigitAt(text, end)) end += 1
  return end
}
