import type { Lexicon } from '../lexicon.ts'
import { beginsNumeralAt } from '../numbers/number-signs.ts'
import { numeralAt } from '../numbers/numeral.ts'
import { PLACE_STOPS, WEAK_ENDINGS, WHOLE_PLACES } from '../words/place-words.ts'
import { isAt, signs } from '../words/signs.ts'
import { taskObjects } from '../words/task-words.ts'
import { createTrie, type Trie } from '../words/trie.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { cuedPlaces, departures } from './place-cues.ts'
import { roads, withVillage } from './place-forms.ts'
import {
  freeUntil,
  isNoPlace,
  isSeparator,
  LONGEST_NO_PLACE,
  mapOf,
  type PlaceContext,
  type PlaceMap,
  type PlaceReading,
  reading,
  tradeStartsAt,
} from './place-map.ts'
import { isTaken } from './taken.ts'
import type { TradeHit } from './trade.ts'

export type PlaceReader = (context: PlaceContext) => PlaceReading | undefined

const LONGEST_NAME = 9

const STOPS = signs(PLACE_STOPS)
const WORD_SIGNS = signs('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十#-')
const NUMBER_SIGNS = signs('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十#-号楼栋幢座上下爬背')

/** Sets of short words are asked about no longer stretch than their longest word. */
const longestOf = (words: Iterable<string>): number => Math.max(...Array.from(words, (word) => word.length))
const LONGEST_WEAK = longestOf(WEAK_ENDINGS)

const isWeak = (text: string, start: number, end: number): boolean =>
  end - start <= LONGEST_WEAK && WEAK_ENDINGS.has(text.slice(start, end))

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

/** From the end of a name on: 镇, more names, endings, house numbers, as long as they follow each other closely. */
function extend(map: PlaceMap, from: number): number {
  const { text, knownEnds, endingEnds } = map
  const limit = freeUntil(map, from)
  let end = from
  let at = from
  while (at < limit) {
    const trade = tradeStartsAt(map, at)
    const next = knownEnds[at] || endingEnds[at] || 0
    if (next > 0 && next <= limit && !(trade !== undefined && trade.end > next)) {
      end = next
      at = next
    } else if (trade !== undefined && trade.weight < 2.6 && endsInEnding(map, trade)) {
      end = trade.end
      at = trade.end
    } else if (trade !== undefined || at - end >= 4 || isAt(STOPS, text, at)) break
    else at += 1
  }
  return houseNumber(map, end, freeUntil(map, end))
}

const HOUSES = signs('栋号幢座楼室层单期')
const AFTER_HOUSE = signs('栋幢座楼元号')

/** 8栋1203, 12号: digits right behind a place belong to it. */
function houseNumber(map: PlaceMap, from: number, limit: number): number {
  let at = from
  while (at < limit && isAt(WORD_SIGNS, map.text, at) && at - from < 6) at += 1
  if (at === from) return from
  const end = map.endingEnds[at] ?? 0
  if (end > 0 && end <= limit && isAt(HOUSES, map.text, at)) return houseNumber(map, end, limit)
  return isAt(AFTER_HOUSE, map.text, from - 1) ? at : from
}

/** 电子厂 is a trade and a place: the first ending in it that ends where it ends. */
function endsInEnding({ endingEnds }: PlaceMap, trade: TradeHit): boolean {
  for (let at = trade.start; at < trade.end; at += 1) if (endingEnds[at] === trade.end) return true
  return false
}

function knownPlaces(map: PlaceMap): PlaceReading[] {
  const found: PlaceReading[] = []
  for (let at = 0; at < map.text.length; at += 1) {
    const known = map.knownEnds[at] ?? 0
    if (known === 0 || isTaken(map.taken, at) || isInsideTrade(map, at, known)) continue
    const end = withVillage(map, extend(map, known), known)
    found.push(reading(map, widen(map, at), end, 4))
    at = end
  }
  return found
}

function isInsideTrade({ cover }: PlaceMap, start: number, end: number): boolean {
  const hit = cover[start]
  return hit !== undefined && hit.end >= end && hit.end - hit.start > end - start
}

const COUNTY_WORDS = ['将乐县', '将乐', '县', '老']

/** 将乐水南, 县医院: a county word before the name belongs to it. */
const widen = ({ text }: PlaceMap, at: number): number => at - (COUNTY_WORDS.find((word) => text.endsWith(word, at))?.length ?? 0)

/** 人民路 and 将乐大道 go on backwards over 人 and 将, which else end a name. */
const PLACE_STARTS = wordSet(['人民', '将乐'])

const FIRST_SIGNS = signs('天和承名看将')
const NO_NAMES = wordSet('将在 将于 将要 将近 天天 天晴 天黑 天亮 和我 和你 名额 看看'.split(' '))

/** 天汇豪庭, 和兴小区: a sign that elsewhere ends a name may open one at the head of its clause. */
const opensName = (text: string, at: number): boolean =>
  isAt(FIRST_SIGNS, text, at) && (at === 0 || isSeparator(text, at - 1)) && !beginsAt(NO_NAMES, text, at)

