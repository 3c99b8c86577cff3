import type { Present } from '../time/present.ts'
import type { JobDraft } from '../understanding.ts'
import { kind } from '../words/kinds.ts'
import { is, tokenAt, tokenFrom } from '../words/lex.ts'
import { hasSign, isAll, isAt, signs } from '../words/signs.ts'
import { EACH, ONE_WANTED } from '../words/tags.ts'
import { type JobReading, type PostTools, readJob } from './draft.ts'
import type { TradeHit } from './trade.ts'

/** Words for people that name no job of their own. */
const NO_JOB_WORDS: ReadonlySet<string> = new Set(['男工', '女工', '工人', '小时工', '日结工', '临时工', '师傅'])

/** A message with more jobs than this is no message of one employer; what follows is left for the next one. */
const MOST_JOBS = 8
const MOST_TRADES = 32
const MOST_PIECES = 3

const COUNTERS = kind('ge', 'person')

interface Anchor {
  readonly hit: TradeHit
  readonly start: number
}

interface Group {
  readonly words: string
  readonly trade: string
  readonly texts: string[]
}

const isJobWord = (hit: TradeHit): boolean => hit.weight >= 2 && !NO_JOB_WORDS.has(hit.words)

/** Trade words beside a number of people: 大工2个, 三个小工. Their places cut the message into jobs. */
function anchorsOf(text: string, reading: JobReading): readonly Anchor[] {
  const anchors: Anchor[] = []
  for (let index = 0; index < reading.trades.length && index < MOST_TRADES; index += 1) {
    const hit = reading.trades[index]
    if (hit === undefined || NO_JOB_WORDS.has(hit.words)) continue
    const before = countBefore(text, reading, hit)
    if (before !== undefined && !isOwned(reading.trades, index, before)) anchors.push({ hit, start: before })
    else if (isJobWord(hit) && numberFollows(text, reading, hit)) anchors.push({ hit, start: hit.start })
  }
  return anchors
}

/** 木工2个小工: the number belongs to the trade that stands right before it. */
function isOwned(trades: readonly TradeHit[], index: number, number: number): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const other = trades[before]
    if (other === undefined || other.end < number - 1) return false
    if (other.end <= number && isJobWord(other)) return true
  }
  return false
}

function countBefore(text: string, { tokens }: JobReading, hit: TradeHit): number | undefined {
  const next = tokenFrom(tokens, hit.start)
  const last = (tokenAt(tokens, next - 1)?.end ?? 0) <= hit.start ? next - 1 : next - 2
  const counter = tokenAt(tokens, last)
  const number = tokenAt(tokens, last - 1)
  if (counter === undefined) return undefined
  if (is(counter, ONE_WANTED) && counter.end === hit.start) return counter.start
  if (text.slice(counter.end, hit.start).trim() !== '') return undefined
  if (counter.numeral !== undefined && counter.end === hit.start && counter.numeral.value < 100) return counter.start
  if (!is(counter, COUNTERS) || number?.numeral === undefined || number.end !== counter.start) return undefined
  return number.start
}

const LONGEST_FILLER = 4
const NUMBER_BREAKS = signs(',。;\n')

/** Whether a number stands right behind a trade, or behind words that may stand between the two. */
function numberFollows(text: string, { tokens }: JobReading, hit: TradeHit): boolean {
  for (let index = tokenFrom(tokens, hit.end); ; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.start - hit.end > LONGEST_FILLER) return false
    if (token.numeral !== undefined) return !hasSign(NUMBER_BREAKS, text.slice(hit.end, token.start))
    if (!FILLERS.has(text.slice(token.start, token.end))) return false
  }
}

const FILLERS: ReadonlySet<string> = new Set('师傅 阿姨 工 员 : 要 招 来 需 需要 缺 每天 一天 日薪 工资 月薪 女 男'.split(' '))

function groupsOf(text: string, anchors: readonly Anchor[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const [index, anchor] of anchors.entries()) {
    const next = anchors[index + 1]
    const end = next === undefined ? text.length : clauseStart(text, next.start, anchor.hit.end)
    const group = groups.get(anchor.hit.words) ?? { words: anchor.hit.words, trade: anchor.hit.trade, texts: [] }
    if (group.texts.length < MOST_PIECES)
      group.texts.push(text.slice(clauseStart(text, anchor.start, anchors[index - 1]?.hit.end ?? 0), end))
    groups.set(anchor.hit.words, group)
  }
  return [...groups.values()].slice(0, MOST_JOBS)
}

