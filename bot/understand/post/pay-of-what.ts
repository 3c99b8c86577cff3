import { beginsNumeralAt } from '../numbers/number-signs.ts'
import type { PayUnit } from '../understanding.ts'
import { countsThings } from '../words/count-words.ts'
import { kind } from '../words/kinds.ts'
import { is, type Token, tokenAt } from '../words/lex.ts'
import { AREA, DAY_PAY, GE, HALF_DAY, HOUR_PAY, JOB_PAY, MONTH_PAY, PIECE, WANT } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import type { Candidate, PayContext } from './pay-context.ts'

/** Trades whose work is told by the piece, so that 80一个 is a piece and not a man. */
const PIECE_TRADES: ReadonlySet<string> = new Set(['家具安装', '家电安装', '疏果', '疏通', '采摘'])

const MONTH_FROM_YUAN = 1800

/** A word elsewhere in the line that says what a bare sum is for. */
function lineMeasure(context: PayContext, candidate: Candidate): PayUnit {
  const { tokens, text } = context
  const yuan = candidate.amount.yuan
  if (yuan < 8) return 'piece'
  for (const token of tokens) {
    if (is(token, JOB_PAY) && isBeside(token, candidate) && !(isEnding(text, token) && countsCrowd(context, yuan))) return 'job'
    if (is(token, MONTH_PAY) && yuan >= 1000) return 'month'
    if (is(token, HOUR_PAY) && yuan <= 60) return 'hour'
  }
  if (yuan <= MOST_AN_HOUR && BY_THE_HOUR.some((word) => text.includes(word))) return 'hour'
  if (tokens.some((token) => is(token, HALF_DAY) && text.charAt(token.start - 1) !== '点')) return 'job'
  if (yuan >= 100 && tokens.some((_, at) => isTrip(text, tokens, at))) return 'piece'
  if (tokens.some((token) => is(token, DAY_PAY))) return 'day'
  if (text.includes('人分') || text.includes('平分')) return 'job'
  if (text.endsWith('共', candidate.span.start)) return 'job'
  if (yuan >= 150 && tokens.some((token, at) => isArea(token, tokens[at + 1])) && !countsCrowd(context, yuan)) return 'job'
  if (countsMany(context, yuan)) return 'piece'
  if (yuan >= MONTH_FROM_YUAN && isLasting(text)) return 'month'
  if (isOneOff(context, yuan) || isGiven(context, candidate)) return 'job'
  if (yuan >= MONTH_FROM_YUAN) return countsDays(text) ? 'job' : 'month'
  return 'day'
}

/** 小时工14.5元. */
const BY_THE_HOUR = ['小时工', '钟点工', '时工']
const MOST_AN_HOUR = 60

const BESIDE = 6

const isBeside = ({ start, end }: Token, { span }: Candidate): boolean =>
  Math.min(Math.abs(start - span.end), Math.abs(span.start - end)) <= BESIDE

/** How far the work goes, and not what it is paid by: 下周一前弄好 15个人 120. */
const ENDING_WORDS = '干完 做完 弄完 搬完 拆完 卸完 装完 清完 修好 弄好 做好 装好 全部 全包 全程'.split(' ')
const ENDINGS = wordSet(ENDING_WORDS)

const ENDING_BEFORE_BLANK = ENDING_WORDS.map((words) => `${words} `)

const isEnding = (text: string, { start }: Token): boolean => beginsAt(ENDINGS, text, start)

/** 周五之前弄好 130: not 搬完300, where the sum is for the end of it. */
const isApart = (context: PayContext, { span, amount }: Candidate): boolean =>
  countsCrowd(context, amount.yuan) && ENDING_BEFORE_BLANK.some((words) => context.text.startsWith(words, span.start))

/** Several people and no more than each of them gets for a day. */
function countsCrowd({ text, tokens }: PayContext, yuan: number): boolean {
  const isCrowd = (token: Token, at: number) => {
    const number = tokenAt(tokens, at - 1)
    return is(token, HEADS) && number?.end === token.start && (number.numeral?.value ?? 0) >= A_FEW && !countsThings(text, token.end)
  }
  return yuan < JOB_FROM_YUAN && tokens.some(isCrowd)
}

/** 养鸡场夫妻工 6000包吃包住: whoever lives where he works is paid by the month. */
const LASTING = ['长期', '包吃包住', '包吃住', '包住', '管吃住', '吃住', '住家', '食宿']
const isLasting = (text: string): boolean => LASTING.some((word) => text.includes(word)) && !countsDays(text)

/** 42天 9800, but not 白天 3200, nor 休四天, which is how many of a month are off. */
function countsDays(text: string): boolean {
  for (let at = text.indexOf('天'); at > 0; at = text.indexOf('天', at + 1))
    if (beginsNumeralAt(text, at - 1) && text.charAt(at - 1) !== '一' && text.charAt(at - 2) !== '休') return true
  return false
}

