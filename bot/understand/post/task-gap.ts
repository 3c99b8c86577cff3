import { taskVerbs } from '../words/task-words.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { isSeparator } from './place-map.ts'
import type { TradeHit } from './trade.ts'

const TASKS = taskVerbs()

/** For each verb of a task what it may be done to, and which trade that makes. */
const VERBS = createTrie(TASKS)
const OBJECTS = createTrie([...TASKS.values()].flatMap((objects) => [...objects.keys()].map((object) => [object, object] as const)))

/** How many signs may stand between a verb and its object: 清洗高楼外墙, 换客厅的灯泡. */
const FAR = 5

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
