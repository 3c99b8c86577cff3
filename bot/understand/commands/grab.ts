import { beginsNumeral, numeralAt } from '../numbers/numeral.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { CONDITIONS, FINISHED, GRAB_WORDS, type GrabWord, HAND_BACK_WORDS } from './grab-words.ts'
import { findJobNumbers } from './job-number.ts'

export interface Grab {
  readonly kind: 'grab' | 'hand-back'
  readonly jobNos: readonly string[]
  readonly count: number | undefined
  readonly note: string | undefined
  /** Whether a word of taking was said, or only a number or people. */
  readonly said: boolean
}

const KIN = GRAB_WORDS.flatMap(([kind, texts]) => (kind === 'two' ? texts.split(' ') : []))

const WORDS = createTrie<GrabWord>([
  ...CONDITIONS.map((word) => [word, 'filler'] as const),
  ...FINISHED.map((word) => [word, 'deny'] as const),
  ...HAND_BACK_WORDS.flatMap((word) => [[word, 'hand-back'] as const, [`我${word}`, 'hand-back'] as const]),
  ...KIN.flatMap((kin) => ['加', '还有', '带', '带上', '叫上'].map((start) => [start + kin, 'two'] as const)),
  ...GRAB_WORDS.flatMap(([kind, texts]) => texts.split(' ').map((text) => [text, kind] as const)),
])

/** Longer lines are talk, whatever words they hold. */
const LONGEST_GRAB = 60

interface Reading {
  readonly words: Set<GrabWord>
  readonly jobNos: string[]
  count: number | undefined
  companions: number
  /** Where text begins that is no part of a grab. */
  end: number
}

const COUNTERS = ['个人', '个', '人', '位', '名', '口人']

/** 三个, 2人, 俩, +2, 两个人: how many come. */
function countAt(text: string, at: number): { count: number; end: number } | undefined {
  if (text.charAt(at) === '+' || text.charAt(at) === '加') {
    const more = numeralAt(text, at + 1)
    if (more !== undefined && more.value >= 1 && more.value <= 50 && Number.isInteger(more.value))
      return { count: more.value, end: more.end }
  }
  const numeral = numeralAt(text, at)
  if (numeral === undefined || numeral.vague || numeral.high !== numeral.value || numeral.value < 1 || numeral.value > 50) return undefined
  const sign = text.charAt(at)
  if (sign === '俩' || sign === '仨')
    return { count: numeral.value, end: text.charAt(numeral.end) === '人' ? numeral.end + 1 : numeral.end }
  const counter = COUNTERS.find((one) => text.startsWith(one, numeral.end))
  return counter === undefined ? undefined : { count: numeral.value, end: numeral.end + counter.length }
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯曾彭蔡余叶程苏魏吕丁沈姚卢姜钟廖肖汤温康范方石邱江白邹熊萧'

/** 老王, 小李, 阿明: somebody who comes along. */
function friendAt(text: string, at: number): { word: GrabWord; end: number } | undefined {
  const first = text.charAt(at)
  if ((first === '老' || first === '小') && SURNAMES.includes(text.charAt(at + 1)) && at + 1 < text.length)
    return { word: 'two', end: at + 2 }
  return first === '阿' && text.length > at + 1 ? { word: 'two', end: at + 2 } : undefined
}

/** 带三个老乡来 一共四个: the later figure is the sum when it says so, or is just the speaker more. */
const isTotal = (text: string, at: number, before: number, now: number): boolean =>
  now === before + 1 || TOTALS.some((word) => text.startsWith(word, at - word.length) || text.startsWith(`${word} `, at - word.length - 1))

/** 去不去, 来没来: a question whatever its verb. */
const isAlternative = (text: string, at: number): boolean =>
  '不没'.includes(text.charAt(at + 1) || ' ') && text.charAt(at + 2) === text.charAt(at)

/** Where a number, its sign, or a plus before it may stand. */
const mayCount = (text: string, at: number): boolean => beginsNumeral(text.charCodeAt(at)) || '#Zz+加'.includes(text.charAt(at))

function read(text: string): Reading {
  const reading: Reading = { words: new Set(), jobNos: [], count: undefined, companions: 0, end: text.length }
  let at = 0
  while (at < text.length) {
    if (text.charAt(at) === ' ' || text.charAt(at) === '\n') {
      at += 1
      continue
    }
    if (isAlternative(text, at)) reading.words.add('deny')
    const here = at
    const counts = mayCount(text, at)
    const number = counts ? findJobNumbers(text).find((one) => one.span.start === here) : undefined
    const count = counts && number === undefined ? countAt(text, at) : undefined
    const hit = longestAt(WORDS, text, at) ?? friendAt(text, at)
    if (number !== undefined) {
      reading.jobNos.push(number.jobNo)
      at = number.span.end
    } else if (count !== undefined && (hit === undefined || hit.end <= count.end)) {
      if (reading.count === undefined || isTotal(text, at, reading.count, count.count)) reading.count = count.count
      at = count.end
    } else if (hit !== undefined) {
      reading.words.add(hit.word)
      if (hit.word === 'two') reading.companions += 1
      at = hit.end
    } else {
      reading.end = at
      break
    }
  }
  return reading
}

const JOINERS = ['和', '跟', '同', '带', '叫上', '与', '还有', '加', '也', '连']

const TOTALS = ['一共', '总共', '拢共', '合计', '共', '加起来']

/** 我和老婆: the speaker and one more; 夫妻俩 says two by itself. */
function countOf(reading: Reading, text: string): number | undefined {
  if (reading.count !== undefined) return reading.count
  if (reading.companions > 0 && JOINERS.some((word) => text.includes(word))) return 1 + reading.companions
  if (['夫妻', '两口子', '我俩'].some((word) => text.includes(word))) return 2
  return ['一个', '+1', '1个'].some((word) => text.includes(word)) ? 1 : undefined
}

/**
 * A grab is read only when its words fill the line. What follows a complete grab after a blank or comma is a note for the employer
 * (我8点半才到), unless it asks or denies.
 */
/** 1025加2个人 asks for more people, it is not two who come. */
const isEdit = (text: string): boolean =>
  findJobNumbers(text).some(({ span }) => ['加', '再加', '涨', '降', '改'].some((word) => text.startsWith(word, span.end)))

export function readGrab(text: string): Grab | undefined {
  if (text.length > LONGEST_GRAB) return undefined
  const reading = read(text)
  if (reading.words.has('deny')) return handBackIn(text)
  if (isEdit(text)) return undefined
  const rest = text.slice(reading.end)
  if (rest !== '' && !isNote(text, reading) && !isQualified(text, reading)) return grabLast(text) ?? handBackIn(text)
  if (reading.companions > 0 && !reading.words.has('me') && reading.jobNos.length === 0 && (text.endsWith('去了') || text.endsWith('来了')))
    return undefined
  const said = reading.words.has('take') || reading.words.has('hand-back')
  if (!said && reading.count === undefined && reading.companions === 0) return undefined
  return {
    kind: reading.words.has('hand-back') ? 'hand-back' : 'grab',
    jobNos: reading.jobNos,
    count: reading.words.has('hand-back') ? undefined : countOf(reading, text),
    note: rest === '' ? undefined : noteOf(text, reading.end),
    said,
  }
}

/** 我8点半才到 抢1024: the note may come first. */
function grabLast(text: string): Grab | undefined {
  const at = Math.max(text.lastIndexOf(' '), text.lastIndexOf(','), text.lastIndexOf('。'))
  const note = text.slice(0, Math.max(0, at)).trim()
  if (note === '' || !(note.endsWith('才到') || !NOTE_DENIERS.some((word) => note.includes(word)))) return undefined
  const reading = read(text.slice(at + 1))
  if (reading.jobNos.length === 0 || reading.words.has('deny') || !reading.words.has('take') || reading.end < text.length - at - 1)
    return undefined
  return { kind: 'grab', jobNos: reading.jobNos, count: reading.count, note, said: true }
}

/** 明天孩子开学 去不成了: one clause gives the seat back, the others say why. */
function handBackIn(text: string): Grab | undefined {
  if (QUESTIONS.some((word) => text.includes(word))) return undefined
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !' ,。!;，'.includes(text.charAt(at))) continue
    const clause = read(text.slice(start, at))
    if (clause.end === at - start && clause.words.has('hand-back') && !clause.words.has('deny')) {
      return { kind: 'hand-back', jobNos: read(text).jobNos, count: undefined, note: undefined, said: true }
    }
    start = at + 1
  }
  return undefined
}

