import { beginsNumeralAt } from '../numbers/number-signs.ts'
import { kind } from '../words/kinds.ts'
import { is, isNear, type Lexed, type Token, tokenAt } from '../words/lex.ts'
import { EXTRA_MONEY, OTHER_MONEY } from '../words/money-words.ts'
import { EXTRA, WAGE } from '../words/tags.ts'
import { endAt } from '../words/trie.ts'
import type { WordSet } from '../words/word-set.ts'
import type { Amount } from './amount.ts'

/** What may stand between the name of another sum and the sum: 加班一小时20. */
const BETWEEN = kind(
  'hour',
  'day',
  'day-unit',
  'per',
  'person',
  'ge',
  'piece',
  'money-sign',
  'wage',
  'month',
  'want',
  'colon',
  'half-day',
  'range',
  'about',
)

const MOST_BETWEEN = 5

/** 底薪2500提成三个点: what is said to be the base is no commission. */
const BASE = kind('month-pay')

/** What is paid for something else than the work: 楼层费10块. */
const OTHER_FEES = ['楼层费', '学费', '培训费', '报名费', '体检费', '服装费', '材料费', '管理费', '过路费', '住宿费']

/** 30补贴, but not 180油补30, where the name is that of the next sum. */
function isNamedBehind(text: string, at: number, names: WordSet): boolean {
  const end = endAt(names, text, at)
  return end > 0 && !beginsNumeralAt(text, end)
}

/** Whether a sum is no pay but a deposit, a supplement, a fee; `right` is where the tokens go on behind it and its measure. */
export function isOtherMoney(line: Lexed, amount: Amount, right: number): boolean {
  const { text, tokens } = line
  if (OTHER_FEES.some((fee) => text.endsWith(fee, tokens[amount.at]?.start))) return true
  if (is(tokenAt(tokens, amount.at - 1), BASE)) return false
  if (isNamedBehind(text, tokens[right - 1]?.end ?? 0, right > amount.next ? EXTRA_MONEY : OTHER_MONEY)) return true
  if (isNamedBehind(text, tokens[amount.next - 1]?.end ?? 0, OTHER_MONEY)) return true
  for (let here = amount.at - 1; here >= 0 && here >= amount.at - MOST_BETWEEN; here -= 1) {
    const token = tokens[here]
    if (token === undefined || !isNear(text, token, tokens[here + 1], 3)) return false
    if (is(token, EXTRA) && text.charAt(token.end) === '到') return false
    if (is(token, EXTRA)) return !is(token, WAGE) && belongs(token, tokens[here + 1])
    if (token.numeral !== undefined ? token.numeral.value !== 1 : !is(token, BETWEEN)) return false
  }
  return false
}

/** 补20 and 补贴 20, but not 谁来补 300. */
const belongs = (token: Token, next: Token | undefined): boolean =>
  (next?.start ?? 0) - token.end <= (token.end - token.start === 1 ? 0 : 3)
