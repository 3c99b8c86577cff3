import { normalise } from '../normalise/normalise.ts'
import { numeralAt } from '../numbers/numeral.ts'
import { readHeadcount } from '../post/headcount.ts'
import { readPay } from '../post/pay.ts'
import { nothingTaken } from '../post/taken.ts'
import { presentOf } from '../time/present.ts'
import { readSchedule } from '../time/schedule.ts'
import type { Pay } from '../understanding.ts'
import { lex } from '../words/lex.ts'

/** What a slot's answer turns into. `trade` and `place` need the county's words: see `createSlotReader`. */
export interface SlotValues {
  readonly headcount: number
  readonly pay: Pay
  /** `2024-05-07` or with a clock time as an ISO moment. */
  readonly start: string
  readonly end: string
  /** Minutes. */
  readonly hours: number
}

export type PlainSlot = keyof SlotValues

/** `past`: the time is over. `unsure`: nothing exact was said, ask again. */
export type SlotAnswer<T> = T | 'past' | 'unsure'

const MOST_PEOPLE = 500
const MOST_YUAN = 100_000

/** A lone number, with at most a word like 左右 or 吧 behind it. */
function loneNumber(text: string): number | undefined {
  const numeral = numeralAt(text, 0)
  if (numeral === undefined || numeral.vague || numeral.high !== numeral.value) return undefined
  const rest = text.slice(numeral.end).trim()
  return rest === '' || rest === '吧' || rest === '啊' || rest === '。' ? numeral.value : undefined
}

function headcount(text: string): SlotAnswer<number> {
  const alone = loneNumber(text)
  if (alone !== undefined) return Number.isInteger(alone) && alone >= 1 && alone <= MOST_PEOPLE ? alone : 'unsure'
  const found = readHeadcount({ text, tokens: lex(text), taken: nothingTaken(text), cover: [] })
  return found.count === null || found.vague ? 'unsure' : found.count
}

function pay(text: string): SlotAnswer<Pay> {
  const found = readPay({ text, tokens: lex(text), taken: nothingTaken(text), trade: null, isTask: false, cover: [] })
  if (found.vague) return 'unsure'
  if (found.pay !== null) return found.pay
  const alone = loneNumber(text)
  if (alone === undefined || alone <= 0 || alone > MOST_YUAN) return 'unsure'
  return { amountFen: Math.round(alone * 100), unit: alone >= 2000 ? 'month' : 'day' }
}

function moment(field: 'start' | 'end', text: string, now: Temporal.ZonedDateTime): SlotAnswer<string> {
  const found = readSchedule(text, lex(text), presentOf(now))
  if (found.past) return 'past'
  return (field === 'end' ? (found.end ?? found.start) : found.start) ?? 'unsure'
}

/** 8小时, 两个半小时, 半天 (four hours), 90分钟 → minutes. */
function hours(text: string): SlotAnswer<number> {
  if (text.startsWith('半天')) return 240
  const numeral = numeralAt(text, 0)
  if (numeral === undefined || numeral.vague || numeral.high !== numeral.value)
    return text.startsWith('半个小时') || text.startsWith('半小时') ? 30 : 'unsure'
  const rest = text.slice(numeral.end).trim()
  if (rest.startsWith('分钟')) return Math.round(numeral.value)
  const half = rest.startsWith('个半') ? 30 : 0
  const isHours = rest === '' || ['小时', '个小时', '钟头', '个钟', '个半小时', '个半钟', 'h', '时'].some((unit) => rest.startsWith(unit))
  return isHours && numeral.value > 0 && numeral.value <= 24 ? Math.round(numeral.value * 60) + half : 'unsure'
}

/** Reads the answer to one question of the bot: 「3个」「俩」「一百八」「明早七点」. */
export function readPlainSlot<K extends PlainSlot>(slot: K, written: string, now: Temporal.ZonedDateTime): SlotAnswer<SlotValues[K]>
export function readPlainSlot(slot: PlainSlot, written: string, now: Temporal.ZonedDateTime): SlotAnswer<number | string | Pay> {
  const text = normalise(written)
  if (slot === 'headcount') return headcount(text)
  if (slot === 'pay') return pay(text)
  if (slot === 'hours') return hours(text)
  return moment(slot, text, now)
}
