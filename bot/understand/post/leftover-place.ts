import { beginsNumeralAt, digitsEnd } from '../numbers/number-signs.ts'
import type { Span } from '../time/reading.ts'
import { NO_NAME_WORDS, ONLY_ONES, OTHERS, TALK_SIGNS } from '../words/leftover-words.ts'
import { is, type Token, tokenFrom } from '../words/lex.ts'
import { CLAUSE_ENDINGS, CLAUSE_POINTERS } from '../words/place-words.ts'
import { hasSign, isAt, isHanAt, signs } from '../words/signs.ts'
import { NOISE } from '../words/tags.ts'
import { endAt } from '../words/trie.ts'
import { wordSet } from '../words/word-set.ts'
import { isNoPlace, isSeparator } from './place-map.ts'
import { isTaken, type Taken } from './taken.ts'
import type { TradeHit } from './trade.ts'

export interface Rest {
  readonly text: string
  readonly taken: Taken
  readonly cover: readonly (TradeHit | undefined)[]
  readonly tokens: readonly Token[]
}

const SHORTEST_NAME = 2
const LONGEST_NAME = 7

const PHONE_DIGITS = 7

const TALK = signs(TALK_SIGNS)
const PEOPLE_ENDS = signs('姐哥总叔姨嫂婶伯')
const BESIDE_PHONE = signs(' ,:')

const areDigits = (text: string, from: number): boolean => digitsEnd(text, from, from + PHONE_DIGITS) === from + PHONE_DIGITS

/** 139… 陈阿明: a short word beside a phone number is whose it is. */
function isBesidePhone(text: string, start: number, end: number): boolean {
  if (end - start > 3) return false
  let left = start
  while (isAt(BESIDE_PHONE, text, left - 1)) left -= 1
  let right = end
  while (isAt(BESIDE_PHONE, text, right)) right += 1
  return areDigits(text, left - PHONE_DIGITS) || areDigits(text, right)
}

/** Whether a word that means something else begins in a stretch. */
function isSpoken(tokens: readonly Token[], start: number, end: number): boolean {
  for (let index = tokenFrom(tokens, start); ; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.start >= end) return false
    if (!is(token, NOISE)) return true
  }
}

/** 三元荆西: of the city's districts one is written like a sum. */
const DISTRICT = '三元'

function isName({ text, cover, tokens }: Rest, start: number, end: number): boolean {
  if (end - start < SHORTEST_NAME || end - start > LONGEST_NAME) return false
  if (end === text.length && ONLY_ONES.has(text.slice(start, end))) return true
  const from = text.startsWith(DISTRICT, start) ? start + DISTRICT.length : start
  for (let at = from; at < end; at += 1)
    if (!isHanAt(text, at) || isAt(TALK, text, at) || cover[at] !== undefined || endAt(NO_NAME_WORDS, text, at) > 0) return false
  return !isSpoken(tokens, from, end) && !isAt(PEOPLE_ENDS, text, end - 1) && !isBesidePhone(text, start, end)
}

const ENDS = wordSet(CLAUSE_ENDINGS.map(reversed))
const POINTERS = wordSet(CLAUSE_POINTERS.map(reversed))

function reversed(text: string): string {
  let out = ''
  for (let at = text.length - 1; at >= 0; at -= 1) out += text.charAt(at)
  return out
}

/** Signs that no name holds. */
const HARD = signs(
  '的了吗呢吧啊呀哦哈嘛么没无要会可干做给你我他她们咱谁什怎算说吃住管钱活岁需缺招聘找请帮联系话微薪资付结验证险补贴奖健限优先勿扰每日熟练急速个位从把搬抬带',
)
const FIRST_VERBS = signs(
  '搬拆卸装洗刷擦扫砌焊割摘采收修炒煮端清贴铺切送接喂养守扎绑喷锯砍剪套拌挂打挖种带看陪开拉运抬扛挑换通补刮粉浇锄翻犁耙育施',
)
const UPSTAIRS = signs('上下爬背去来到')
const HOUSE_SIGNS = signs('0123456789-#栋幢座单元号室层楼abcdefABCDEF')
const HOUSE_MARKS = signs('-#栋幢座单元号室')
const LONGEST_CLAUSE = 14

/** 8-602, 12栋, 3#501 behind a name. */
function nameEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isAt(HOUSE_SIGNS, text, at - 1)) at -= 1
  return end - at >= 2 && hasSign(HOUSE_MARKS, text.slice(at, end)) ? at : end
}

/** A clause that ends like a place: 天汇城, 书香名邸8-602, 宏达服装, 老城区拆迁那块. */
function endsAsPlace({ text, cover }: Rest, start: number, end: number): boolean {
  if (end - start > LONGEST_CLAUSE || end - start < SHORTEST_NAME) return false
  const stem = nameEnd(text, start, end)
  if (stem - start < SHORTEST_NAME || (isAt(UPSTAIRS, text, start) && beginsNumeralAt(text, start + 1))) return false
  for (let at = start; at < stem; at += 1) if (!isHanAt(text, at) || isAt(HARD, text, at)) return false
  const backwards = reversed(text.slice(start, stem))
  const pointer = endAt(POINTERS, backwards, 0)
  if (pointer > 0) return stem - start - pointer >= SHORTEST_NAME
  if (isAt(FIRST_VERBS, text, start) && cover[start] !== undefined) return false
  if (namesTask(cover, start, stem) || isAt(COUNTED, text, stem - 2)) return false
  if (endAt(NO_NAME_WORDS, text, start) === stem || endAt(OTHERS, text, start) > 0 || isNoPlace(text, start, stem)) return false
  const tail = endAt(ENDS, backwards, 0)
  return tail === 0 ? stem < end && cover[start] === undefined : stem - start > tail && stem - start >= 3
}

/** 装修垃圾下楼 tells what is done, wherever it ends. */
function namesTask(cover: Rest['cover'], start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((cover[at]?.weight ?? 0) >= 3) return true
  return false
}

/** 叉车一台, 来杀两头: the last sign counts. */
const COUNTED = signs('一两三四五六七八九十几每')

const MEETINGS = ['集合', '上车', '见面', '碰头', '会合', '坐车', '接']
const MEETING_ENDS = signs('合车面头接')

/** 老百汇集合: how many signs at the end say what is done there. */
const meetingEnd = (text: string, start: number, end: number): number =>
  isAt(MEETING_ENDS, text, end - 1) ? (MEETINGS.find((word) => end - start >= word.length && text.endsWith(word, end))?.length ?? 0) : 0

/** The last clause that no other field speaks for and that looks like a name: 280一工 下周三开始 国贸城. */
export function leftoverPlace(rest: Rest): Span | undefined {
  const { text, taken } = rest
  let end = text.length
  while (end > 0) {
    while (end > 0 && (isTaken(taken, end - 1) || isSeparator(text, end - 1))) end -= 1
    let start = end
    while (start > 0 && !isTaken(taken, start - 1) && !isSeparator(text, start - 1)) start -= 1
    const whole = end === text.length || isSeparator(text, end)
    const name = end - meetingEnd(text, start, end)
    if (whole && (isName(rest, start, name) || endsAsPlace(rest, start, name))) return { start, end: name }
    end = start
  }
  return undefined
}
