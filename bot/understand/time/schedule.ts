import type { Token } from '../words/lex.ts'
import { minutesOf, type Said } from './clock.ts'
import { addDays, type Day, dayText, two } from './day.ts'
import type { Present } from './present.ts'
import { readTimeWords, type Span, type TimeWords } from './reading.ts'

export interface Schedule {
  readonly start: string | null
  readonly end: string | null
  readonly past: boolean
  readonly vague: boolean
  /** Only an hour was said, no day. */
  readonly isHourOnly: boolean
  /** Which characters spoke of time. */
  readonly spans: readonly Span[]
  readonly startSpan: Span | undefined
  readonly endSpan: Span | undefined
}

const MINUTES_A_DAY = 1440
const SHANGHAI = '+08:00'

function moment(day: Day, minutes: number | undefined): string {
  if (minutes === undefined) return dayText(day)
  const over = Math.floor(minutes / MINUTES_A_DAY)
  const rest = minutes % MINUTES_A_DAY
  return `${dayText(addDays(day, over))}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:00${SHANGHAI}`
}

interface Hours {
  readonly from: number | undefined
  readonly to: number | undefined
  readonly shift: boolean
}

/** A longer shift than this nobody works: 08:00-05:00 ends in the afternoon, whatever its nought says. */
const LONGEST_SHIFT_MINUTES = 16 * 60

/** Whether the hour the shift begins at tells that its writer counts to twenty-four: 22:00-05:00, but not 8:00-05:00 or 下午02:00-05:00. */
const countsToTwentyFour = (first: Said): boolean => first.part === undefined && (first.exact || first.hour >= 10)

/** The end of a shift lies after its start: 8点到5点 ends at 17:00, 晚8点到4点 the next morning. */
function after(first: Said | undefined, last: Said): number {
  const said = minutesOf(last)
  if (first === undefined) return said
  const from = minutesOf(first)
  const next = said <= from ? said + MINUTES_A_DAY : said
  if (last.part !== undefined) return next
  if (last.exact && countsToTwentyFour(first) && next - from <= LONGEST_SHIFT_MINUTES) return next
  const plain = last.hour * 60 + last.minute
  if (plain > from) return plain
  return last.hour <= 12 && plain + 720 > from ? plain + 720 : plain + MINUTES_A_DAY
}

function hoursOf(words: TimeWords): Hours {
  const first = words.clocks.find((one) => !one.isEnd)
  const last = words.clocks.find((one) => one.isEnd && (first === undefined || one.span.start > first.span.start))
  return {
    from: first && minutesOf(first.clock),
    to: last && after(first?.clock, last.clock),
    shift: first?.shift ?? false,
  }
}

/** A clock time without a day is today's, or tomorrow's when that hour is over; 8点到6点 without a day is only a shift. */
function dayOfHours(words: TimeWords, hours: Hours, { today, minutes }: Present): { day: Day; from: number } | undefined {
  if (hours.from === undefined || hours.shift) return undefined
  if (hours.from > minutes) return { day: today, from: hours.from }
  if (words.now !== undefined) return undefined
  return { day: addDays(today, 1), from: hours.from }
}

/** 今天6点 said at half past nine is 18:00. */
function fromToday(words: TimeWords, from: number | undefined, isToday: boolean, minutes: number): number | undefined {
  const first = words.clocks.find((one) => !one.isEnd)
  if (from === undefined || first === undefined || first.clock.part !== undefined || first.clock.exact || !isToday) return from
  return from <= minutes && from + 720 < MINUTES_A_DAY && first.clock.hour <= 12 ? from + 720 : from
}

const isPast = (day: Day, from: number | undefined, { today, minutes }: Present): boolean =>
  day < today || (from !== undefined && day === today && from < minutes)

/** Puts together when the work starts and ends. */
export function readSchedule(text: string, tokens: readonly Token[], present: Present): Schedule {
  const words = readTimeWords({ text, tokens }, present.today)
  const hours = hoursOf(words)
  const startDays = words.days.find((one) => !one.isEnd)
  const free = startDays === undefined ? dayOfHours(words, hours, present) : undefined
  const day = startDays?.from ?? free?.day ?? (words.now !== undefined ? present.today : undefined)
  const from = startDays === undefined ? free?.from : fromToday(words, hours.from, startDays.from === present.today, present.minutes)
  const span = startDays?.span ?? words.clocks[0]?.span ?? words.now
  const past = day !== undefined && isPast(day, from, present)
  return {
    start: day === undefined || past ? null : moment(day, from),
    end: past ? null : endOf(words, hours, day),
    past,
    vague: words.duration?.vague ?? false,
    isHourOnly: startDays === undefined && words.now === undefined,
    spans: words.now === undefined ? words.spans : [...words.spans, words.now],
    startSpan: day === undefined ? undefined : span,
    endSpan: words.days.find((one) => one.isEnd)?.span ?? startDays?.span ?? words.duration?.span,
  }
}

const overnight = (minutes: number): number => Math.floor(minutes / MINUTES_A_DAY) * MINUTES_A_DAY

/** 今晚7点到明天凌晨2点 names the day of its last hour itself. */
function namesLastDay(words: TimeWords, start: Day): boolean {
  const day = words.days.find((one) => one.isEnd)
  const clock = words.clocks.find((one) => one.isEnd)
  return (
    day !== undefined && clock !== undefined && day.from > start && clock.span.start >= day.span.end && clock.span.start - day.span.end <= 2
  )
}

function endOf(words: TimeWords, hours: Hours, start: Day | undefined): string | null {
  const said = words.days.find((one) => one.isEnd)?.from ?? words.days.find((one) => !one.isEnd)?.to
  if (said !== undefined && (start === undefined || said >= start)) {
    return moment(
      said,
      start === undefined || hours.to === undefined ? undefined : hours.to - (namesLastDay(words, start) ? overnight(hours.to) : 0),
    )
  }
  if (start === undefined) return null
  if (words.duration !== undefined && !words.duration.vague) return moment(addDays(start, words.duration.days - 1), hours.to)
  return hours.to === undefined ? null : moment(start, hours.to)
}
