import { beginsNumeralAt } from '../numbers/number-signs.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { taskVerbs } from '../words/task-words.ts'
import { createTrie, type Hit, longestAt } from '../words/trie.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { isSeparator } from './place-map.ts'
import type { TradeHit } from './trade.ts'

const TASKS = taskVerbs()

/** Across a gap single signs are too common to be told apart. */
const isWord = (object: string): boolean => object.length > 1

/** For each verb of a task what it may be done to, and which trade that makes. */
const VERBS = createTrie(TASKS)
const OBJECTS = createTrie(
  [...TASKS.values()].flatMap((objects) => [...objects.keys()].filter(isWord).map((object) => [object, object] as const)),
)

/** How many signs may stand between a verb and its object: 清洗高楼外墙, 换客厅的灯泡. */
const FAR = 5

const BEFORE = signs('要会来能谁给帮人去得再就')
const AFTER = signs('一二两三四五六七八九十几上好下了掉个回完到进出 ,。;0123456789')

/** What shows that a sign is the verb that is asked for: 要卸, 谁来卸, 冬笋挖一天; in 袋装 and 服装 it is a part of another word. */
const isAsked = (text: string, object: number, start: number, end: number): boolean =>
  end - start > 1 || isAt(BEFORE, text, start - 1) || ((start === object || isSeparator(text, start - 1)) && isAtOrEdge(AFTER, text, end))

/** How far behind its name a thing may be told what is done to it; a comma may stand between. */
const BEHIND = 12

/** 码头来了两车肥料，要卸 and 冬笋挖一天算一天: the object first, its verb behind it. */
export function taskBackwards(text: string): TradeHit | undefined {
  let at = 0
  while (at < text.length) {
    const object = longestAt(OBJECTS, text, at)
    const found = object === undefined ? undefined : verbBehind(text, at, object)
    if (found !== undefined) return found
    at = object?.end ?? at + 1
  }
  return undefined
}

function verbBehind(text: string, start: number, object: Hit<string>): TradeHit | undefined {
  for (let at = object.end; at <= object.end + BEHIND && at < text.length; at += 1) {
    const verb = longestAt(VERBS, text, at)
    const trade = verb?.word.get(object.word)
    if (verb !== undefined && trade !== undefined && isAsked(text, object.end, at, verb.end))
      return { trade, words: text.slice(start, verb.end), start, end: verb.end, weight: 2.6, written: undefined }
  }
  return undefined
}

/** The last sign of a noun that nobody lists: 挖红芽芋, 卸老砖, 摘高山茶. */
const LAST_SIGNS = createTrie(
  [...TASKS].map(([verb, objects]) => [verb, new Map([...objects].filter(([object]) => object.length === 1))] as const),
)
const LONGEST_NOUN = 4

/** A verb and an unknown noun that ends its clause, or stands before a number, with a sign that is known. */
export function taskByLastSign(text: string): TradeHit | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const verb = beginsAt(NO_VERBS, text, at) ? undefined : longestAt(LAST_SIGNS, text, at)
    if (verb === undefined) continue
    let end = verb.end
    while (end < text.length && end - verb.end <= LONGEST_NOUN && !isSeparator(text, end) && !beginsNumeralAt(text, end)) end += 1
    const trade = end - verb.end > 1 && end - verb.end <= LONGEST_NOUN ? verb.word.get(text.charAt(end - 1)) : undefined
    if (trade !== undefined) return { trade, words: text.slice(at, end), start: at, end, weight: 2.6, written: undefined }
  }
  return undefined
}

/** Words that begin like a verb. */
const NO_VERBS = wordSet(
  '装修 装饰 拆迁 搬家 清明 清早 清晨 清洁工 挖机 挖掘 割草机 采购 洗车 刷卡 通知 通常 通过 补贴 补助 换班 铺子 铺面 挂号 背心 抬头 修车 采访 贴心 剪彩 翻新 翻身 砍价 抹零 焊工 砌工 移动 扫码 扫街 套餐 套房 剥削'.split(
    ' ',
  ),
)

/** A verb and, a few signs behind it in its clause, what it is done to. */
export function taskAcrossGap(text: string): TradeHit | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const verb = beginsAt(NO_VERBS, text, at) ? undefined : longestAt(VERBS, text, at)
    if (verb === undefined) continue
    for (let here = verb.end; here <= verb.end + FAR && here < text.length && !isSeparator(text, here); here += 1) {
      const object = longestAt(OBJECTS, text, here)
      const trade = object === undefined ? undefined : verb.word.get(object.word)
      if (object !== undefined && trade !== undefined)
        return { trade, words: text.slice(at, object.end), start: at, end: object.end, weight: 2.7, written: undefined }
    }
  }
  return undefined
}
