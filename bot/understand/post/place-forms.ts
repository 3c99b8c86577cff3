import { digitsEnd, isDigitAt } from '../numbers/number-signs.ts'
import { OTHER_WORDS, TALK_SIGNS } from '../words/leftover-words.ts'
import { PLACE_STOPS } from '../words/place-words.ts'
import { isAt, isHanAt, signs } from '../words/signs.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { freeUntil, isNoPlace, type PlaceMap, type PlaceReading, reading } from './place-map.ts'

const STOPS = signs(PLACE_STOPS)
const LONGEST_VILLAGE = 4
const TALK = signs(TALK_SIGNS)

/** 大源黄坊, 白莲镇墈厚剥莲子: the village behind its township, up to the end of the clause or to the work. */
export function withVillage(map: PlaceMap, end: number, known: number): number {
  if (end - known > 1) return end
  const { text, cover } = map
  const limit = freeUntil(map, end)
  let at = end
  while (
    at < limit &&
    at - end <= LONGEST_VILLAGE &&
    isHanAt(text, at) &&
    cover[at] === undefined &&
    !isAt(TALK, text, at) &&
    !isAt(STOPS, text, at)
  )
    at += 1
  const isWhole = at - end >= 2 && at - end <= LONGEST_VILLAGE && (at === text.length || at >= limit || (cover[at]?.weight ?? 0) >= 2)
  return isWhole && !isNoPlace(text, end, at) && !beginsAt(NO_VILLAGES, text, end) ? at : end
}

const NO_VILLAGES = wordSet(OTHER_WORDS)

const ROADS = wordSet('国道 省道 县道 乡道'.split(' '))
const LONGEST_ROAD = 4

/** 国道205, 205国道: a road by its number. */
export function roads(map: PlaceMap): PlaceReading[] {
  const { text } = map
  for (let at = 0; at < text.length - 1; at += 1) {
    if (!beginsAt(ROADS, text, at)) continue
    const end = digitsEnd(text, at + 2, at + 2 + LONGEST_ROAD)
    if (end > at + 2) return [reading(map, at, end, 4)]
    let start = at
    while (start > 0 && at - start < LONGEST_ROAD && isDigitAt(text, start - 1)) start -= 1
    if (start < at) return [reading(map, start, at + 2, 4)]
  }
  return []
}
