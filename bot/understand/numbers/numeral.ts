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

const DIGIT: ReadonlyMap<string, number> = new Map([
  ...Array.from('零一二三四五六七八九', (sign, value) => [sign, value] as const),
  ...Array.from('〇壹贰叁肆', (sign, value) => [sign, value] as const),
  ...([
    ['两', 2],
    ['幺', 1],
    ['柒', 7],
    ['捌', 8],
    ['玖', 9],
    ['伍', 5],
  ] as const),
])

const SCALE: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 10_000],
])

const LATIN_SCALE: ReadonlyMap<string, number> = new Map([
  ['k', 1000],
  ['K', 1000],
  ['w', 10_000],
  ['W', 10_000],
])

const WHOLE: ReadonlyMap<string, number> = new Map([
  ['俩', 2],
  ['仨', 3],
  ['廿', 20],
  ['卅', 30],
])

/** What a UTF-16 unit can be in a numeral, so that most characters of a line are passed over with one look. */
const NUMERIC = new Uint8Array(65_536)
for (const sign of [...'0123456789几数', ...DIGIT.keys(), ...SCALE.keys(), ...WHOLE.keys()]) NUMERIC[sign.charCodeAt(0)] = 1

export const beginsNumeral = (unit: number): boolean => NUMERIC[unit] === 1

/** No number that anybody writes is longer. */
const LONGEST_NUMERAL = 20

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1

const isVagueMark = (sign: string): boolean => sign === '来' || sign === '多' || sign === '几' || sign === '余' || sign === '把'

/** Six decimals are more than any price needs, and they keep 0.1 + 0.2 from showing. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

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

/** 两百五, 3k5, 1万2: a single digit after a scale counts a tenth of it. */
function tailDigit(text: string, at: number): number | undefined {
  const sign = text.charAt(at)
  const digit = DIGIT.get(sign) ?? (isDigit(sign) ? Number(sign) : undefined)
  if (digit === undefined || digit === 0) return undefined
  const next = text.charAt(at + 1)
  if (sign === '一' && next !== '' && MEASURES.includes(next)) return undefined
  if (next === '一' && MEASURES.includes(text.charAt(at + 2)) && at + 2 < text.length) return digit
  return isDigit(next) || DIGIT.has(next) || SCALE.has(next) || next === '.' ? undefined : digit
}

function arabic(text: string, start: number): Numeral {
  let at = start
  while (isDigit(text.charAt(at)) && at - start < LONGEST_NUMERAL) at += 1
  let digits = text.slice(start, at)
  while (text.charAt(at) === ',' && at - start <= 3 && isThousands(text, at + 1)) {
    digits += text.slice(at + 1, at + 4)
    at += 4
  }
  if (text.charAt(at) === '.' && isDigit(text.charAt(at + 1))) {
    let end = at + 1
    while (isDigit(text.charAt(end)) && end - at < LONGEST_NUMERAL) end += 1
    digits += text.slice(at, end)
    at = end
  }
  const run: Run = { value: Number(digits), high: 0, vague: false, at }
  const sign = text.charAt(at)
  const scale = beginsName(text, at)
    ? undefined
    : (SCALE.get(sign) ?? (isLatinLetter(text.charAt(at + 1)) ? undefined : LATIN_SCALE.get(sign)))
  if (scale !== undefined && scale > 10) {
    const tail = tailDigit(text, at + 1)
    run.value = run.value * scale + (tail === undefined ? 0 : (tail * scale) / 10)
    run.at = at + (tail === undefined ? 1 : 2)
  }
  if (run.at - start < 6 && isVagueMark(text.charAt(run.at)) && isVagueHere(text, run.at)) {
    run.vague = true
    run.at += 1
  }
  run.high = run.value
  return numeral(start, false, run)
}

