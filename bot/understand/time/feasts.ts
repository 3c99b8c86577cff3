import { kind } from '../words/kinds.ts'
import { is, type Lexed, tokenAt, touches } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import { BEFORE, DAY, UNTIL } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { nextFeast } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import { type Found, type Reader, whole } from './day-reader.ts'

const THE_DAY = wordSet('当天 那天 期间 当日 这天 早上 上午 下午 晚上 中午 开始 起 来 去 要 需 用 缺 招 找 上班 开工'.split(' '))

/** 五一广场, 国庆路, 五一快乐, 国庆放假, 中秋后, 五一三倍工资: no day of work. */
const NO_DAY = wordSet(
  '快乐 安康 福利 红包 放假通知 放假安排 放假调休 放鞭 放烟 休 后 过后 节后 路 街 村 广场 大道 桥 公园 小区 酒店 饭店 超市 店 厂 农场 林场 果园 新村 加班费 三倍 3倍 双倍 三薪 高速 祭 扫墓 礼 月饼 粽'.split(
    ' ',
  ),
)

const NEW_YEAR_OF_THE_MOON = 1
const LABOUR_DAY = 4
const NATIONAL_DAY = 7

/** 元旦三天, 国庆七天, 端午那天, 春节期间, and the bare 五一: the first day, or all that are named. */
function feastRun(line: Lexed, at: number, feast: Day): Found | undefined {
  const end = line.tokens[at]?.end ?? 0
  const days = whole(line.tokens[at + 1], 15)
  if (days !== undefined && is(line.tokens[at + 2], DAY) && touches(line.text, line.tokens[at], line.tokens[at + 1]))
    return { day: feast, to: addDays(feast, days - 1), next: at + 3 }
  return beginsAt(THE_DAY, line.text, end) ? { day: feast, next: at + 1 } : undefined
}

/** The day that a feast of the vocabulary's index is on, or the last before it. 年 and 春节 alone say too little. */
export function readFeast(line: Lexed, at: number, today: Day, index: number): Found | undefined {
  const token = line.tokens[at]
  const feast = nextFeast(today, index)
  if (token === undefined || feast === undefined) return undefined
  const next = at + 1
  if (is(line.tokens[next], BEFORE)) return { day: addDays(feast, -1), onlyEnd: true, next: next + 1 }
  const run = feastRun(line, at, feast)
  if (run !== undefined) return run
  if (token.end - token.start > 1 && is(tokenAt(line.tokens, at - 1), UNTIL)) return { day: feast, onlyEnd: true, next }
  return index === NEW_YEAR_OF_THE_MOON || beginsAt(NO_DAY, line.text, token.end) ? undefined : { day: feast, next }
}

const COUNTED = kind('person', 'ge', 'yuan', 'worker', 'oclock', 'jiao', 'piece', 'hour', 'date-day', 'month-sign', 'per')
const BEFORE_A_FEAST = signs(' ,。;、!()[]:\n这今过到等定在年')

/** 五一 and 十一 are numbers too: a feast only where they count nothing and stand by themselves. */
export const readNumberFeast: Reader = (line, at, today) => {
  const token = line.tokens[at]
  if (token === undefined || token.end - token.start !== 2) return undefined
  const index = line.text.startsWith('五一', token.start) ? LABOUR_DAY : line.text.startsWith('十一', token.start) ? NATIONAL_DAY : -1
  const unit = line.tokens[at + 1]
  if (index < 0 || (is(unit, COUNTED) && unit?.start === token.end)) return undefined
  if (token.start > 0 && !isAt(BEFORE_A_FEAST, line.text, token.start - 1)) return undefined
  if (index === NATIONAL_DAY && !is(unit, BEFORE) && !beginsAt(THE_DAY, line.text, token.end)) return undefined
  return readFeast(line, at, today, index)
}
