import type { Span } from '../time/reading.ts'
import { NO_PLACES, PLACE_ENDINGS } from '../words/place-words.ts'
import { isAt, signs } from '../words/signs.ts'
import { createTrie, endAt, type Trie } from '../words/trie.ts'
import { isTaken, type Taken } from './taken.ts'
import type { TradeHit } from './trade.ts'

export interface PlaceContext {
  readonly text: string
  /** Characters that time, pay, headcount, conditions and phone already speak for. */
  readonly taken: Taken
  /** The trade word over each position. */
  readonly cover: readonly (TradeHit | undefined)[]
}

/** A text with what every search for places asks at every character, looked up once; the ends are 0 where nothing begins. */
export interface PlaceMap extends PlaceContext {
  /** Where the known name that begins here ends. */
  readonly knownEnds: readonly number[]
  /** Where the ending of a name that begins here ends. */
  readonly endingEnds: readonly number[]
  /** Where the unbroken text ends that no other field speaks for. */
  readonly freeEnds: readonly number[]
}

export interface PlaceReading {
  readonly place: string
  readonly span: Span
  readonly score: number
}

const SEPARATORS = signs(' ,，。;；!！?？/\n()（）、:：|【】[]+~"“”<>')

export const isSeparator = (text: string, at: number): boolean => isAt(SEPARATORS, text, at)

const ENDINGS = createTrie(PLACE_ENDINGS.map((ending) => [ending, ending] as const))

export function mapOf(context: PlaceContext, known: Trie<string>): PlaceMap {
  const { text, taken } = context
  const knownEnds = new Array<number>(text.length).fill(0)
  const endingEnds = new Array<number>(text.length).fill(0)
  const freeEnds = new Array<number>(text.length).fill(0)
  let free = text.length
  for (let at = text.length - 1; at >= 0; at -= 1) {
    knownEnds[at] = endAt(known, text, at)
    endingEnds[at] = endAt(ENDINGS, text, at)
    if (isTaken(taken, at) || isSeparator(text, at)) free = at
    freeEnds[at] = free
  }
  return { ...context, knownEnds, endingEnds, freeEnds }
}

const LONGEST_PLACE = 20

/** The end of the unbroken free text from `at`: up to a separator or something already spoken for. */
export const freeUntil = (map: PlaceMap, at: number): number => Math.min(map.freeEnds[at] ?? at, at + LONGEST_PLACE)

export const tradeStartsAt = ({ cover }: PlaceMap, at: number): TradeHit | undefined => {
  const hit = cover[at]
  return hit?.start === at ? hit : undefined
}

export const reading = ({ text }: PlaceMap, start: number, end: number, score: number): PlaceReading => ({
  place: text.slice(start, end),
  span: { start, end },
  score,
})

/** Sets of short words are asked about no longer stretch than their longest word. */
export const LONGEST_NO_PLACE = Math.max(...Array.from(NO_PLACES, (word) => word.length))

export const isNoPlace = (text: string, start: number, end: number): boolean =>
  end - start <= LONGEST_NO_PLACE && NO_PLACES.has(text.slice(start, end))