const isLatinLetter = (sign: string): boolean => (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')

const isThousands = (text: string, at: number): boolean =>
  [0, 1, 2].every((ahead) => isDigit(text.charAt(at + ahead))) && !isDigit(text.charAt(at + 3)) && text.charAt(at + 3) !== ','

/** 10来个 is vague, 招10来帮忙 is not: a counter or money must follow. */
function isVagueHere(text: string, at: number): boolean {
  const next = text.charAt(at + 1)
  return '个人名位块元斤天块台棵箱包米平号岁小'.includes(next) && next !== ''
}

/** 一零二四, 幺零二四: digits said one by one. Two neighbours (三五, 七八) are a range instead. */
function digitByDigit(text: string, start: number, end: number): Numeral {
  let value = 0
  for (let at = start; at < end; at += 1) value = value * 10 + (DIGIT.get(text.charAt(at)) ?? 0)
  const run: Run = { value, high: value, vague: false, at: end }
  if (end - start === 2) {
    const low = DIGIT.get(text.charAt(start)) ?? 0
    const high = DIGIT.get(text.charAt(start + 1)) ?? 0
    if (low > 0 && (high === low + 1 || (low === 3 && high === 5))) Object.assign(run, { value: low, high })
  }
  return numeral(start, true, run)
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
    const sign = text.charAt(at)
    const scale = SCALE.get(sign)
    if (scale === undefined) {
      const value = DIGIT.get(sign) ?? 0
      if (value === 0) {
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

const MEASURES = '天个斤公月小钟台吨平趟人晚夜班工件棵亩箱车日位张米方包袋次场户间套筐担单条只名根盆页桶樘套份片块桌盒组节副株对'

/** 200万安: the county's 万安 and 万全 are no scale. */
const beginsName = (text: string, at: number): boolean => text.charAt(at) === '万' && '安全家福达寿'.includes(text.charAt(at + 1) || ' ')

/** 一百八一天 is 180 a day: a last 一 before a measure belongs to the measure, but not in 十一天 or 二十一个. */
function isMeasureOne(text: string, start: number, at: number): boolean {
  if (text.charAt(at) !== '一' || at <= start || !MEASURES.includes(text.charAt(at + 1)) || at + 1 >= text.length) return false
  const before = text.charAt(at - 1)
  if (before === '十' || before === '零') return false
  if ((SCALE.get(before) ?? 0) >= 100) return true
  return '块毛元百千万'.includes(text.charAt(at - 2)) && at >= 2
}

function chinese(text: string, start: number): Numeral | undefined {
  let end = start
  let scales = 0
  while (end < text.length && end - start < LONGEST_NUMERAL && NUMERIC[text.charCodeAt(end)] === 1) {
    const sign = text.charAt(end)
    if (beginsName(text, end)) break
    if (SCALE.has(sign)) scales += 1
    else if (!DIGIT.has(sign)) break
    end += 1
  }
  if (end === start) return undefined
  if (isMeasureOne(text, Math.max(0, start - 1), end - 1) && end - start > 1) {
    end -= 1
    if (SCALE.has(text.charAt(end))) scales -= 1
  }
  const first = text.charAt(start)
  if (end - start === 1 && scales === 1 && first !== '十') return vagueScale(text, start, end)
  const found = scales === 0 ? digitByDigit(text, start, end) : scaled(text, start, end)
  if (!isVagueMark(text.charAt(end)) || !(scales > 0) || !isVagueHere(text, end)) return found
  return { ...found, vague: true, end: end + 1 }
}

/** 百把块, 千把块, 百来斤: about a hundred, no more is said. */
function vagueScale(text: string, start: number, end: number): Numeral | undefined {
  const mark = text.charAt(end)
  if (mark !== '把' && mark !== '来' && mark !== '十') return undefined
  const value = SCALE.get(text.charAt(start)) ?? 0
  return { value, high: value, vague: true, chinese: true, start, end: end + 1 }
}

/** The numeral that begins at `at`, or undefined where none does. */
export function numeralAt(text: string, at: number): Numeral | undefined {
  if (at >= text.length || NUMERIC[text.charCodeAt(at)] !== 1) return undefined
  const sign = text.charAt(at)
  if (isDigit(sign)) return arabic(text, at)
  const whole = WHOLE.get(sign)
  if (whole !== undefined) return { value: whole, high: whole, vague: false, chinese: true, start: at, end: at + 1 }
  if (sign === '几' || sign === '数') return severalAt(text, at)
  return chinese(text, at)
}

/** 几个, 几十个, 几百: a number that only the speaker knows. */
function severalAt(text: string, at: number): Numeral | undefined {
  const scale = SCALE.get(text.charAt(at + 1))
  if (scale !== undefined) return { value: scale, high: scale * 9, vague: true, chinese: true, start: at, end: at + 2 }
  return text.charAt(at) === '几' ? { value: 2, high: 9, vague: true, chinese: true, start: at, end: at + 1 } : undefined
}
