import { isSeparator } from '../post/place-map.ts'
import { isTaken, type Taken } from '../post/taken.ts'
import type { TradeHit } from '../post/trade.ts'
import type { Span } from '../time/reading.ts'

/** A stretch of a post that no other field speaks for. */
export interface Clause extends Span {
  /** The weight of the heaviest trade word in it. */
  readonly work: number
}

interface Read {
  readonly text: string
  readonly taken: Taken
  readonly cover: readonly (TradeHit | undefined)[]
}

export function freeClauses({ text, taken, cover }: Read): readonly Clause[] {
  const found: Clause[] = []
  let start = 0
  let work = 0
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isTaken(taken, at) && !isSeparator(text, at)) {
      work = Math.max(work, cover[at]?.weight ?? 0)
      continue
    }
    if (at > start) found.push({ start, end: at, work })
    start = at + 1
    work = 0
  }
  return found
}

const QUARTERS = 4
const LONG = 10
const EXACT = 2.5

/** What a clause shows of itself: its signs and pairs of signs with its edges, its length, where it stands, whether it speaks of work. */
export function clauseGrams(text: string, { start, end, work }: Clause): readonly string[] {
  const shown = `^${text.slice(start, end)}$`
  const grams = new Set([
    `long${Math.min(LONG, end - start)}`,
    `at${Math.floor((QUARTERS * start) / text.length)}`,
    `work${work >= EXACT ? 2 : work >= 1 ? 1 : 0}`,
    ...(start === 0 ? ['first'] : []),
    ...(end === text.length ? ['last'] : []),
  ])
  for (let at = 0; at < shown.length; at += 1) {
    grams.add(shown.charAt(at))
    if (at + 1 < shown.length) grams.add(shown.slice(at, at + 2))
  }
  return [...grams]
}
