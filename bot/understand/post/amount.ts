import { kind } from '../words/kinds.ts'
import { is, type Token, tokenAt, touches } from '../words/lex.ts'
import { isAt, isHanAt, signs } from '../words/signs.ts'
import { FEN, HALF, JIAO, METRE, MONEY_SIGN, RANGE, YUAN } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'

/** A sum of money as written: yuan, whether a currency word stood by it, and where the tokens go on. */
export interface Amount {
  readonly yuan: number
  readonly vague: boolean
  readonly marked: boolean
  /** 200米 may be money or length: its unit decides. */
  readonly metre: boolean
  readonly at: number
  readonly next: number
}

const JOINTS: ReadonlySet<string> = new Set(['-', '~', '—', '–', '到', '至', '--'])
const UNITS = kind('piece', 'day', 'hour', 'month', 'ge', 'person', 'day-unit', 'lot', 'week')

/** 200-250 and 三百到五百 give the lower end; 3-4千 lends its scale to both. */
function skipRange(text: string, tokens: readonly Token[], at: number): { next: number; scale: number } {
  const joint = tokens[at + 1]
  const second = tokens[at + 2]
  if (joint === undefined || second?.numeral === undefined || !is(joint, RANGE)) return { next: at + 1, scale: 1 }
  if (!touches(text, tokens[at], joint) || !touches(text, joint, second)) return { next: at + 1, scale: 1 }
  if (!JOINTS.has(text.slice(joint.start, joint.end))) return { next: at + 1, scale: 1 }
  const first = tokens[at]?.numeral?.value ?? 0
  const high = second.numeral.value
  if (high < first) return { next: at + 1, scale: 1 }
  const thousands = first < 10 && high >= 1000 && high < 10_000
  return { next: at + 3, scale: thousands ? 1000 : 1 }
}

/** 12块5, 一块二毛五, 8毛: the yuan behind the first currency word. */
function change(text: string, tokens: readonly Token[], at: number): { yuan: number; next: number } {
  const token = tokens[at]
  const digit = token?.numeral
  if (digit === undefined || token?.start !== tokens[at - 1]?.end || digit.value > 9.9 || digit.end - digit.start > 2)
    return { yuan: 0, next: at }
  const after = tokens[at + 1]
  const glued = after !== undefined && after.start === token?.end
  if (glued && is(after, JIAO)) return { yuan: digit.value / 10, next: at + 2 }
  // 6块一盏: what follows the one is counted, whether we know it or not.
  if (digit.chinese && digit.value === 1 && isHanAt(text, token?.end ?? text.length)) return { yuan: 0, next: at }
  if (!Number.isInteger(digit.value)) return { yuan: 0, next: at }
  const isUnit = is(after, UNITS)
  return glued && isUnit ? { yuan: 0, next: at } : { yuan: digit.value / 10, next: at + 1 }
}

/** 80米 一米25: then the other metres are a length. */
const BY_THE_METRE = ['一米', '每米', '/米', '按米']

/** A hundred-yuan note: 四张一天. */
const NOTE_YUAN = 100
const MOST_NOTES = 12
const A_DAY = wordSet(['一天', '每天', '/天', '一工', '一个工', '日结', '一晚'])

const isNotes = (text: string, number: Token, unit: Token): boolean =>
  text.charAt(unit.start) === '张' && beginsAt(A_DAY, text, unit.start + 1) && (number.numeral?.value ?? MOST_NOTES + 1) <= MOST_NOTES

const BROKEN = ['掉了', '裂了', '坏了', '碎了', '破了', '塌了', '烂了', '少了', '缺了', '脱了', '倒了', '换', '补', '铺', '贴', '砌']

const BLOCKS = ['砖', '瓦', '木板', '石板']

/** 砖要人挑 一块两毛: each brick for two jiao. */
const isOneBlock = (text: string, number: Token | undefined, currency: Token): boolean =>
  text.startsWith('一块', number?.start) && isAt(JIAOS, text, currency.end + 1) && BLOCKS.some((block) => text.includes(block))
const JIAOS = signs('毛角')

/** 瓷砖掉了几块, 换50块天花板: 块 counts what is flat. */
const countsBlocks = (text: string, number: Token | undefined, currency: Token): boolean =>
  isOneBlock(text, number, currency) ||
  (text.charAt(currency.start) === '块' && currency.end - currency.start === 1 && BROKEN.some((word) => text.endsWith(word, number?.start)))

const AFTER_MONEY = signs('一每个/斤钱整左上起以多半毛角到至两三四五六七八九十')

/** 三元荆西, 三元城关: a district of the city, and no three yuan. */
function isDistrict(text: string, number: Token | undefined, currency: Token): boolean {
  if (number === undefined || !text.startsWith('三元', number.start) || currency.end !== number.start + 2) return false
  const next = text.charCodeAt(currency.end)
  return next >= 0x4e00 && next <= 0x9fff && !isAt(AFTER_MONEY, text, currency.end)
}

export function amountAt(text: string, tokens: readonly Token[], at: number): Amount | undefined {
  const numeral = tokens[at]?.numeral
  if (numeral === undefined) return undefined
  const signed = is(tokenAt(tokens, at - 1), MONEY_SIGN)
  const { next, scale } = skipRange(text, tokens, at)
  const currency = tokens[next]
  const base = { vague: numeral.vague, metre: false, at }
  const value = numeral.value * scale
  if (currency === undefined || !touches(text, tokens[next - 1], currency)) return { ...base, yuan: value, marked: signed, next }
  const number = tokens[at]
  if (number !== undefined && next === at + 1 && isNotes(text, number, currency))
    return { ...base, yuan: value * NOTE_YUAN, marked: true, next: next + 1 }
  if (is(currency, YUAN)) {
    if (isDistrict(text, tokens[at], currency) || countsBlocks(text, tokens[at], currency)) return undefined
    const half = is(tokens[next + 1], HALF) && tokens[next + 1]?.start === currency.end
    const rest = half ? { yuan: 0.5, next: next + 2 } : change(text, tokens, next + 1)
    return { ...base, yuan: value + rest.yuan, marked: true, next: rest.next }
  }
  if (is(currency, JIAO)) {
    const rest = change(text, tokens, next + 1)
    return { ...base, yuan: (value + rest.yuan) / 10, marked: true, next: rest.next }
  }
  if (is(currency, FEN)) {
    const rest = change(text, tokens, next + 1)
    return { ...base, yuan: (value + rest.yuan) / 100, marked: true, next: rest.next }
  }
  if (is(currency, METRE) && BY_THE_METRE.some((words) => text.includes(words))) return undefined
  if (is(currency, METRE)) return { ...base, yuan: value, marked: false, metre: true, next: next + 1 }
  return { ...base, yuan: value, marked: signed, next }
}
