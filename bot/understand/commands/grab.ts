import { beginsNumeralAt } from '../numbers/number-signs.ts'
import { isAt, signs } from '../words/signs.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { beginsAt, holds, wordSet } from '../words/word-set.ts'
import { countAt, friendAt, thatOneAt } from './grab-parts.ts'
import { CONDITIONS, FINISHED, GRAB_WORDS, type GrabWord, HAND_BACK_WORDS } from './grab-words.ts'
import { findJobNumbers, type JobNumber } from './job-number.ts'

export interface Grab {
  readonly kind: 'grab' | 'hand-back'
  readonly jobNos: readonly string[]
  readonly count: number | undefined
  readonly note: string | undefined
  /** Whether a word of taking was said, or only a number or people. */
  readonly said: boolean
}

const says = (reading: Reading, word: GrabWord): boolean => (reading.said & SAID[word]) !== 0

const KIN = GRAB_WORDS.flatMap(([kind, texts]) => (kind === 'two' ? texts.split(' ') : []))

const WORDS = createTrie<GrabWord>([
  ...CONDITIONS.map((word) => [word, 'filler'] as const),
  ...FINISHED.map((word) => [word, 'deny'] as const),
  ...HAND_BACK_WORDS.flatMap((word) => [[word, 'hand-back'] as const, [`我${word}`, 'hand-back'] as const]),
  ...KIN.flatMap((kin) => ['加', '还有', '带', '带上', '叫上', '叫', '喊', '让', '替'].map((start) => [start + kin, 'two'] as const)),
  ...GRAB_WORDS.flatMap(([kind, texts]) => texts.split(' ').map((text) => [text, kind] as const)),
])

/** Longer lines are talk, whatever words they hold. */
const LONGEST_GRAB = 60

/** The kinds of words that were said, a bit each. */
const SAID = { take: 1, me: 2, filler: 4, two: 8, deny: 16, 'hand-back': 32 } as const satisfies Record<GrabWord, number>

interface Reading {
  said: number
  readonly jobNos: string[]
  count: number | undefined
  companions: number
  /** Where text begins that is no part of a grab. */
  end: number
}

/** 带三个老乡来 一共四个: the later figure is the sum when it says so, or is just the speaker more. */
const isTotal = (text: string, at: number, before: number, now: number): boolean =>
  now === before + 1 || TOTALS.some((word) => text.startsWith(word, at - word.length) || text.startsWith(`${word} `, at - word.length - 1))

const NOTS = signs('不没')

/** 去不去, 来没来: a question whatever its verb. */
const isAlternative = (text: string, at: number): boolean => isAt(NOTS, text, at + 1) && text.charCodeAt(at + 2) === text.charCodeAt(at)

const BLANKS = signs(' \n')
const NUMBER_STARTS = signs('#Zz+加')

/** Where a number, its sign, or a plus before it may stand. */
const mayCount = (text: string, at: number): boolean => beginsNumeralAt(text, at) || isAt(NUMBER_STARTS, text, at)

function read(text: string): Reading {
  const reading: Reading = { said: 0, jobNos: [], count: undefined, companions: 0, end: text.length }
  let numbers: readonly JobNumber[] | undefined
  let at = 0
  while (at < text.length) {
    if (isAt(BLANKS, text, at)) {
      at += 1
      continue
    }
    if (isAlternative(text, at)) reading.said |= SAID.deny
    const here = at
    const counts = mayCount(text, at)
    if (counts) numbers ??= findJobNumbers(text)
    const number = counts ? numbers?.find((one) => one.span.start === here) : undefined
    const count = counts && number === undefined ? countAt(text, at) : undefined
    const hit = thatOneAt(text, at) ?? longestAt(WORDS, text, at) ?? friendAt(text, at)
    if (number !== undefined) {
      reading.jobNos.push(number.jobNo)
      at = number.span.end
    } else if (count !== undefined && (hit === undefined || hit.end <= count.end)) {
      if (reading.count === undefined || isTotal(text, at, reading.count, count.count)) reading.count = count.count
      at = count.end
    } else if (hit !== undefined) {
      reading.said |= SAID[hit.word]
      if (hit.word === 'two') reading.companions += 1
      at = hit.end
    } else {
      reading.end = at
      break
    }
  }
  return reading
}

