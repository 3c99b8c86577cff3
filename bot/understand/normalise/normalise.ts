import { READ_CHARACTERS } from '../line.ts'
import { simplify } from './simplify.ts'

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

/** 招 电 焊 工 2 名: when nearly every character stands alone the spaces mean nothing. */
function joinSpaced(text: string): string {
  if (text.length < 7 || text.charAt(1) !== ' ') return text
  const parts = text.split(' ').filter((part) => part !== '')
  const single = parts.filter((part) => part.length === 1).length
  return parts.length >= 4 && single >= parts.length * 0.8 ? parts.join('') : text
}

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7e || text.charCodeAt(at) < 32) return false
  return true
}

/**
 * The text as every reader of this room sees it: at most 500 characters, well formed, half width, simplified, without marks nobody
 * sees. Pure and idempotent but for the cut.
 */
export function normalise(text: string): string {
  const read = text.slice(0, READ_CHARACTERS).toWellFormed()
  if (isAscii(read)) return joinSpaced(read.trim())
  return joinSpaced(simplify(visible(read).normalize('NFKC')).slice(0, READ_CHARACTERS).trim())
}
