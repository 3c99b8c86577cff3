import type { Lexicon } from '../lexicon.ts'
import type { Span } from '../time/reading.ts'
import { NO_PLACES, PLACE_CUES, PLACE_ENDINGS, PLACE_ENDS, PLACE_STOPS, WEAK_ENDINGS, WHOLE_PLACES } from '../words/place-words.ts'
import { createTrie, longestAt, type Trie } from '../words/trie.ts'
import type { TradeHit } from './trade.ts'

export interface PlaceContext {
  readonly text: string
  /** Characters that time, pay, headcount, conditions and phone already speak for. */
  readonly taken: Uint8Array
  /** The trade word over each position. */
  readonly cover: readonly (TradeHit | undefined)[]
}

export interface PlaceReading {
  readonly place: string
  readonly span: Span
  readonly score: number
}

export type PlaceReader = (context: PlaceContext) => PlaceReading | undefined

const LONGEST_PLACE = 20
const LONGEST_NAME = 9

const ENDINGS = createTrie(PLACE_ENDINGS.map((ending) => [ending, ending] as const))
const CUES = createTrie(PLACE_CUES.map((cue) => [cue, cue] as const))
const ENDS = createTrie(PLACE_ENDS.map((end) => [end, end] as const))

const SEPARATORS = new Uint8Array(65_536)
for (const sign of ' ,，。;；!！?？/\n()（）、:：|【】[]+~"“”<>') SEPARATORS[sign.charCodeAt(0)] = 1

export const isSeparator = (sign: string): boolean => sign === '' || SEPARATORS[sign.charCodeAt(0)] === 1

const isWordSign = (sign: string): boolean =>
  (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || '一二三四五六七八九十#-'.includes(sign)

/** 和平村 is also said without 村, 古镛镇 without 镇, when two characters remain. */
function* knownNames(lexicon: Lexicon): Generator<readonly [string, string]> {
  const names = [...lexicon.townships.flatMap((one) => [one.name, ...one.villages]), ...(lexicon.landmarks ?? [])]
  for (const name of names) {
    yield [name, name]
    const stem = '镇乡村'.includes(name.slice(-1)) ? name.slice(0, -1) : name
    if (stem.length >= 2) yield [stem, name]
  }
  for (const name of WHOLE_PLACES) yield [name, name]
}

/** The end of the unbroken free text from `at`: up to a separator or something already spoken for. */
function freeUntil(context: PlaceContext, at: number): number {
  let end = at
  while (end < context.text.length && end - at < LONGEST_PLACE && context.taken[end] === 0 && !isSeparator(context.text.charAt(end)))
    end += 1
  return end
}

const startingAt = (hit: TradeHit | undefined, at: number): TradeHit | undefined => (hit?.start === at ? hit : undefined)

const tradeStartsAt = (context: PlaceContext, at: number): TradeHit | undefined => startingAt(context.cover[at], at)

/** From the end of a name on: 镇, more names, endings, house numbers, as long as they follow each other closely. */
function extend(context: PlaceContext, from: number, known: Trie<string>): number {
  const { text } = context
  const limit = freeUntil(context, from)
  let end = from
  let at = from
  while (at < limit) {
    const trade = tradeStartsAt(context, at)
    const hit = longestAt(known, text, at) ?? longestAt(ENDINGS, text, at)
    if (hit !== undefined && hit.end <= limit && !(trade !== undefined && trade.end > hit.end)) {
      end = hit.end
      at = hit.end
    } else if (trade !== undefined && trade.weight < 2.6 && longestEndingInside(text, trade) === trade.end) {
      end = trade.end
      at = trade.end
    } else if (trade !== undefined || at - end >= 4 || PLACE_STOPS.includes(text.charAt(at))) break
    else at += 1
  }
  return houseNumber(context, end)
}

/** 8栋1203, 12号: digits right behind a place belong to it. */
function houseNumber(context: PlaceContext, from: number): number {
  const limit = freeUntil(context, from)
  let at = from
  while (at < limit && isWordSign(context.text.charAt(at)) && at - from < 6) at += 1
  if (at === from) return from
  const hit = longestAt(ENDINGS, context.text, at)
  if (hit !== undefined && hit.end <= limit && '栋号幢座楼室层单期'.includes(context.text.charAt(at))) return houseNumber(context, hit.end)
  return '栋幢座楼元号'.includes(context.text.charAt(from - 1)) ? at : from
}

function longestEndingInside(text: string, trade: TradeHit): number {
  for (let at = trade.start; at < trade.end; at += 1) {
    const hit = longestAt(ENDINGS, text, at)
    if (hit !== undefined && hit.end === trade.end) return hit.end
  }
  return -1
}

function knownPlaces(context: PlaceContext, known: Trie<string>): PlaceReading[] {
  const found: PlaceReading[] = []
  const { text } = context
  for (let at = 0; at < text.length; at += 1) {
    if (context.taken[at] !== 0) continue
    const hit = longestAt(known, text, at)
    if (hit === undefined || isInsideTrade(context, at, hit.end)) continue
    const start = widen(context, at)
    const end = extend(context, hit.end, known)
    found.push(reading(context, start, end, 4))
    at = end
  }
  return found
}

function isInsideTrade(context: PlaceContext, start: number, end: number): boolean {
  const hit = context.cover[start]
  return hit !== undefined && hit.end >= end && hit.end - hit.start > end - start
}

/** 将乐水南, 县医院: a county word before the name belongs to it. */
function widen(context: PlaceContext, at: number): number {
  for (const word of ['将乐县', '将乐', '县', '老']) if (context.text.endsWith(word, at)) return at - word.length
  return at
}

const reading = (context: PlaceContext, start: number, end: number, score: number): PlaceReading => ({
  place: context.text.slice(start, end),
  span: { start, end },
  score,
})

const beginsPlace = (text: string, at: number): boolean => text.startsWith('人民', at) || text.startsWith('将乐', at)

/** The start of the name that ends in an ending at `at`: back over free text to a separator, a verb or a trade. */
function nameStart(context: PlaceContext, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_NAME && context.taken[start - 1] === 0) {
    const sign = context.text.charAt(start - 1)
    if (isSeparator(sign) || (PLACE_STOPS.includes(sign) && !beginsPlace(context.text, start - 1))) break
    if (context.cover[start - 1]?.end === start) break
    start -= 1
  }
  return start
}