/** Work that is done at once and seldom by the month. */
const ONE_OFF: ReadonlySet<string> = new Set(
  '搬运 装卸 拆除 疏通 防水 泥瓦 木工 油漆 水电 电焊 农活 绿化 家电安装 家具安装 钢筋 采摘 疏果'.split(' '),
)

/** 挂机60 柜机100 学校30台: the price of one of many. */
const countsMany = ({ tokens, trade }: PayContext, yuan: number): boolean =>
  trade !== null &&
  PIECE_TRADES.has(trade) &&
  yuan < 300 &&
  tokens.some((token, at) => (token.numeral?.value ?? 0) >= 5 && is(tokens[at + 1], PIECE) && tokens[at + 1]?.start === token.end)

const HEADS = kind('person', 'ge')

/** 缺4: several, though nothing counts them. */
const seeksSeveral = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => is(token, WANT) && tokens[at + 1]?.start === token.end && isFew(tokens[at + 1]?.numeral?.value))
const isFew = (count: number | undefined): boolean => count !== undefined && count >= 2 && count <= 30

/** What a house needs mended: one sum, not a day's pay. */
const MENDED: ReadonlySet<string> = new Set('疏通 家电安装 家具安装 水电 防水'.split(' '))

/** No day of work is paid as much. */
const JOB_FROM_YUAN = 700

/** 拆老屋 我出2000: so much for a task is for all of it; 通马桶 100: so is what mends a thing. */
function isOneOff({ trade, isTask, tokens }: PayContext, yuan: number): boolean {
  if (trade === null || !isTask || !ONE_OFF.has(trade)) return false
  if (yuan >= JOB_FROM_YUAN) return true
  return (
    MENDED.has(trade) &&
    !seeksSeveral(tokens) &&
    !tokens.some((token, at) => is(token, HEADS) && (tokenAt(tokens, at - 1)?.numeral?.value ?? 0) >= 2)
  )
}

const GIVEN = ['一起', '给', '出', '付', '给你', '我出', '总共', '一共']
const A_FEW = 3

/** 冰柜从车上抬到店里，两人，给100: what is given for a small task is for all of it. */
function isGiven(context: PayContext, { span, amount }: Candidate): boolean {
  const { text, trade, isTask } = context
  if (trade === null || !isTask || !ONE_OFF.has(trade) || amount.yuan >= JOB_FROM_YUAN) return false
  return GIVEN.some((word) => text.endsWith(word, span.start)) && !countsCrowd(context, amount.yuan)
}

/** 拉一趟去福州 600. */
const isTrip = (text: string, tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.numeral?.value === 1 && is(tokens[at + 1], PIECE) && text.startsWith('趟', tokens[at + 1]?.start)

/** 98平, 140平方: a flat of that size is done for one sum. */
const isArea = (token: Token, next: Token | undefined): boolean =>
  (token.numeral?.value ?? 0) >= 20 && is(next, PIECE) && next?.start === token.end && is(next, AREA)

/** What a sum is for: as measured beside it, else as the rest of the line tells. */
export function unitOf(context: PayContext, candidate: Candidate): PayUnit {
  const { measure } = candidate
  if (measure === undefined) return lineMeasure(context, candidate)
  if (measure === 'person' || (measure === 'job' && isApart(context, candidate))) return lineMeasure(context, candidate)
  if (measure === 'hour' && isPerSpot(context, candidate)) return 'piece'
  if (measure === 'job' && candidate.amount.yuan < 50 && isOrder(context, candidate)) return 'piece'
  if (measure !== 'one') return measure
  const pieces = (context.trade !== null && PIECE_TRADES.has(context.trade)) || countsThingsBy(context)
  return pieces || candidate.amount.yuan < 20 ? 'piece' : lineMeasure(context, candidate)
}

/** 180个点 25一个点: a spot that is worked on; elsewhere 一个点 is an hour. */
const isPerSpot = ({ text, tokens }: PayContext, { span }: Candidate): boolean =>
  text.slice(span.start, span.end).includes('个点') &&
  (text.includes('点位') || tokens.some((token) => (token.numeral?.value ?? 0) >= MANY_SPOTS && text.startsWith('个点', token.end)))
const MANY_SPOTS = 5

/** 一单4块: an order of many, not the whole work. */
const isOrder = ({ text }: PayContext, { span }: Candidate): boolean => text.slice(span.start, span.end).includes('一单')

/** 打两个衣柜, 一个1500: when things are counted, one is a thing. */
const countsThingsBy = ({ text, tokens }: PayContext): boolean =>
  tokens.some((token, at) => is(token, GE) && (tokenAt(tokens, at - 1)?.numeral?.value ?? 0) >= 2 && countsThings(text, token.end))
