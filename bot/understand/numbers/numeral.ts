import { isAt, LATIN, signs } from '../words/signs.ts'
import { arabicDigitAt, beginsNumeralAt, chineseDigitAt, digitsEnd, isDigitAt, latinScaleAt, scaleAt, wholeAt } from './number-signs.ts'

/** A numeral in a text. `high` differs from `value` for ranges (三五个, 五六百); `vague` when no exact number was meant (百把, 十来). */
export interface Numeral {
  readonly value: number
  readonly high: number
  readonly vague: boolean
  /** Written with Chinese characters only. */
  readonly chinese: boolean
  readonly start: number
  readonly end: number
}

/** No number that anybody writes is longer. */
const LONGEST_NUMERAL = 20

const VAGUE_MARKS = signs('来多几余把')
const VAGUELY_COUNTED = signs('个人名位块元斤天块台棵箱包米平号岁小')
const MEASURES = signs('天个斤公月小钟台吨平趟人晚夜班工件棵亩箱车日位张米方包袋次场户间套筐担单条只名根盆页桶樘套份片块桌盒组节副株对')
const INNER_SIGNS = signs(',.')
const SEVERAL = signs('几数')
/** 伍 by itself is a name, of a village or of its people. */
const SUMS = signs('元圆角分万')
const NAMES_AFTER_WAN = signs('安全家福达寿')

/** Six decimals are more than any price needs, and they keep 0.1 + 0.2 from showing. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6)

interface Run {
  value: number
  high: number
  vague: boolean
  at: number
}

const numeral = (start: number, chinese: boolean, run: Run): Numeral => ({
  value: tidy(run.value),
  high: tidy(run.high),
  vague: run.vague,
  chinese,
  start,
  end: run.at,
})

const digitAt = (text: string, at: number): number => Math.max(chineseDigitAt(text, at), arabicDigitAt(text, at))

/** 两百五, 3k5, 1万2: a single digit after a scale counts a tenth of it; 0 when none stands there. */
function tailDigit(text: string, at: number): number {
  const digit = digitAt(text, at)
  if (digit <= 0) return 0
  if (text.charAt(at) === '一' && isAt(MEASURES, text, at + 1)) return 0
  if (text.charAt(at + 1) === '一' && isAt(MEASURES, text, at + 2)) return digit
  return digitAt(text, at + 1) >= 0 || scaleAt(text, at + 1) > 0 || text.charAt(at + 1) === '.' ? 0 : digit
}

/** The most digits that are summed up one by one. */
const PLAIN_DIGITS = 9

/** 1,500 and 12.5: figures of more than digits, read by the language. */
function writtenFigures(text: string, start: number, whole: number): { value: number; end: number } {
  let end = whole
  while (text.charAt(end) === ',' && end - start <= 3 && isThousands(text, end + 1)) end += 4
  if (text.charAt(end) === '.' && isDigitAt(text, end + 1)) end = digitsEnd(text, end + 1, end + LONGEST_NUMERAL)
  return { value: Number(text.slice(start, end).replaceAll(',', '')), end }
}

function figuresAt(text: string, start: number): { value: number; end: number } {
  const end = digitsEnd(text, start, start + LONGEST_NUMERAL)
  if (end - start > PLAIN_DIGITS || isAt(INNER_SIGNS, text, end)) return writtenFigures(text, start, end)
  let value = 0
  for (let at = start; at < end; at += 1) value = value * 10 + arabicDigitAt(text, at)
  return { value, end }
}

function arabicScale(text: string, at: number): number {
  if (beginsName(text, at)) return 0
  return scaleAt(text, at) || (isAt(LATIN, text, at + 1) ? 0 : latinScaleAt(text, at))
}

function arabic(text: string, start: number): Numeral {
  const { value, end } = figuresAt(text, start)
  const run: Run = { value, high: 0, vague: false, at: end }
  const scale = arabicScale(text, end)
  if (scale > 10) {
    const tail = tailDigit(text, end + 1)
    run.value = run.value * scale + (tail * scale) / 10
    run.at = end + (tail === 0 ? 1 : 2)
  }
  if (run.at - start < 6 && isAt(VAGUE_MARKS, text, run.at) && isAt(VAGUELY_COUNTED, text, run.at + 1)) {
    run.vague = true
    run.at += 1
  }
  run.high = run.value
  return numeral(start, false, run)
}

const isThousands = (text: string, at: number): boolean => digitsEnd(text, at, at + 4) === at + 3 && text.charAt(at + 3) !== ','

/** 一零二四, 幺零二四: digits said one by one. Two neighbours (三五, 七八) are a range instead. */
function digitByDigit(text: string, start: number, end: number): Numeral {
  let value = 0
  for (let at = start; at < end; at += 1) value = value * 10 + Math.max(0, chineseDigitAt(text, at))
  const low = chineseDigitAt(text, start)
  const high = chineseDigitAt(text, start + 1)
  const isRange = end - start === 2 && low > 0 && (high === low + 1 || (low === 3 && high === 5))
  return numeral(start, true, { value: isRange ? low : value, high: isRange ? high : value, vague: false, at: end })
}

