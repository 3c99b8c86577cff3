import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { taskVerbs } from '../words/task-words.ts'
import { createTrie, type Hit, longestAt } from '../words/trie.ts'
import { isSeparator } from './place-map.ts'
import type { TradeHit } from './trade.ts'

const TASKS = taskVerbs()

/** For each verb of a task what it may be done to, and which trade that makes. */
const VERBS = createTrie(TASKS)
const OBJECTS = createTrie([...TASKS.values()].flatMap((objects) => [...objects.keys()].map((object) => [object, object] as const)))

/** How many signs may stand between a verb and its object: 清洗高楼外墙, 换客厅的灯泡. */
const FAR = 5

const BEFORE = signs('要会来能谁给帮人去得再就')
const AFTER = signs('一二两三四五六七八九十几上好下了掉个回完到进出 ,。;0123456789')

/** What shows that a sign is the verb that is asked for: 要卸, 谁来卸, 卸一下, 卸5吨. */
const isAsked = (text: string, start: number, end: number): boolean =>
  end - start > 1 || isAtOrEdge(AFTER, text, end) || isAt(BEFORE, text, start - 1)

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
    if (verb !== undefined && trade !== undefined && isAsked(text, at, verb.end))
      return { trade, words: text.slice(start, verb.end), start, end: verb.end, weight: 2.6, written: undefined }
  }
  return undefined
}

/** A verb and, a few signs behind it in its clause, what it is done to. */
export function taskAcrossGap(text: string): TradeHit | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const verb = longestAt(VERBS, text, at)
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
