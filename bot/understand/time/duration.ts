import { kind } from '../words/kinds.ts'
import { is, isNear, type Lexed, type Token, tokenAt, touches } from '../words/lex.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { ABOUT, DAY, DAY_UNIT, MONTH, PER, WEEK, WORK_FOR } from '../words/tags.ts'

/** 干三天, 大概一个礼拜, 工期20天: how many days the work lasts, the first one counted. */
export interface Duration {
  readonly days: number
  /** 两三天, 十来天: nobody knows. */
  readonly vague: boolean
  readonly next: number
}

const MONEY = kind('yuan', 'metre')
const LONG_UNITS = kind('week', 'month')
/** What names the day from which the length counts. */
const BEGINNINGS = kind('weekday', 'date-day', 'relative-day', 'two-days', 'worker', 'from', 'next-week', 'weekend')
const NO_LENGTH = signs('结假班')
const RECURRING = signs('休每第提')
const KEEPING = signs('看守陪带')
const GOES_ON = signs('从活')
const FREE = signs(' /、(),。;!?！？，；\n')

/** 145天 beside no word like 干 is what a day is paid. */
const PAY_FROM = 60
const NIGHTS = signs('晚夜')

const unitDays = (text: string, token: Token | undefined): number => {
  if (is(token, DAY)) return 1
  if (is(token, WEEK)) return 7
  if (is(token, DAY_UNIT) && isAt(NIGHTS, text, token?.start ?? 0)) return 1
  return is(token, MONTH) ? 30 : 0
}

/** 3天一结, 两天一次 and 3天内 are no length of work; nor is 10天 before 工期 said of pay. */
function isOtherTalk(line: Lexed, at: number, next: number): boolean {
  const end = line.tokens[next - 1]?.end ?? 0
  const sign = line.text.charAt(end)
  if (sign === '一' || sign === '前' || sign === '/' || sign === '后') return line.text.charAt(end + 1) !== '天'
  if (isAt(NO_LENGTH, line.text, end)) return true
  if (is(tokenAt(line.tokens, at - 1), PER) || isAt(RECURRING, line.text, (line.tokens[at]?.start ?? 0) - 1)) return true
  const money = tokenAt(line.tokens, at - 1)
  if (line.tokens[at]?.numeral?.value === 1 && is(money, MONEY)) return true
  const after = line.tokens[next]
  return after?.numeral !== undefined && touches(line.text, line.tokens[next - 1], after) && line.tokens[at]?.numeral?.value === 1
}

/** A length stands free when it follows a word like 干 or fills its clause alone. */
function standsFree(line: Lexed, at: number, next: number): boolean {
  const before = tokenAt(line.tokens, at - 1)
  if (is(before, WORK_FOR) && isNear(line.text, before, line.tokens[at], 2)) return true
  if (line.tokens[at]?.numeral?.value === 1 && !is(line.tokens[at + 1], LONG_UNITS)) return false
  const left = (line.tokens[at]?.start ?? 0) - 1
  const right = line.tokens[next - 1]?.end ?? 0
  if (isAt(KEEPING, line.text, left) || isAt(GOES_ON, line.text, right) || line.text.startsWith('的活', right)) return true
  if (is(line.tokens[next], ABOUT) && touches(line.text, line.tokens[next - 1], line.tokens[next])) return true
  return is(before, BEGINNINGS) || (isAtOrEdge(FREE, line.text, left) && isAtOrEdge(FREE, line.text, right))
}

export function durationAt(line: Lexed, at: number): Duration | undefined {
  const token = line.tokens[at]
  const half = token !== undefined && line.text.startsWith('半个月', token.start)
  if (half) return is(tokenAt(line.tokens, at - 1), WORK_FOR) ? { days: 15, vague: false, next: at + 2 } : undefined
  const numeral = token?.numeral
  if (numeral === undefined || !touches(line.text, token, line.tokens[at + 1])) return undefined
  const unit = unitDays(line.text, line.tokens[at + 1])
  const days = numeral.value * unit
  if (unit === 0 || !Number.isInteger(days) || days < 1 || days > 400) return undefined
  if (
    line.text.slice(line.tokens[at + 1]?.start, line.tokens[at + 1]?.end) === '日' ||
    line.text.charAt(line.tokens[at + 1]?.start ?? 0) === '月'
  )
    return undefined
  const next = at + 2
  if (days >= PAY_FROM && unit === 1 && !is(tokenAt(line.tokens, at - 1), WORK_FOR)) return undefined
  if (isOtherTalk(line, at, next) || !standsFree(line, at, next)) return undefined
  return { days, vague: numeral.vague || numeral.high !== numeral.value, next }
}