/** Reads digits and scales by value: 一千零二十四, 两百五, 三四十, 十五六. */
function scaled(text: string, start: number, end: number): Numeral {
  const run: Run = { value: 0, high: 0, vague: false, at: end }
  let total = 0
  let spread = 0
  let digit = -1
  let second = -1
  let lastScale = 0
  for (let at = start; at < end; at += 1) {
    const scale = scaleAt(text, at)
    if (scale === 0) {
      const value = chineseDigitAt(text, at)
      if (value <= 0) {
        lastScale = 0
        continue
      }
      if (digit >= 0) second = value
      else digit = value
      continue
    }
    const low = digit < 0 ? 1 : digit
    if (second >= 0) spread += (second - low) * scale
    if (scale === 10_000) {
      total = (total + (digit < 0 && total > 0 ? 0 : low)) * scale
      spread *= total > 0 && digit < 0 ? scale : 1
    } else total += low * scale
    lastScale = scale
    digit = -1
    second = -1
  }
  if (digit >= 0) {
    const unit = lastScale >= 100 ? lastScale / 10 : 1
    total += digit * unit
    if (second >= 0) spread += (second - digit) * unit
  }
  run.value = total
  run.high = total + spread
  return numeral(start, true, run)
}

/** 200万安: the county's 万安 and 万全 are no scale. */
const beginsName = (text: string, at: number): boolean => text.charAt(at) === '万' && isAt(NAMES_AFTER_WAN, text, at + 1)

const BEFORE_MEASURE = signs('块毛元十百千万')

/** 一百八一天 is 180 a day: a last 一 before a measure belongs to the measure, but not in 十一天 or 二十一个. */
function isMeasureOne(text: string, start: number, at: number): boolean {
  if (text.charAt(at) !== '一' || at <= start || !isAt(MEASURES, text, at + 1)) return false
  const before = text.charAt(at - 1)
  if (before === '十' || before === '零') return false
  return scaleAt(text, at - 1) >= 100 || isAt(BEFORE_MEASURE, text, at - 2)
}

function chinese(text: string, start: number): Numeral | undefined {
  let end = start
  let scales = 0
  while (end - start < LONGEST_NUMERAL && !beginsName(text, end)) {
    if (scaleAt(text, end) > 0) scales += 1
    else if (chineseDigitAt(text, end) < 0) break
    end += 1
  }
  if (end === start || (end - start === 1 && text.charAt(start) === '伍' && !isAt(SUMS, text, end))) return undefined
  if (isMeasureOne(text, Math.max(0, start - 1), end - 1) && end - start > 1) end -= 1
  if (end - start === 1 && scales === 1 && text.charAt(start) !== '十') return vagueScale(text, start, end)
  const found = scales === 0 ? digitByDigit(text, start, end) : scaled(text, start, end)
  if (scales === 0 || !isAt(VAGUE_MARKS, text, end) || !isAt(VAGUELY_COUNTED, text, end + 1)) return found
  return { ...found, vague: true, end: end + 1 }
}

/** 百把块, 千把块, 百来斤: about a hundred, no more is said. */
function vagueScale(text: string, start: number, end: number): Numeral | undefined {
  const mark = text.charAt(end)
  if (mark !== '把' && mark !== '来' && mark !== '十') return undefined
  const value = scaleAt(text, start)
  return { value, high: value, vague: true, chinese: true, start, end: end + 1 }
}

/** The numeral that begins at `at`, or undefined where none does. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  if (!beginsNumeralAt(text, at)) return undefined
  if (isDigitAt(text, at)) return arabic(text, at)
  const whole = wholeAt(text, at)
  if (whole > 0) return wholeNumber(text, at, whole)
  if (isAt(SEVERAL, text, at)) return severalAt(text, at)
  return chinese(text, at)
}

/** 俩, 廿, 廿五. */
function wholeNumber(text: string, start: number, whole: number): Numeral {
  const digit = whole >= 20 ? Math.max(0, chineseDigitAt(text, start + 1)) : 0
  const value = whole + digit
  return { value, high: value, vague: false, chinese: true, start, end: start + (digit > 0 ? 2 : 1) }
}

/** 几个, 几十个, 几百: a number that only the speaker knows. */
function severalAt(text: string, at: number): Numeral | undefined {
  const scale = scaleAt(text, at + 1)
  if (scale > 0) return { value: scale, high: scale * 9, vague: true, chinese: true, start: at, end: at + 2 }
  return text.charAt(at) === '几' ? { value: 2, high: 9, vague: true, chinese: true, start: at, end: at + 1 } : undefined
}
