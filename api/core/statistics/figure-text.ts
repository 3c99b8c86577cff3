import { OWN_UNIT_WORD, SCALE_WORD, UNIT_WORD } from './figure-copy.ts'
import type { MetricUnit } from './metric-row.ts'

/** A figure as people read it: 「12.34」 and 「万元」. */
export interface FigureText {
  readonly number: string
  readonly unit: string
}

export interface Measured {
  readonly id: string
  readonly unit: MetricUnit
}

const FEN_PER_YUAN = 100
const YUAN_PER_WAN = 10_000
const YUAN_PER_YI = 100_000_000
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = 1440
/** So many of a smaller unit are said in it before the larger one takes over. */
const HOURS_FROM_MINUTES = 120
const DAYS_FROM_MINUTES = 2 * MINUTES_PER_DAY

const format = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const [WHOLE, ONE, TWO] = [format(0), format(1), format(2)]
const SHORT = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })

const money = (yuan: number): FigureText => {
  const size = Math.abs(yuan)
  if (size >= YUAN_PER_YI) return { number: TWO.format(yuan / YUAN_PER_YI), unit: SCALE_WORD.yiYuan }
  if (size >= YUAN_PER_WAN) return { number: TWO.format(yuan / YUAN_PER_WAN), unit: SCALE_WORD.wanYuan }
  return { number: (Number.isInteger(yuan) ? WHOLE : TWO).format(yuan), unit: SCALE_WORD.yuan }
}

const time = (minutes: number): FigureText => {
  if (minutes >= DAYS_FROM_MINUTES) return { number: SHORT.format(minutes / MINUTES_PER_DAY), unit: SCALE_WORD.days }
  if (minutes >= HOURS_FROM_MINUTES) return { number: SHORT.format(minutes / MINUTES_PER_HOUR), unit: SCALE_WORD.hours }
  return { number: WHOLE.format(minutes), unit: SCALE_WORD.minutes }
}

/** The same figure reads the same wherever it is shown. */
export function figureText({ id, unit }: Measured, value: number): FigureText {
  switch (unit) {
    case 'fen':
      return money(value / FEN_PER_YUAN)
    case 'ratio':
      return { number: ONE.format(value * 100), unit: '%' }
    case 'perJob':
      return { number: TWO.format(value), unit: UNIT_WORD.perJob }
    case 'minutes':
      return time(value)
    default:
      return { number: SHORT.format(value), unit: OWN_UNIT_WORD[id] ?? UNIT_WORD[unit] }
  }
}
