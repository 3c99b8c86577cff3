import { kind } from '../words/kinds.ts'
import { is, tokenAt, tokenFrom } from '../words/lex.ts'
import { hasSign, signs } from '../words/signs.ts'
import { ONE_WANTED } from '../words/tags.ts'
import type { JobReading } from './draft.ts'
import type { Anchor } from './segments.ts'
import { namesWorker, type TradeHit } from './trade.ts'

/** Words for people that name no job of their own. */
const NO_JOB_WORDS: ReadonlySet<string> = new Set(['男工', '女工', '工人', '小时工', '日结工', '临时工', '师傅'])

const MOST_TRADES = 32
const COUNTERS = kind('ge', 'person')

export const isJobWord = (hit: TradeHit): boolean => hit.weight >= 2 && !NO_JOB_WORDS.has(hit.words)

/** Trade words beside a number of people: 大工2个, 三个小工. Their places cut the message into jobs. */
export function anchorsOf(text: string, reading: JobReading): readonly Anchor[] {
  const anchors: Anchor[] = []
  const counted: Counted[] = []
  for (let index = 0; index < reading.trades.length && index < MOST_TRADES; index += 1) {
    const hit = reading.trades[index]
    if (hit === undefined || NO_JOB_WORDS.has(hit.words)) continue
    const before = countBefore(text, reading, hit)
    const owner = before === undefined ? undefined : ownerOf(counted, before)
    counted.push({ hit, hasOwn: before !== undefined && (owner === undefined || owner.hasOwn || !namesWorker(owner.hit)) })
    if (before !== undefined && (owner === undefined || isTwoWorkers(owner, hit))) anchors.push({ hit, start: before })
    else if (isJobWord(hit) && numberFollows(text, reading, hit)) {
      const first = firstOfRun(reading.trades, index) ?? hit
      if (anchors.at(-1)?.start === first.start) anchors.pop()
      anchors.push({ hit: { ...first, end: hit.end }, start: first.start })
    }
  }
  return anchors
}

interface Counted {
  readonly hit: TradeHit
  /** A number before it counts its own people, and not those of the worker before it: 大工5人 小工3人 大工300. */
  readonly hasOwn: boolean
}

/** 木工2个小工: the trade that stands right before a number. */
const ownerOf = (counted: readonly Counted[], number: number): Counted | undefined => {
  const last = counted.findLast(({ hit }) => hit.end <= number && isJobWord(hit))
  return last !== undefined && last.hit.end >= number - 1 ? last : undefined
}

/** 3个小工2个电工: the number belongs to the trade before it, unless that has one already. */
const isTwoWorkers = (owner: Counted, hit: TradeHit): boolean => owner.hasOwn && namesWorker(owner.hit) && namesWorker(hit)

/** 守夜烧火1个: what stands first in a run of tasks names the job. */
function firstOfRun(trades: readonly TradeHit[], index: number): TradeHit | undefined {
  let first = trades[index]
  for (let before = index - 1; before >= 0; before -= 1) {
    const other = trades[before]
    if (other === undefined || first === undefined || other.end < first.start) break
    if (other.end === first.start && isJobWord(other)) first = other
  }
  return first
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

const FILLERS: ReadonlySet<string> = new Set(
  '不限 若干 师傅 阿姨 班组 小组 班 组 工 员 : 要 招 来 需 需要 缺 每天 一天 日薪 工资 月薪 女 男'.split(' '),
)
