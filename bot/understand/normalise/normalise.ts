import { READ_CHARACTERS } from '../line.ts'
import { simpleOf, simplify } from './simplify.ts'

const ZERO_WIDTH_JOINER = 0x200d

/** Marks that nobody sees: zero width, direction, variation selectors, key caps, controls other than the line break. */
function isInvisible(code: number): boolean {
  if (code < 32) return code !== 10
  if (code < 0x7f) return false
  return (
    code <= 0x9f ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x20e3 ||
    code === ZERO_WIDTH_JOINER
  )
}

function visible(text: string): string {
  let out = ''
  let from = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const shown = shownAs(code)
    if (shown === undefined) continue
    out += text.slice(from, at) + shown
    from = at + 1
  }
  return from === 0 ? text : out + text.slice(from)
}

/** What stands in the place of a character, undefined when it stays. */
function shownAs(code: number): string | undefined {
  if (code === 0x2005 || code === 9 || code === 0x3000 || code === 0xa0) return ' '
  if (code >= 0x2460 && code <= 0x2468) return `\n${code - 0x245f}、`
  return isInvisible(code) ? '' : undefined
}

/** What a character becomes whatever stands around it; 0 where that must be looked at more closely. */
const PLAIN = new Uint16Array(65_536)
for (const sign of '\n。、「」【】《》“”‘’—–―·') PLAIN[sign.charCodeAt(0)] = sign.charCodeAt(0)
for (const blank of '\t\u2005\u3000\u00a0') PLAIN[blank.charCodeAt(0)] = 32
for (let unit = 32; unit < 127; unit += 1) PLAIN[unit] = unit
for (let unit = 33; unit < 127; unit += 1) PLAIN[unit + 0xfee0] = unit
for (let unit = 0x4e00; unit <= 0x9fff; unit += 1) PLAIN[unit] = simpleOf(unit) || unit

/** Nearly every line is written in characters that are plain; undefined where one is not. */
function plain(text: string): string | undefined {
  let changes = 0
  for (let at = 0; at < text.length; at += 1) {
    const shown = PLAIN[text.charCodeAt(at)] ?? 0
    if (shown === 0) return undefined
    if (shown !== text.charCodeAt(at)) changes += 1
  }
  if (changes === 0) return text
  const units = new Array<number>(text.length)
  for (let at = 0; at < text.length; at += 1) units[at] = PLAIN[text.charCodeAt(at)] ?? 0
  return String.fromCharCode(...units)
}

/** 招 电 焊 工   2 名: when nearly every character stands alone only the wide gaps part anything. */
function joinSpaced(text: string): string {
  if (text.length < 7 || (text.charAt(1) !== ' ' && text.charAt(2) !== ' ')) return text
  const groups = text.split('  ').map((group) => group.split(' ').filter((part) => part !== ''))
  const parts = groups.flat()
  const single = parts.filter((part) => part.length === 1).length
  if (parts.length < 4 || single < parts.length * 0.8) return text
  return groups
    .filter((group) => group.length > 0)
    .map((group) => group.join(''))
    .join(' ')
}

const WIDE_COMMA = '，'
const isDigit = (sign: string): boolean => (sign >= '0' && sign <= '9') || (sign >= '０' && sign <= '９')

/** 普工20，280一天: between two numbers a full-width comma parts them, and never thousands. */
function parted(text: string): string {
  let out = text
  for (let at = text.indexOf(WIDE_COMMA); at >= 0; at = text.indexOf(WIDE_COMMA, at + 1))
    if (isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))) out = `${out.slice(0, at)} ${out.slice(at + 1)}`
  return out
}

/**
 * The text as every reader of this room sees it: at most 500 characters, well formed, half width, simplified, without marks nobody
 * sees. Pure and idempotent but for the cut.
 */
export function normalise(text: string): string {
  const read = parted(text.slice(0, READ_CHARACTERS))
  const clean = plain(read) ?? simplify(visible(read.toWellFormed()).normalize('NFKC')).slice(0, READ_CHARACTERS)
  return joinSpaced(clean.trim())
}
