import { endsClause, is, isAny, isNear, type Token, touches } from '../words/lex.ts'

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
function isOtherTalk(text: string, tokens: readonly Token[], at: number, next: number): boolean {
  const end = tokens[next - 1]?.end ?? 0
  const sign = text.charAt(end)
  if (sign === '一' || sign === '前' || sign === '/' || sign === '后') return text.charAt(end + 1) !== '天'
  if (sign === '结' || sign === '假' || sign === '班') return true
  if (is(tokens[at - 1], 'per') || '休每第提'.includes(text.charAt((tokens[at]?.start ?? 0) - 1) || ' ')) return true
  const money = tokens[at - 1]
  if (tokens[at]?.numeral?.value === 1 && isAny(money, ['yuan', 'metre'])) return true
  const after = tokens[next]
  return after?.numeral !== undefined && touches(text, tokens[next - 1], after) && tokens[at]?.numeral?.value === 1
}

/** A length stands free when it follows a word like 干 or fills its clause alone. */
function standsFree(text: string, tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1]
  if (is(before, 'work-for') && isNear(text, before, tokens[at], 2)) return true
  if (tokens[at]?.numeral?.value === 1 && !isAny(tokens[at + 1], ['week', 'month'])) return false
  const left = text.charAt((tokens[at]?.start ?? 0) - 1)
  const right = text.charAt(tokens[next - 1]?.end ?? 0)
  if (right === '活' || text.startsWith('的活', tokens[next - 1]?.end ?? 0)) return true
  if (isAny(tokens[next], ['about']) && touches(text, tokens[next - 1], tokens[next])) return true
  if (isAny(before, ['weekday', 'date-day', 'relative-day', 'two-days', 'worker', 'from', 'next-week', 'weekend'])) return true
  const free = (sign: string) =>
    sign === '' || sign === ' ' || sign === '/' || sign === '、' || sign === '(' || sign === ')' || endsClause(sign)
  return free(left) && free(right)
}

export function durationAt(text: string, tokens: readonly Token[], at: number): Duration | undefined {
  const token = tokens[at]
  const half = token !== undefined && text.startsWith('半个月', token.start)
  if (half) return is(tokens[at - 1], 'work-for') ? { days: 15, vague: false, next: at + 2 } : undefined
  const numeral = token?.numeral
  if (numeral === undefined || !touches(text, token, tokens[at + 1])) return undefined
  const unit = unitDays(tokens[at + 1])
  const days = numeral.value * unit
  if (unit === 0 || !Number.isInteger(days) || days < 1 || days > 400) return undefined
  if (text.slice(tokens[at + 1]?.start, tokens[at + 1]?.end) === '日' || text.charAt(tokens[at + 1]?.start ?? 0) === '月') return undefined
  const next = at + 2
  if (isOtherTalk(text, tokens, at, next) || !standsFree(text, tokens, at, next)) return undefined
  return { days, vague: numeral.vague || numeral.high !== numeral.value, next }
}
