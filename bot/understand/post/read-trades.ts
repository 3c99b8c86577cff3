import { kind } from '../words/kinds.ts'
import { is, type Token } from '../words/lex.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { endAt } from '../words/trie.ts'
import { wordSet } from '../words/word-set.ts'
import { repairIn } from './repair.ts'
import { taskAcrossGap, taskBackwards, taskByLastSign } from './task-gap.ts'
import type { TradeFinder, TradeHit } from './trade.ts'

const MEASURES = kind('ge', 'piece', 'day', 'lot', 'person', 'half-day', 'month')

interface Squeezed {
  readonly text: string
  /** For each character its place in the full text. */
  readonly places: readonly number[]
}

/** What may stand between a verb and its object without telling anything: 装新门窗, 修我家水管, 打个洞. */
const FILLERS = wordSet('旧 新 老 个 些 几 一下 下 我家 我家的 家里的 家里 那个 这个 我的'.split(' '))
const VERB_SIGNS = signs('装修换通洗清理扫擦拆砸敲凿贴铺砌刷刮喷搬抬扛卸割摘采挖剪砍锯焊移挂抹翻打开补做接拉看')

/** Where a filler behind a verb ends, 0 when none begins at `at`. */
const fillerEnd = (text: string, at: number): number => (isAt(VERB_SIGNS, text, at - 1) ? endAt(FILLERS, text, at) : 0)

/** 装一车木头 → 装木头, 看两天店 → 看店: a verb and its object with the quantity between them taken out. */
function squeeze(text: string, tokens: readonly Token[]): Squeezed | undefined {
  let out = ''
  let from = 0
  const places: number[] = []
  const keep = (to: number) => {
    out += text.slice(from, to)
    for (let at = from; at < to; at += 1) places.push(at)
  }
  let index = 0
  for (let at = 0; at < text.length; at += 1) {
    while ((tokens[index]?.start ?? text.length) < at) index += 1
    const end = Math.max(tokens[index]?.start === at ? quantityEnd(tokens, index) : 0, fillerEnd(text, at))
    if (end === 0) continue
    keep(at)
    from = end
    at = end - 1
  }
  if (from === 0) return undefined
  keep(text.length)
  return { text: out, places }
}

/** Where the quantity that begins with this token ends, 0 when it begins none. */
function quantityEnd(tokens: readonly Token[], index: number): number {
  const token = tokens[index]
  const next = tokens[index + 1]
  return token?.numeral !== undefined && next?.start === token.end && is(next, MEASURES) ? next.end : 0
}

function acrossQuantity(text: string, tokens: readonly Token[], finder: TradeFinder): TradeHit | undefined {
  const squeezed = squeeze(text, tokens)
  if (squeezed === undefined) return undefined
  const hit = finder.all(squeezed.text).find((one) => one.weight >= 3)
  if (hit === undefined) return undefined
  const start = squeezed.places[hit.start] ?? 0
  const end = (squeezed.places[hit.end - 1] ?? 0) + 1
  return end - start > hit.end - hit.start ? { ...hit, start, end, words: text.slice(start, end) } : undefined
}

const NO_CRAFTS: ReadonlySet<string> = new Set('人员 员工 队员 成员 会员 学员 满员 动员 官员 党员 老师 律师 大师 讲师'.split(' '))
const CRAFT_ENDS = signs('员师匠')
const NO_CRAFT_BEFORE = signs(' ,。;、个名位老的大小请找要招\n0123456789')
const AFTER_CRAFT = signs(' ,。;、一二两三四五六七八九十0123456789')

/** 烘烤师傅, 检尺员一名: a craft is named, but none of ours. */
function unknownCraft(text: string): TradeHit | undefined {
  for (let at = 2; at < text.length; at += 1) {
    if (!isAt(CRAFT_ENDS, text, at) || isAt(NO_CRAFT_BEFORE, text, at - 1) || NO_CRAFTS.has(text.slice(at - 1, at + 1))) continue
    const isMaster = text.startsWith('师傅', at)
    const end = isMaster ? at + 2 : at + 1
    if (isMaster || isAtOrEdge(AFTER_CRAFT, text, end))
      return { trade: '其他', words: text.slice(at - 1, end), start: at, end, weight: 2, written: undefined }
  }
  return undefined
}

/** Every trade the text names: as written, else with a quantity inside, by its sound, or as a craft that is none of ours. */
export function readTrades(text: string, tokens: readonly Token[], finder: TradeFinder): readonly TradeHit[] {
  const exact = finder.all(text)
  let best = 0
  for (const hit of exact) best = Math.max(best, hit.weight)
  if (best >= 3) return exact
  const across = acrossQuantity(text, tokens, finder)
  if (across !== undefined) return [...exact.filter((hit) => hit.end <= across.start || hit.start >= across.end), across]
  if (best >= 2.5) return exact
  const loose = taskAcrossGap(text) ?? repairIn(text) ?? taskBackwards(text) ?? taskByLastSign(text)
  if (loose !== undefined) return [...exact.filter((hit) => hit.end <= loose.start || hit.start >= loose.end), loose]
  if (best >= 2) return exact
  const heard = finder.bySound(text)
  const more =
    heard !== undefined && (exact.length === 0 || heard.weight >= 2) ? heard : exact.length === 0 ? unknownCraft(text) : undefined
  return more === undefined ? exact : [...exact.filter((hit) => hit.end <= more.start || hit.start >= more.end), more]
}