const CLAUSE_BREAKS = signs(',，。;；\n')
const AMOUNTS = signs('0123456789元块百/')
const LISTING = signs('、,和跟与及 师傅')

/** 后天装箱5个人: a few words before it in its clause belong to a job, unless they hold a number of the job before. */
function clauseStart(text: string, from: number, least: number): number {
  for (let at = from; at > least && from - at <= 8; at -= 1) {
    if (isAt(CLAUSE_BREAKS, text, at - 1)) return at
    if (isAt(AMOUNTS, text, at - 1)) return from
  }
  return from
}

/** 木工、水电工、泥水工各2名: a list of trades that share one number. */
function eachOf(text: string, reading: JobReading): readonly TradeHit[] {
  const each = reading.tokens.find((token) => is(token, EACH))
  if (each === undefined) return []
  const before = reading.trades.filter((hit) => isJobWord(hit) && hit.end <= each.start && each.start - hit.end <= 24)
  const kept: TradeHit[] = []
  for (const hit of before.toReversed()) {
    const next = kept[0]?.start ?? each.start
    if (!isAll(LISTING, text.slice(hit.end, next))) break
    kept.unshift(hit)
  }
  return kept
}

/**
 * The jobs of a message: usually one. Where several trades stand with their own numbers each becomes a job that inherits what was
 * said for all (time, place, perks, phone).
 */
export function readJobs(text: string, tools: PostTools, now: Present): readonly JobReading[] {
  const whole = readJob(text, tools, now)
  const each = eachOf(text, whole)
  if (each.length >= 2)
    return each.map((hit) => ({ ...whole, draft: { ...whole.draft, trade: hit.trade, certs: certsOf(whole.draft, text, hit, tools) } }))
  const groups = groupsOf(text, anchorsOf(text, whole))
  if (groups.length < 2) return [whole]
  const parts = groups.map((group) => joined(group, tools, now))
  const counted = parts.filter((part) => part.draft.headcount !== null).length
  const paid = parts.filter((part) => part.draft.pay !== null).length
  const placed = parts.every((part) => part.draft.place !== null)
  if (counted < 2 && !(paid >= 2 && counted + paid >= 3) && !(paid >= 2 && parts.length === paid)) return [whole]
  return parts
    .filter((part) => part.draft.headcount !== null || part.draft.pay !== null)
    .map((part, index) => inherit(part, whole, { groups, index, paid, placed }))
}

const certsOf = (draft: JobDraft, _text: string, hit: TradeHit, tools: PostTools): readonly string[] => {
  const licence = tools.trades.licence(hit.trade)
  return licence === null ? [] : draft.certs.filter((cert) => cert === licence)
}

/** The words of one job may stand in two places: 大工三百五小工两百二 大工2个小工4个. */
function joined(group: Group, tools: PostTools, now: Present): JobReading {
  const readings = group.texts.map((text) => readJob(text, tools, now))
  const first = readings[0] ?? readJob('', tools, now)
  const counted = readings.find((one) => one.draft.headcount !== null)
  const paid = readings.filter((one) => one.draft.pay !== null).toSorted((one, other) => one.payAt - other.payAt)[0]
  const draft = { ...first.draft, trade: group.trade, headcount: counted?.draft.headcount ?? null, pay: paid?.draft.pay ?? null }
  return { ...first, draft }
}

function inherit(
  part: JobReading,
  whole: JobReading,
  at: { groups: readonly Group[]; index: number; paid: number; placed: boolean },
): JobReading {
  const own = part.draft
  const all = whole.draft
  const isLast = at.index === at.groups.length - 1
  const draft: JobDraft = {
    trade: own.trade,
    headcount: own.headcount,
    pay: own.pay ?? (at.paid <= 1 ? all.pay : null),
    start: own.start ?? all.start,
    end: own.start === null ? (own.end ?? all.end) : own.end,
    place: own.place !== null && (!isLast || at.placed) ? own.place : (all.place ?? own.place),
    certs: own.certs,
    perks: all.perks,
    insurance: all.insurance,
    phone: all.phone,
  }
  return { ...part, draft, findings: whole.findings, explain: part.explain }
}
