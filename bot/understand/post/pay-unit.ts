import type { PayUnit } from '../understanding.ts'
import { is, isAny, isNear, type Token, touches } from '../words/lex.ts'

/** What a price is for; `person` is 100一个人: a day's pay of each, unless the work is told by pieces. */
export type Measure = PayUnit | 'person' | 'one'

export interface Measured {
  readonly measure: Measure
  /** Tokens used up on the right, or the first one used on the left. */
  readonly at: number
}

function measureOf(token: Token | undefined): Measure | undefined {
  if (isAny(token, ['hour', 'hour-pay'])) return 'hour'
  if (is(token, 'month')) return 'month'
  if (isAny(token, ['day', 'day-unit', 'day-pay'])) return 'day'
  if (is(token, 'half-day')) return 'job'
  if (is(token, 'lot')) return 'job'
  if (is(token, 'piece')) return 'piece'
  if (is(token, 'person')) return 'person'
  return is(token, 'ge') ? 'one' : undefined
}

const isCount = (token: Token | undefined): boolean => token?.numeral !== undefined && token.numeral.value > 0

/** One group such as /天, 一天, 每人, 一百斤 to the right of a sum. */
function groupRight(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  let here = at
  let asked = false
  while (is(tokens[here], 'per') && touches(text, tokens[here - 1], tokens[here])) {
    here += 1
    asked = true
  }
  const numeral = tokens[here]?.numeral
  if (numeral !== undefined && touches(text, tokens[here - 1], tokens[here])) {
    if (numeral.value !== 1 && !(numeral.value === 100 && is(tokens[here + 1], 'piece'))) return undefined
    here += 1
    asked = true
  }
  const token = tokens[here]
  if (token === undefined || !touches(text, tokens[here - 1], token)) return undefined
  if (is(token, 'half-day')) return { measure: 'job', at: here + 1 }
  const measure = measureOf(token)
  if (measure === undefined || (!asked && !isGlued(tokens, here, measure))) return undefined
  return { measure, at: here + 1 }
}

/** 200元天 and 50元台 are written now and then; 3人 and 5个 beside a number are people. */
const isGlued = (tokens: readonly Token[], at: number, measure: Measure): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start &&
  (is(tokens[at - 1], 'yuan') || (measure === 'month' && (tokens[at - 1]?.numeral?.value ?? 0) >= 1000)) &&
  measure !== 'person' &&
  measure !== 'one'

/** 200元/人/天, 180每人每天: the last measure that is no person wins. */
export function measureRight(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  let found: Measured | undefined
  let here = at
  if (isAny(tokens[here], ['about']) && touches(text, tokens[here - 1], tokens[here])) here += 1
  for (let group = 0; group < 3; group += 1) {
    const next = groupRight(text, tokens, here)
    if (next === undefined) break
    if (found === undefined || found.measure === 'person' || found.measure === 'one') found = next
    else if (next.measure !== 'person' && next.measure !== 'one' && found.measure !== 'hour') found = { ...found, at: next.at }
    here = next.at
  }
  if (found !== undefined && found.measure !== 'person' && found.measure !== 'one') return { ...found, at: here }
  const mark = markOf(tokens[here])
  if (mark !== undefined && isNear(text, tokens[here - 1], tokens[here], 1)) return { measure: mark, at: here + 1 }
  return found && { ...found, at: here }
}

function markOf(token: Token | undefined): Measure | undefined {
  if (is(token, 'day-pay')) return 'day'
  if (is(token, 'hour-pay')) return 'hour'
  if (is(token, 'month-pay')) return 'month'
  if (is(token, 'piece-pay')) return 'piece'
  if (isAny(token, ['job-pay', 'half-day'])) return 'job'
  return undefined
}

/** 一天160, 每小时20, 一百斤35块, 8小时150, 半天80, 月薪9000 to the left of a sum. */
export function measureLeft(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  let here = at - 1
  if (is(tokens[here], 'money-sign')) here -= 1
  while (isAny(tokens[here], ['wage', 'want', 'colon', 'about']) && isNear(text, tokens[here], tokens[here + 1], 2)) here -= 1
  const token = tokens[here]
  if (token === undefined || !isNear(text, token, tokens[here + 1], 2)) return undefined
  const mark = markOf(token)
  if (mark !== undefined) return { measure: mark, at: here }
  if (is(token, 'person')) return personLeft(text, tokens, here)
  const measure = measureOf(token)
  const count = tokens[here - 1]
  if (measure === undefined || count === undefined || !touches(text, count, token)) return undefined
  if (is(count, 'per')) return text.charAt(count.start) === '每' ? { measure, at: here - 1 } : undefined
  if (!isCount(count)) return undefined
  if (measure === 'hour' && isAny(tokens[here - 2], ['day']) && touches(text, tokens[here - 2], count)) return undefined
  return countedLeft(count.numeral?.value ?? 0, measure, here - 1)
}

function countedLeft(count: number, measure: Measure, at: number): Measured | undefined {
  if (measure === 'hour' && count >= 2) return { measure: count >= 6 ? 'day' : 'job', at }
  if (count === 1) return { measure, at }
  return measure === 'piece' && (count === 100 || count === 1000) ? { measure, at } : undefined
}

/** 一人120, 每人150, 一天一个人200; 厨师一名8000 counts the cook. */
function personLeft(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  const words = text.slice(tokens[at]?.start, tokens[at]?.end)
  if (words === '名' || words === '位') return undefined
  const count = tokens[at - 1]
  if (count === undefined || !touches(text, count, tokens[at])) return undefined
  if (count.numeral?.value !== 1 && !is(count, 'per')) return undefined
  const further = measureLeft(text, tokens, at - 1)
  return further !== undefined && further.measure !== 'person' ? further : { measure: 'person', at: at - 1 }
}