const JOINERS = wordSet(['和', '跟', '同', '带', '叫上', '与', '还有', '加', '也', '连'])
const COUPLES = wordSet('我哥俩 咱哥俩 我姐俩 咱俩 夫妻 两口子 两公婆 我俩 公婆 两兄弟 两姐妹 兄弟俩 姐妹俩 父子俩'.split(' '))
const SINGLES = wordSet(['一个', '+1', '1个'])

const TOTALS = ['一共', '总共', '拢共', '合计', '共', '加起来']

/** 我和老婆: the speaker and one more; 夫妻俩 says two by itself. */
function countOf(reading: Reading, text: string): number | undefined {
  if (reading.count !== undefined) return reading.count
  if (reading.companions > 0 && holds(JOINERS, text)) return 1 + reading.companions
  if (holds(COUPLES, text)) return 2
  return holds(SINGLES, text) ? 1 : undefined
}

const EDITS = wordSet(['加', '再加', '涨', '降', '改'])

/** 1025加2个人 asks for more people, it is not two who come. */
const isEdit = (text: string, numbers: readonly JobNumber[]): boolean => numbers.some(({ span }) => beginsAt(EDITS, text, span.end))

/**
 * A grab is read only when its words fill the line. What follows a complete grab after a blank or comma is a note for the employer
 * (我8点半才到), unless it asks or denies.
 */
export function readGrab(text: string, numbers: readonly JobNumber[]): Grab | undefined {
  if (text.length > LONGEST_GRAB) return undefined
  const reading = read(text)
  if (says(reading, 'deny')) return handBackIn(text)
  if (isEdit(text, numbers)) return undefined
  const rest = text.slice(reading.end)
  if (rest !== '' && !isNote(text, reading) && !isQualified(text, reading)) return grabLast(text) ?? handBackIn(text)
  if (reading.companions > 0 && !says(reading, 'me') && reading.jobNos.length === 0 && (text.endsWith('去了') || text.endsWith('来了')))
    return undefined
  const isHandBack = says(reading, 'hand-back')
  const said = says(reading, 'take') || isHandBack || (says(reading, 'me') && reading.jobNos.length > 0)
  if (!says(reading, 'take') && reading.companions > 0 && text.includes('过')) return undefined
  if (!said && reading.count === undefined && reading.companions === 0 && !holds(COUPLES, text)) return undefined
  return {
    kind: isHandBack ? 'hand-back' : 'grab',
    jobNos: reading.jobNos,
    count: isHandBack ? undefined : countOf(reading, text),
    note: rest === '' ? undefined : noteOf(text, reading.end),
    said,
  }
}

const NOTE_BREAKS = signs(' ,。')

/** 我8点半才到 抢1024: the note may come first. */
function grabLast(text: string): Grab | undefined {
  let at = text.length - 1
  while (at > 0 && !isAt(NOTE_BREAKS, text, at)) at -= 1
  const note = text.slice(0, Math.max(0, at)).trim()
  if (note === '') return undefined
  const last = text.slice(at + 1)
  const reading = read(last)
  if (says(reading, 'deny') || says(reading, 'hand-back') || !says(reading, 'take') || reading.end < last.length) return undefined
  if (reading.jobNos.length === 0 && !isOwnWish(last, note)) return undefined
  if (!note.endsWith('才到') && holds(NOTE_DENIERS, note.replace('没事', '').replace('没问题', ''))) return undefined
  return { kind: 'grab', jobNos: reading.jobNos, count: reading.count, note, said: true }
}

const OF_ONESELF = wordSet(['我', '俺', '算我', '算上我', '让我', '咱'])
/** Whoever has time says 我去 and means it. */
const READY = wordSet('拿手 在行 证 没事 有空 得闲 闲着 近 有时间 有车 会做 干过 做过 熟'.split(' '))
const LONGEST_REASON = 12
const NO_REASONS = wordSet([...'去年 上次 以前 昨天 红包 吃 喝 玩 太 价 钱 块 元'.split(' ')])

