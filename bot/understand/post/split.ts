import type { Present } from '../time/present.ts'
import type { JobDraft } from '../understanding.ts'
import { kind } from '../words/kinds.ts'
import { is } from '../words/lex.ts'
import { isAll, isAt, signs } from '../words/signs.ts'
import { EACH } from '../words/tags.ts'
import { anchorsOf, isJobWord } from './anchors.ts'
import { cutsOf } from './cuts.ts'
import { type JobReading, type PostTools, readJob } from './draft.ts'
import { masterPaid, paidBehind } from './paid-behind.ts'
import { paidInRow } from './paid-in-row.ts'
import { type Anchor, withSegments } from './segments.ts'
import { namesWorker, type TradeHit } from './trade.ts'

/** A message with more jobs is no message of one employer; what follows is left for the next one. */
const MOST_JOBS = 8
const MOST_PIECES = 3

interface Group {
  readonly words: string
  readonly trade: string
  readonly texts: string[]
  readonly start: number
}

function groupsOf(text: string, anchors: readonly Anchor[], cuts: readonly number[]): readonly Group[] {
  const groups = new Map<string, Group>()
  const starts = anchors.map((anchor, index) => clauseStart(text, { from: anchor.start, least: anchors[index - 1]?.hit.end ?? 0, cuts }))
  for (const [index, anchor] of anchors.entries()) {
    const start = starts[index] ?? 0
    const group = groups.get(anchor.hit.words) ?? { words: anchor.hit.words, trade: anchor.hit.trade, texts: [], start }
    if (group.texts.length < MOST_PIECES) group.texts.push(text.slice(start, starts[index + 1] ?? text.length))
    groups.set(anchor.hit.words, group)
  }
  return [...groups.values()].slice(0, MOST_JOBS)
}

const CLAUSE_BREAKS = signs(',，。;；\n')
const AMOUNTS = signs('0123456789元块百/')
const LISTING = signs('、,和跟与及 师傅')

/**
 * 后天装箱5个人: a few words before it in its clause belong to a job, unless they hold a number of the job before. All since the
 * message passed on to it does: ;另外后天要个会开车的司机.
 */
function clauseStart(text: string, { from, least, cuts }: { from: number; least: number; cuts: readonly number[] }): number {
  const cut = cuts.findLast((one) => one <= from)
  if (cut !== undefined && cut > least) return cut
  for (let at = from; at > least && from - at <= 8; at -= 1) {
    if (isAt(CLAUSE_BREAKS, text, at - 1)) return at
    if (text.charAt(at - 1) === ' ' && at < from && isAt(AMOUNTS, text, at - 2)) return at
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
  const crafts = before.filter(namesWorker)
  for (const hit of (crafts.length >= 2 ? crafts : before).toReversed()) {
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
    return each.map((hit) => {
      const draft = {
        ...whole.draft,
        trade: hit.trade,
        certs: certsOf(whole.draft, hit, tools),
        pay: ownPay(whole, text, hit, { tools, now }),
      }
      return { ...whole, draft }
    })
  const cuts = cutsOf(text, whole.tokens)
  const anchors = withSegments(anchorsOf(text, whole), { text, cuts, tools, now })
  if (anchors.length < 2) return [whole]
  const groups = groupsOf(text, anchors, cuts)
  if (groups.length < 2) return [whole]
  const told = masterPaid(paidBehind(groups.map((group) => joined(group, tools, now))), text)
  const parts = paidInRow(told, whole, text, anchors.at(-1)?.hit.end ?? 0)
  const counted = parts.filter((part) => part.draft.headcount !== null).length
  const paid = parts.filter((part) => part.draft.pay !== null).length
  const placed = parts.every((part) => part.draft.place !== null)
  if (counted < 2 && !(paid >= 2 && counted + paid >= 3) && !(paid >= 2 && parts.length === paid)) return [whole]
  const shared = { text, count: eachCount(text, whole), paid, placed, late: whole.startAt >= (anchors.at(-1)?.hit.end ?? 0) }
  return parts
    .map((part, index) => ({ part, at: groups[index]?.start ?? 0, isLast: index === groups.length - 1 }))
    .filter(({ part }) => part.draft.headcount !== null || part.draft.pay !== null)
    .map((one) => inherit(one, whole, shared))
}

interface Means {
  readonly tools: PostTools
  readonly now: Present
}

/** 木匠瓦匠各两名，木匠400瓦匠380: what each is paid may stand behind, by the name of his craft. */
function ownPay(whole: JobReading, text: string, hit: TradeHit, { tools, now }: Means): JobDraft['pay'] {
  const again = whole.trades.find((one) => one.start > hit.end && one.words === hit.words)
  if (again === undefined) return whole.draft.pay
  const next = whole.trades.find((one) => one.start >= again.end && isJobWord(one))
  return readJob(text.slice(again.start, next?.start ?? text.length), tools, now).draft.pay ?? whole.draft.pay
}

const EACH_WANTED = kind('each', 'want')

/** 各要两个 behind a list of jobs that says no other number of people. */
function eachCount(text: string, { tokens }: JobReading): number | null {
  const at = tokens.findIndex((token) => is(token, EACH_WANTED) && text.charAt(token.start) === '各')
  const number = at < 0 ? undefined : tokens[at + 1]
  const value = number !== undefined && number.start - (tokens[at]?.end ?? 0) <= 2 ? (number.numeral?.value ?? 0) : 0
  return value >= 1 && value <= 100 ? value : null
}

const certsOf = (draft: JobDraft, hit: TradeHit, tools: PostTools): readonly string[] => {
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

interface Part {
  readonly part: JobReading
  readonly at: number
  readonly isLast: boolean
}

interface Shared {
  readonly text: string
  readonly count: number | null
  readonly paid: number
  readonly placed: boolean
  /** The day is said behind the last job and so for all. */
  readonly late: boolean
}

/** 健康证都要: the licence that is said last is asked of all. */
const FOR_ALL = ['证都', '都要证', '都带证', '都有证', '都要健康证', '都要带']

function inherit({ part, at, isLast }: Part, whole: JobReading, shared: Shared): JobReading {
  const own = part.draft
  const all = whole.draft
  const dated = shared.late || (whole.startAt >= 0 && whole.startAt < at)
  const draft: JobDraft = {
    trade: own.trade,
    headcount: own.headcount ?? shared.count,
    pay: own.pay ?? (shared.paid <= 1 ? all.pay : null),
    start: own.start ?? (dated ? all.start : null),
    end: own.start === null ? (own.end ?? (dated || all.start === null ? all.end : null)) : own.end,
    place: own.place !== null && (!isLast || shared.placed) ? own.place : (all.place ?? own.place),
    certs: FOR_ALL.some((words) => shared.text.includes(words)) ? all.certs : own.certs,
    perks: all.perks,
    insurance: all.insurance,
    phone: all.phone,
  }
  return { ...part, draft, findings: whole.findings, explain: part.explain }
}