const QUESTIONS = ['吗', '?', '？', '谁', '怎么', '如果', '要是', '能不能', '太', '就去', '别人', '他们', '老板']

const NOTE_DENIERS = ['不', '没', '别', '谁', '吗', '?', '？', '多少', '怎么', '什么', '呢', '才', '红包', '哪']

/** A note needs a job number, a word of taking, and a break before it. */
function isNote(text: string, reading: Reading): boolean {
  if (reading.jobNos.length === 0 || !reading.words.has('take')) return false
  const start = noteStart(text, reading.end)
  if (start < 0) return false
  const rest = text.slice(start)
  if (rest.endsWith('才到')) return true
  return !NOTE_DENIERS.some((word) => rest.includes(word))
}

function noteStart(text: string, end: number): number {
  for (let at = end; at > 0; at -= 1) if (' ,，。;!！'.includes(text.charAt(at - 1))) return at
  return -1
}

const QUALITIES = '证 干过 做过 年 经验 住 离 近 有车 电动车 摩托 三轮 工具 力气 家就在 就在 熟 准时 身体 搬得动 会 老手'.split(' ')

const OTHER_ERRANDS = ['吃', '喝', '睡', '看', '问', '玩', '孩子', '打牌', '红包', '便宜', '晚', '钓', '买']

/** 我能做，有焊工证: a whole acceptance, then why the man is fit for it. Stands only under a job post of the bot or with its number. */
function isQualified(text: string, reading: Reading): boolean {
  const start = noteStart(text, reading.end)
  if (start <= 0 || text.length - start > 16 || reading.companions > 0) return false
  const clause = read(text.slice(0, start))
  const rest = text.slice(start)
  return (
    clause.words.has('take') &&
    QUALITIES.some((word) => rest.includes(word)) &&
    ![...NOTE_DENIERS, ...OTHER_ERRANDS].some((word) => rest.includes(word))
  )
}

const noteOf = (text: string, end: number): string => text.slice(Math.max(0, noteStart(text, end))).trim()
