import { endsClause, is, isAny, isNear, type Lexed, type Token, touches } from '../words/lex.ts'

/** 干三天, 大概一个礼拜, 工期20天: how many days the work lasts, the first one counted. */
export interface Duration {
  readonly days: number
  /** 两三天, 十来天: nobody knows. */
  readonly vague: boolean
  readonly next: number
}

const unitDays = (token: Token | undefined): number => {
  if (is(token, 'day')) return 1
  if (is(token, 'week')) return 7
  return is(token, 'month') ? 30 : 0
}

/** 3天一结, 两天一次 and 3天内 are no length of work; nor is 10天 before 工期 said of pay. */
function isOtherTalk(line: Lexed, at: number, next: number): boolean {
  const end = line.tokens[next - 1]?.end ?? 0
  const sign = line.text.charAt(end)
  if (sign === '一' || sign === '前' || sign === '/' || sign === '后') return line.text.charAt(end + 1) !== '天'
  if (sign === '结' || sign === '假' || sign === '班') return true
  if (is(line.tokens[at - 1], 'per') || '休每第提'.includes(line.text.charAt((line.tokens[at]?.start ?? 0) - 1) || ' ')) return true
  const money = line.tokens[at - 1]
  if (line.tokens[at]?.numeral?.value === 1 && isAny(money, ['yuan', 'metre'])) return true
  const after = line.tokens[next]
  return after?.numeral !== undefined && touches(line.text, line.tokens[next - 1], after) && line.tokens[at]?.numeral?.value === 1
}

/** A length stands free when it follows a word like 干 or fills its clause alone. */
function standsFree(line: Lexed, at: number, next: number): boolean {
  const before = line.tokens[at - 1]
  if (is(before, 'work-for') && isNear(line.text, before, line.tokens[at], 2)) return true
  if (line.tokens[at]?.numeral?.value === 1 && !isAny(line.tokens[at + 1], ['week', 'month'])) return false
  const left = line.text.charAt((line.tokens[at]?.start ?? 0) - 1)
  const right = line.text.charAt(line.tokens[next - 1]?.end ?? 0)
  if ('看守陪带'.includes(left || ' ') || right === '从') return true
  if (right === '活' || line.text.startsWith('的活', line.tokens[next - 1]?.end ?? 0)) return true
  if (isAny(line.tokens[next], ['about']) && touches(line.text, line.tokens[next - 1], line.tokens[next])) return true
  if (isAny(before, ['weekday', 'date-day', 'relative-day', 'two-days', 'worker', 'from', 'next-week', 'weekend'])) return true
  const free = (sign: string) =>
    sign === '' || sign === ' ' || sign === '/' || sign === '、' || sign === '(' || sign === ')' || endsClause(sign)
  return free(left) && free(right)
}

export function durationAt(line: Lexed, at: number): Duration | undefined {
  const token = line.tokens[at]
  const half = token !== undefined && line.text.startsWith('半个月', token.start)
  if (half) return is(line.tokens[at - 1], 'work-for') ? { days: 15, vague: false, next: at + 2 } : undefined
  const numeral = token?.numeral
  if (numeral === undefined || !touches(line.text, token, line.tokens[at + 1])) return undefined
  const unit = unitDays(line.tokens[at + 1])
  const days = numeral.value * unit
  if (unit === 0 || !Number.isInteger(days) || days < 1 || days > 400) return undefined
  if (
    line.text.slice(line.tokens[at + 1]?.start, line.tokens[at + 1]?.end) === '日' ||
    line.text.charAt(line.tokens[at + 1]?.start ?? 0) === '月'
  )
    return undefined
  const next = at + 2
  if (isOtherTalk(line, at, next) || !standsFree(line, at, next)) return undefined
  return { days, vague: numeral.vague || numeral.high !== numeral.value, next }
}
