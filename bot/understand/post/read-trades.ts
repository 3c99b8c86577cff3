import { isAny, type Token } from '../words/lex.ts'
import type { TradeFinder, TradeHit } from './trade.ts'

const MEASURES = ['ge', 'piece', 'day', 'lot', 'person', 'half-day', 'month'] as const

interface Squeezed {
  readonly text: string
  /** For each character its place in the full text. */
  readonly places: readonly number[]
}

/** 装一车木头 → 装木头, 看两天店 → 看店: a verb and its object with the quantity between them taken out. */
function squeeze(text: string, tokens: readonly Token[]): Squeezed | undefined {
  const dropped = new Uint8Array(text.length)
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1]
    if (token.numeral === undefined || next === undefined || next.start !== token.end || !isAny(next, MEASURES)) continue
    dropped.fill(1, token.start, next.end)
  }
  let out = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (dropped[at] === 1) continue
    out += text.charAt(at)
    places.push(at)
  }
  return out.length === text.length ? undefined : { text: out, places }
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

const NO_CRAFTS = ['人员', '员工', '队员', '成员', '会员', '学员', '满员', '动员', '官员', '党员', '老师', '律师', '大师', '讲师']

/** 烘烤师傅, 检尺员一名: a craft is named, but none of ours. */
function unknownCraft(text: string): TradeHit | undefined {
  for (let at = 2; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const isMaster = text.startsWith('师傅', at)
    if (!isMaster && !'员师匠'.includes(sign)) continue
    const before = text.charAt(at - 1)
    const after = text.charAt(isMaster ? at + 2 : at + 1)
    const named = !' ,。;、个名位老的大小请找要招\n0123456789'.includes(before) && !NO_CRAFTS.includes(before + sign)
    if (named && (isMaster || after === '' || ' ,。;、一二两三四五六七八九十0123456789'.includes(after))) {
      return { trade: '其他', words: text.slice(at - 1, at + (isMaster ? 2 : 1)), start: at, end: at + (isMaster ? 2 : 1), weight: 2 }
    }
  }
  return undefined
}

/** Every trade the text names: as written, else with a quantity inside, by its sound, or as a craft that is none of ours. */
export function readTrades(text: string, tokens: readonly Token[], finder: TradeFinder): readonly TradeHit[] {
  const exact = finder.all(text)
  const best = exact.reduce((weight, hit) => Math.max(weight, hit.weight), 0)
  if (best >= 3) return exact
  const across = acrossQuantity(text, tokens, finder)
  if (across !== undefined) return [...exact.filter((hit) => hit.end <= across.start || hit.start >= across.end), across]
  if (best >= 2) return exact
  const heard = finder.bySound(text)
  const more =
    heard !== undefined && (exact.length === 0 || heard.weight >= 2) ? heard : exact.length === 0 ? unknownCraft(text) : undefined
  return more === undefined ? exact : [...exact.filter((hit) => hit.end <= more.start || hit.start >= more.end), more]
}
