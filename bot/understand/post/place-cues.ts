import { PLACE_CUES, PLACE_ENDS } from '../words/place-words.ts'
import { isAll, isAt, signs } from '../words/signs.ts'
import { endAt } from '../words/trie.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { freeUntil, isNoPlace, isSeparator, type PlaceMap, type PlaceReading, reading, tradeStartsAt } from './place-map.ts'
import { isTaken } from './taken.ts'

const CUES = wordSet(PLACE_CUES)
const ENDS = wordSet(PLACE_ENDS)

const NO_PLACE_AFTER = signs('家线职这那')
const NO_PLACE_BEFORE = signs('现正实')
const AFTER_CUE = signs(': ')

/** After 地点 the rest of the clause is the place; after 在 what stands before the next verb. */
export function cuedPlaces(map: PlaceMap): PlaceReading[] {
  const found: PlaceReading[] = []
  const { text } = map
  for (let at = 0; at < text.length; at += 1) {
    const cue = endAt(CUES, text, at)
    if (cue === 0 && (text.charCodeAt(at) !== IN || isAt(NO_PLACE_AFTER, text, at + 1) || isAt(NO_PLACE_BEFORE, text, at - 1))) continue
    let start = cue || at + 1
    while (isAt(AFTER_CUE, text, start)) start += 1
    const end = cue === 0 ? verbOrFree(map, start) : freeUntil(map, start)
    if (end - start < 2 || end - start > 16 || isNoPlace(text, start, end)) continue
    found.push(reading(map, start, end, cue === 0 ? 2.5 : 5))
    at = end - 1
  }
  return found
}

const IN = '在'.charCodeAt(0)

function verbOrFree(map: PlaceMap, start: number): number {
  const limit = freeUntil(map, start)
  for (let at = start + 1; at < limit; at += 1) {
    if (at > start + 1 && beginsAt(ENDS, map.text, at)) return at
    if ((tradeStartsAt(map, at)?.weight ?? 0) >= 2) return at
  }
  return limit
}

const WAYS = wordSet('开到 搬到 拉到 送到 运到 到 搬去 拉去 送去 去 走 出发 拉 搬 运 接 送 抬 扛 卸 背 挪 挑 拖 下'.split(' '))
const FLOORS = signs('0123456789一二三四五六七八九十楼层号栋')
const LONGEST_START = 12

/** 从玉华酒楼开到顺昌: work begins where one sets out. */
export function departures(map: PlaceMap): PlaceReading[] {
  const { text, taken } = map
  const start = text.indexOf('从') + 1
  if (start === 0) return []
  for (let at = start + 2; at <= start + LONGEST_START && at < text.length; at += 1) {
    if (isTaken(taken, at - 1) || isSeparator(text, at - 1)) return []
    if (beginsAt(WAYS, text, at))
      return isNoPlace(text, start, at) || isAll(FLOORS, text.slice(start, at)) ? [] : [reading(map, start, at, 4.5)]
  }
  return []
}
