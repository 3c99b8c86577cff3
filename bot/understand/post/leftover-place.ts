import type { Span } from '../time/reading.ts'
import { NO_NAME_WORDS, ONLY_ONES, TALK_SIGNS } from '../words/leftover-words.ts'
import type { Token } from '../words/lex.ts'
import { longestAt } from '../words/trie.ts'
import { isSeparator } from './place.ts'
import type { TradeHit } from './trade.ts'

export interface Rest {
  readonly text: string
  readonly taken: Uint8Array
  readonly cover: readonly (TradeHit | undefined)[]
  readonly tokens: readonly Token[]
}

const SHORTEST_NAME = 2
const LONGEST_NAME = 7

const TALK = new Uint8Array(65_536)
for (const sign of TALK_SIGNS) TALK[sign.charCodeAt(0)] = 1

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const isDigits = (words: string): boolean => words.length === 7 && [...words].every((sign) => sign >= '0' && sign <= '9')

/** 139… 陈阿明: a short word beside a phone number is whose it is. */
function isBesidePhone({ text }: Rest, start: number, end: number): boolean {
  let left = start - 1
  while (left >= 0 && ' ,:'.includes(text.charAt(left))) left -= 1
  let right = end
  while (right < text.length && ' ,:'.includes(text.charAt(right))) right += 1
  return end - start <= 3 && (isDigits(text.slice(Math.max(0, left - 6), left + 1)) || isDigits(text.slice(right, right + 7)))
}

function isName(rest: Rest, start: number, end: number): boolean {
  const { text, cover, tokens } = rest
  if (end - start < SHORTEST_NAME || end - start > LONGEST_NAME) return false
  if (end === text.length && ONLY_ONES.has(text.slice(start, end))) return true
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (!isHan(code) || TALK[code] === 1 || cover[at] !== undefined || longestAt(NO_NAME_WORDS, text, at) !== undefined) return false
  }
  const spoken = tokens.some((token) => token.start >= start && token.start < end && !(token.word?.tags.has('noise') ?? false))
  return !spoken && !'姐哥总叔姨嫂婶伯'.includes(text.charAt(end - 1)) && !isBesidePhone(rest, start, end)
}

/** 老百汇集合: how many signs at the end say what is done there. */
const meetingEnd = (text: string, start: number, end: number): number =>
  ['集合', '上车', '见面', '碰头', '会合', '坐车', '接'].find((word) => text.slice(start, end).endsWith(word))?.length ?? 0

/** The last clause that no other field speaks for and that looks like a name: 280一工 下周三开始 国贸城. */
export function leftoverPlace(rest: Rest): Span | undefined {
  const { text, taken } = rest
  let end = text.length
  while (end > 0) {
    while (end > 0 && (taken[end - 1] !== 0 || isSeparator(text.charAt(end - 1)))) end -= 1
    let start = end
    while (start > 0 && taken[start - 1] === 0 && !isSeparator(text.charAt(start - 1))) start -= 1
    const whole = end === text.length || isSeparator(text.charAt(end))
    const name = end - meetingEnd(text, start, end)
    if (whole && name - start <= LONGEST_NAME && isName(rest, start, name)) return { start, end: name }
    end = start
  }
  return undefined
}