/** The start of the name that ends in an ending at `at`: back over free text to a separator, a verb or a trade. */
function nameStart({ text, taken, cover }: PlaceMap, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_NAME && !isTaken(taken, start - 1) && !isSeparator(text, start - 1)) {
    if (isAt(STOPS, text, start - 1) && !beginsAt(PLACE_STARTS, text, start - 1) && !opensName(text, start - 1)) break
    if (cover[start - 1]?.end === start) break
    start -= 1
  }
  return start
}

function namedPlaces(map: PlaceMap): PlaceReading[] {
  const found: PlaceReading[] = []
  const { text, taken, endingEnds } = map
  for (let at = 1; at < text.length; at += 1) {
    const ending = endingEnds[at] ?? 0
    if (ending === 0 || isTaken(taken, at)) continue
    const start = nameStart(map, at)
    if (isNumber(text, start, at) || isMeasured(text, start, at) || beginsAt(OWN_HOMES, text, start) || hasTradeInside(map, start, ending))
      continue
    const end = extend(map, ending)
    if (isNoPlace(text, start, end) || isRoomOfWork(map, start, end)) continue
    const weak = isWeak(text, at, ending) && (end === ending || isWeak(text, ending, end))
    if (weak && !fillsClause(map, start, end)) continue
    found.push(reading(map, start, end, weak ? (end - start >= 3 ? 2 : 1) : isKind(text.slice(start, at)) ? KIND_SCORE : 3))
    at = end - 1
  }
  return found
}

/** 小河边, 农资店, 木材厂: any of its kind, not one by name. */
const KIND_SCORE = 2.2
const KINDS: ReadonlySet<string> = new Set(
  '小 大 老 新 旧 三层 两层 四层 本 村 镇 农资 五金 便利 水果 服装 理发 建材 快递 物流 食品 电子 竹器 木材 家具 机砖 砖 茶 笋 菇 鞋 制衣 加工 养 猪 鸡 鸭 鱼 公 私 民办 农家 公路 高速 屋后 屋前 房后 那片 这片 那块 后面 前面 农村 自家 水泥 饲料 竹 木 板 屋顶 厂房'.split(
    ' ',
  ),
)

const OBJECTS = taskObjects()
const isKind = (stem: string): boolean => KINDS.has(stem) || OBJECTS.has(stem)

/** An ending with no name before it, or with a number only, names no place. */
function isNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!isAt(NUMBER_SIGNS, text, at)) return false
  return true
}

const MEASURES = signs('口个间亩座处栋家块条片')

/** 一口鱼塘, 两个大棚: things that are counted have no name. */
function isMeasured(text: string, start: number, end: number): boolean {
  const numeral = beginsNumeralAt(text, start) ? numeralAt(text, start) : undefined
  return numeral !== undefined && end - numeral.end === 1 && isAt(MEASURES, text, numeral.end)
}

/** 酒店客房 is where any such work is done, not a name. */
function isRoomOfWork({ text, cover }: PlaceMap, start: number, end: number): boolean {
  for (let at = start + 1; at < end && at - start <= LONGEST_NO_PLACE; at += 1)
    if (cover[at]?.start === at && (isNoPlace(text, start, at) || text.slice(start, at) === '宾馆')) return true
  return false
}

const OWN_HOMES = wordSet(['家里', '我家', '自家', '自己', '我们', '本', '新店', '谁家'])

function hasTradeInside({ cover }: PlaceMap, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((cover[at]?.weight ?? 0) >= 2.6) return true
  return false
}

/** 车站门口接: what is done there when the work begins. */
const MEETING = wordSet(['接', '集合', '见面', '上车', '碰头', '会合', '等'])
const BEFORE_PLACE = signs('在到去')

const fillsClause = ({ text, taken }: PlaceMap, start: number, end: number): boolean =>
  (start === 0 || isTaken(taken, start - 1) || isSeparator(text, start - 1) || isAt(BEFORE_PLACE, text, start - 1)) &&
  (end >= text.length || isSeparator(text, end) || beginsAt(MEETING, text, end))

const LEAST_SCORE = 2

/** Whether a place is told by its name or a word like 在; of a mere kind any name in the line tells more. */
export const isNamed = ({ score }: PlaceReading): boolean => score > KIND_SCORE

export function createPlaceReader(lexicon: Lexicon): PlaceReader {
  const known: Trie<string> = createTrie(knownNames(lexicon))
  return (context) => {
    const map = mapOf(context, known)
    let best: PlaceReading | undefined
    for (const one of [...cuedPlaces(map), ...departures(map), ...knownPlaces(map), ...namedPlaces(map), ...roads(map)])
      if (
        one.place.length >= 2 &&
        (best === undefined || one.score > best.score || (one.score === best.score && one.span.start < best.span.start))
      )
        best = one
    return best !== undefined && best.score >= LEAST_SCORE ? best : undefined
  }
}
