import type { Lexed } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import { addDays, type Day, dayOfWeek } from './day.ts'
import type { Found } from './day-reader.ts'

const SIGNS = '一二三四五六日'

/** 周三四点, 周四五个人: the sign counts something else. */
const COUNTED = signs('点个人名位时天百十千块元号半.')

/** 周四五六, 星期六日: the signs of further days stand right behind the first, each one day later. */
export function weekdaysFrom({ text, tokens }: Lexed, at: number, day: Day): Found {
  let end = tokens[at]?.end ?? 0
  let sign = dayOfWeek(day)
  while (sign < 7 && text.charAt(end) === SIGNS.charAt(sign)) {
    sign += 1
    end += 1
  }
  if (sign === dayOfWeek(day) || isAt(COUNTED, text, end)) return { day, next: at + 1 }
  let next = at + 1
  while (next < tokens.length && (tokens[next]?.start ?? end) < end) next += 1
  return { day, to: addDays(day, sign - dayOfWeek(day)), next }
}
