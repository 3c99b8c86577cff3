import { type Thing, TROUBLES, things } from '../words/repair-words.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { createTrie, endAt, type Hit, longestAt } from '../words/trie.ts'
import { wordSet } from '../words/word-set.ts'
import type { TradeHit } from './trade.ts'

const THINGS = createTrie(things())
const TROUBLE = wordSet(TROUBLES)

/** How far behind its name the verb or the trouble of a thing may stand. */
const FAR = 12
const NEAR = 4

/** What shows that a sign is the verb that is asked for: 要装, 谁来装, 装一下, 装60. */
const BEFORE = signs('要会来能谁给帮人去新得再')
const AFTER = signs('一上好下了掉个回 ,。;0123456789')

const isAsked = (text: string, start: number, end: number): boolean => isAtOrEdge(AFTER, text, end) || isAt(BEFORE, text, start - 1)

/** 门口, 床上, 门店: where something is, and nothing to be mended. */
const NO_THINGS = signs('口前外店市卫边旁')

const hitOf = (text: string, trade: string, start: number, end: number): TradeHit => ({
  trade,
  words: text.slice(start, end),
  start,
  end,
  weight: 2.5,
  written: undefined,
})

/** A thing named first, and behind it what shall be done to it or what is wrong with it. */
export function repairIn(text: string): TradeHit | undefined {
  let at = 0
  while (at < text.length) {
    const hit = longestAt(THINGS, text, at)
    const found = hit === undefined || isAt(NO_THINGS, text, hit.end) ? undefined : repairOf(text, at, hit)
    if (found !== undefined) return found
    at = hit?.end ?? at + 1
  }
  return undefined
}

function repairOf(text: string, start: number, thing: Hit<Thing>): TradeHit | undefined {
  const { verbs, mender } = thing.word
  let trouble: TradeHit | undefined
  for (let at = thing.end; at < thing.end + FAR && at < text.length; at += 1) {
    const verb = longestAt(verbs, text, at)
    if (verb !== undefined && isAsked(text, at, verb.end)) return hitOf(text, verb.word, start, verb.end)
    const wrong = at - thing.end <= NEAR && trouble === undefined ? endAt(TROUBLE, text, at) : 0
    if (wrong > 0) trouble = hitOf(text, mender, start, wrong)
  }
  return trouble
}