function namedPlaces(context: PlaceContext, known: Trie<string>): PlaceReading[] {
  const found: PlaceReading[] = []
  for (let at = 1; at < context.text.length; at += 1) {
    if (context.taken[at] !== 0) continue
    const hit = longestAt(ENDINGS, context.text, at)
    if (hit === undefined) continue
    const start = nameStart(context, at)
    const end = extend(context, hit.end, known)
    const name = context.text.slice(start, at)
    const isNumber = name !== '' && [...name].every((sign) => isWordSign(sign) || '号楼栋幢座'.includes(sign))
    if (isRoomOfWork(context, start, end)) continue
    if (name === '' || isNumber || NO_PLACES.has(context.text.slice(start, end)) || isOwnHome(context.text.slice(start, end))) continue
    const weak = WEAK_ENDINGS.has(hit.word) && (end === hit.end || WEAK_ENDINGS.has(context.text.slice(hit.end, end)))
    if (weak && !fillsClause(context, start, end)) continue
    if (hasTradeInside(context, start, hit.end)) continue
    found.push(reading(context, start, end, weak ? (name.length >= 2 ? 2 : 1) : 3))
    at = end - 1
  }
  return found
}

/** 酒店客房 is where any such work is done, not a name. */
function isRoomOfWork({ text, cover }: PlaceContext, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) {
    const hit = cover[at]
    if (hit?.start === at && (NO_PLACES.has(text.slice(start, at)) || text.slice(start, at) === '宾馆')) return true
  }
  return false
}

const isOwnHome = (place: string): boolean =>
  ['家里', '我家', '自家', '自己', '我们', '本', '新店', '谁家'].some((word) => place.startsWith(word))

function hasTradeInside(context: PlaceContext, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((context.cover[at]?.weight ?? 0) >= 2.6) return true
  return false
}

/** 车站门口接: what is done there when the work begins. */
const MEETING = ['接', '集合', '见面', '上车', '碰头', '会合', '等']

const fillsClause = (context: PlaceContext, start: number, end: number): boolean =>
  (start === 0 ||
    context.taken[start - 1] !== 0 ||
    isSeparator(context.text.charAt(start - 1)) ||
    '在到去'.includes(context.text.charAt(start - 1))) &&
  (isSeparator(context.text.charAt(end)) || MEETING.some((word) => context.text.startsWith(word, end)))

/** After 地点 the rest of the clause is the place; after 在 what stands before the next verb. */
function cuedPlaces(context: PlaceContext): PlaceReading[] {
  const found: PlaceReading[] = []
  const { text } = context
  for (let at = 0; at < text.length; at += 1) {
    const cue = longestAt(CUES, text, at)
    const isAt = text.charAt(at) === '在' && !'家线职这那'.includes(text.charAt(at + 1)) && !'现正实'.includes(text.charAt(at - 1) || ' ')
    if (cue === undefined && !isAt) continue
    let start = cue?.end ?? at + 1
    while (start < text.length && ': '.includes(text.charAt(start))) start += 1
    const end = isAt && cue === undefined ? verbOrFree(context, start) : freeUntil(context, start)
    if (end - start < 2 || end - start > 16 || NO_PLACES.has(text.slice(start, end))) continue
    found.push(reading(context, start, end, cue === undefined ? 2.5 : 5))
    at = end - 1
  }
  return found
}

function verbOrFree(context: PlaceContext, start: number): number {
  const limit = freeUntil(context, start)
  for (let at = start; at < limit; at += 1) {
    if (longestAt(ENDS, context.text, at) !== undefined && at > start + 1) return at
    if (at > start && (tradeStartsAt(context, at)?.weight ?? 0) >= 2) return at
  }
  return limit
}

export function createPlaceReader(lexicon: Lexicon): PlaceReader {
  const known = createTrie(knownNames(lexicon))
  return (context) => {
    const all = [...cuedPlaces(context), ...knownPlaces(context, known), ...namedPlaces(context, known)]
    let best: PlaceReading | undefined
    for (const one of all)
      if (
        one.place.length >= 2 &&
        (best === undefined || one.score > best.score || (one.score === best.score && one.span.start < best.span.start))
      )
        best = one
    return best !== undefined && best.score >= 2 ? best : undefined
  }
}
