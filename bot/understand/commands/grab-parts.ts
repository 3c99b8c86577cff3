import { numeralAt } from '../numbers/numeral.ts'
import { isAt, signs } from '../words/signs.ts'
import { endAt } from '../words/trie.ts'
import { wordSet } from '../words/word-set.ts'
import type { GrabWord } from './grab-words.ts'

const COUNTERS = wordSet(['个人', '个', '人', '位', '名', '口人', '口', '兄弟', '姐妹', '父子', '兄妹', '妯娌', '枚', '人组'])
const PLUS = signs('+加')
const PAIRS = signs('俩仨')

const MOST_COMERS = 50
/** 共2: the sum needs no counter. */
const TOTAL = signs('共')

const SEXES = signs('男女')

const isFew = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= MOST_COMERS

/** 三男两女: five. */
function sexesAt(text: string, at: number): { count: number; end: number } | undefined {
  const first = numeralAt(text, at)
  if (first === undefined || !isAt(SEXES, text, first.end)) return undefined
  const second = numeralAt(text, first.end + 1)
  if (second === undefined || !isAt(SEXES, text, second.end)) return undefined
  const count = first.value + second.value
  return isFew(count) ? { count, end: second.end + 1 } : undefined
}

/** 三个, 2人, 俩, +2, 两个人: how many come. */
export function countAt(text: string, at: number): { count: number; end: number } | undefined {
  if (isAt(PLUS, text, at)) {
    const more = numeralAt(text, at + 1)
    if (more !== undefined && isFew(more.value)) return { count: more.value, end: more.end }
  }
  const both = sexesAt(text, at)
  if (both !== undefined) return both
  const numeral = numeralAt(text, at)
  if (numeral === undefined || numeral.vague || numeral.high !== numeral.value) return undefined
  if (!isFew(numeral.value)) return undefined
  if (isAt(PAIRS, text, at)) return { count: numeral.value, end: text.charAt(numeral.end) === '人' ? numeral.end + 1 : numeral.end }
  const end = endAt(COUNTERS, text, numeral.end)
  if (end === 0 && isAt(TOTAL, text, at - 1)) return { count: numeral.value, end: numeral.end }
  return end === 0 ? undefined : { count: numeral.value, end }
}

const THATS = wordSet(['那个', '这个', '那份', '那单'])
const LONGEST_NAMED = 5

/** 我要报名1240那个摘果的: of which job is meant, in so many words. */
export function thatOneAt(text: string, at: number): { word: GrabWord; end: number } | undefined {
  const from = endAt(THATS, text, at)
  const of = from === 0 ? -1 : text.indexOf('的', from)
  if (of > from && of - from <= LONGEST_NAMED) return { word: 'filler', end: of + 1 }
  const that = at === 0 ? text.indexOf('那个') : -1
  return that >= 2 && that < LONGEST_NAMED ? { word: 'filler', end: that + 2 } : undefined
}

const SURNAMES = signs('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯曾彭蔡余叶程苏魏吕丁沈姚卢姜钟廖肖汤温康范方石邱江白邹熊萧')
const NICKNAMED = signs('老小')

/** 老王, 小李, 阿明: somebody who comes along. */
export function friendAt(text: string, at: number): { word: GrabWord; end: number } | undefined {
  if (isAt(NICKNAMED, text, at) && isAt(SURNAMES, text, at + 1)) return { word: 'two', end: at + 2 }
  return text.charAt(at) === '阿' && text.length > at + 1 ? { word: 'two', end: at + 2 } : undefined
}