/** 周六正好没事 我报名: why, and then that he comes; a bare 我去 may be a curse. */
const isOwnWish = (last: string, note: string): boolean =>
  (beginsAt(OF_ONESELF, last, 0) || last.startsWith('这个我')) &&
  (last !== '我去' || holds(READY, note)) &&
  note.length <= LONGEST_REASON &&
  !holds(NO_REASONS, note)

const HAND_BACKS = wordSet(HAND_BACK_WORDS)
const CLAUSE_BREAKS = signs(' ,。!;，')

/** 明天孩子开学 去不成了: one clause gives the seat back, the others say why. */
function handBackIn(text: string): Grab | undefined {
  if (!holds(HAND_BACKS, text) || holds(QUESTIONS, text)) return undefined
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isAt(CLAUSE_BREAKS, text, at)) continue
    const clause = read(text.slice(start, at))
    if (clause.end === at - start && says(clause, 'hand-back') && !says(clause, 'deny')) {
      return { kind: 'hand-back', jobNos: read(text).jobNos, count: undefined, note: undefined, said: true }
    }
    start = at + 1
  }
  return undefined
}

const QUESTIONS = wordSet(['吗', '?', '？', '谁', '怎么', '如果', '要是', '能不能', '太', '就去', '别人', '他们', '老板'])

const DENIERS = ['不', '没', '别', '谁', '吗', '?', '？', '多少', '怎么', '什么', '呢', '才', '红包', '哪']
const NOTE_DENIERS = wordSet(DENIERS)

/** A note needs a job number, a word of taking, and a break before it. */
function isNote(text: string, reading: Reading): boolean {
  if (reading.jobNos.length === 0 || !says(reading, 'take')) return false
  const start = noteStart(text, reading.end)
  return start >= 0 && (text.endsWith('才到') || !holds(NOTE_DENIERS, text, start))
}

const NOTE_STARTS = signs(' ,，。;!！')

function noteStart(text: string, end: number): number {
  for (let at = end; at > 0; at -= 1) if (isAt(NOTE_STARTS, text, at - 1)) return at
  return -1
}

const QUALITIES = wordSet(
  '摘过 搬过 装过 卸过 采过 刷过 砌过 焊过 修过 洗过 拆过 割过 证 干过 做过 年 经验 住 离 近 有车 电动车 摩托 三轮 工具 力气 家就在 就在 熟 准时 身体 搬得动 会 老手'.split(
    ' ',
  ),
)

const NO_QUALITIES = wordSet([...DENIERS, '吃', '喝', '睡', '看', '问', '玩', '孩子', '打牌', '红包', '便宜', '晚', '钓', '买'])

const LATE = wordSet('晚到 迟到 晚点到 晚一点到 迟点到 晚几分钟'.split(' '))
/** 仨人 开三轮过去. */
const RIDES = wordSet('开三轮 骑车 开车 有车 骑电动车 开面包车'.split(' '))
/** 可以 我有健康证. */
const YES: ReadonlySet<string> = new Set(['可以', '行', '能', '好', '好的', '没问题'])
const CERT = '证'
const LONGEST_QUALITY = 16
const OF_HIM = signs('他她')

/** 我能做，有焊工证: a whole acceptance, then why the man is fit for it. Stands only under a job post of the bot or with its number. */
function isQualified(text: string, { end, companions }: Reading): boolean {
  const start = noteStart(text, end)
  if (start <= 0 || text.length - start > LONGEST_QUALITY) return false
  const first = read(text.slice(0, start))
  if (first.count !== undefined && holds(RIDES, text, start)) return true
  if (says(first, 'take') && holds(LATE, text, start)) return true
  if (holds(NO_QUALITIES, text, start)) return false
  if (YES.has(text.slice(0, start).trim())) return text.includes(CERT, start)
  if (companions > 0 && !isAt(OF_HIM, text, start) && !says(first, 'me')) return false
  return says(first, 'take') && holds(QUALITIES, text, start)
}

const noteOf = (text: string, end: number): string => text.slice(Math.max(0, noteStart(text, end))).trim()
