import { settledTrade } from '../learned/settle-trade.ts'
import type { Present } from '../time/present.ts'
import { lex } from '../words/lex.ts'
import { MOST_CUTS } from './cuts.ts'
import { type PostTools, readJob } from './draft.ts'
import { readTrades } from './read-trades.ts'
import type { TradeHit } from './trade.ts'

/** A trade that a job of a message is told by, and where the words of that job begin. */
export interface Anchor {
  readonly hit: TradeHit
  readonly start: number
}

interface Segments {
  readonly text: string
  readonly cuts: readonly number[]
  readonly tools: PostTools
  readonly now: Present
}

/**
 * What stands between two cuts and names a trade with its people or pay is a job, also where its number stands far from its trade.
 * What follows the last cut that counts is the rest of a long message and no part of its own.
 */
export function withSegments(anchors: readonly Anchor[], { text, cuts, tools, now }: Segments): readonly Anchor[] {
  if (cuts.length === 0) return anchors
  const all = [...anchors]
  for (const [index, start] of [0, ...cuts].slice(0, MOST_CUTS).entries()) {
    const end = cuts[index] ?? text.length
    if (anchors.some((anchor) => anchor.start >= start && anchor.start < end)) continue
    const part = text.slice(start, end)
    const hit = settledTrade(part, readTrades(part, lex(part), tools.trades))
    if (hit === undefined) continue
    const { draft } = readJob(part, tools, now)
    if (draft.headcount === null && draft.pay === null) continue
    all.push({ hit: { ...hit, start: hit.start + start, end: hit.end + start }, start: hit.start + start })
  }
  return all.toSorted((one, other) => one.start - other.start)
}
