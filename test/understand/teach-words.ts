import { shapeGrams, workGrams } from '@linggong/bot/understand/learned/grams.ts'
import { normalise } from '@linggong/bot/understand/normalise/normalise.ts'
import { taskWords } from '@linggong/bot/understand/words/task-words.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import type { Label } from './score.ts'

/** The lines that the room was tuned to, and lines that were only counted. Those that are kept apart teach nothing. */
export const TAUGHT = [
  './tuned-posts.jsonl',
  './tuned-loose-posts.jsonl',
  './tuned-commands.jsonl',
  './tuned-loose-commands.jsonl',
  './tuned-talk.jsonl',
  './tuned-fresh-posts.jsonl',
  './tuned-fresh-commands.jsonl',
  './tuned-written-posts.jsonl',
  './tuned-written-commands.jsonl',
  './taught-posts.jsonl',
  './taught-commands.jsonl',
]

export interface WorkRow {
  readonly trade: string
  readonly lines: number
  readonly counts: readonly (readonly [count: number, grams: string])[]
}
export type SignRow = readonly [worth: number, grams: string]

/** A word of the vocabulary says less than a line of somebody's: there are many of them that nobody uses. */
const ALIAS = 0.5
const TASK = 0.1
const EXACT = 3
/** Rarer grams are chance. */
const LEAST_COUNT = 0.25
const LEAST_LINES = 3
const HALF = 2

export const isPost = ({ multi, expect }: Label): boolean => multi === true || (expect !== undefined && !('intent' in expect))

/** Of a post with one job that names its work. */
function tradeOf({ multi, expect }: Label): string | undefined {
  if (multi === true || expect === undefined || 'intent' in expect) return undefined
  const trade = expect['trade']
  return typeof trade === 'string' ? trade : undefined
}

/** How many lines there were, and in how many a gram stood. */
export class Counts {
  readonly grams = new Map<string, number>()
  lines = 0
  add(grams: ReadonlySet<string>, weight: number): void {
    for (const gram of grams) this.grams.set(gram, (this.grams.get(gram) ?? 0) + weight)
  }
}

/** Grams with the same number beside them, in a fixed order. */
function grouped(grams: Iterable<readonly [gram: string, value: number]>): readonly (readonly [number, string])[] {
  const groups = new Map<number, string[]>()
  for (const [gram, value] of grams) groups.set(value, [...(groups.get(value) ?? []), gram])
  return [...groups].sort(([a], [b]) => b - a).map(([value, list]) => [value, list.sort().join(' ')])
}

const toPowerOfTwo = (count: number): number => 2 ** Math.round(Math.log2(count))

/** How often a gram stands in posts of each trade, as a power of two: no more is worth keeping. */
export function workRows(labels: readonly Label[]): readonly WorkRow[] {
  const trades = new Map<string, Counts>()
  const of = (trade: string): Counts => {
    const counts = trades.get(trade) ?? new Counts()
    trades.set(trade, counts)
    return counts
  }
  for (const label of labels) {
    const trade = tradeOf(label)
    if (trade === undefined) continue
    of(trade).lines += 1
    of(trade).add(workGrams(normalise(label.text)), 1)
  }
  for (const { name, aliases } of TRADES) for (const word of [name, ...aliases]) of(name).add(workGrams(word), ALIAS)
  for (const [word, trade, weight] of taskWords()) if (weight >= EXACT && trade !== '') of(trade).add(workGrams(word), TASK)
  return [...trades].sort().map(([trade, { lines, grams }]) => ({
    ...{ trade, lines },
    counts: grouped([...grams].filter(([, count]) => count >= LEAST_COUNT).map(([gram, count]) => [gram, toPowerOfTwo(count)])),
  }))
}

interface Least {
  readonly leastLines: number
  readonly leastWorth: number
}

/** What a gram is worth: how many times likelier it is on the one side than on the other, as a logarithm in halves; little is left out. */
export function worthRows([here, there]: readonly [Counts, Counts], { leastLines, leastWorth }: Least): readonly SignRow[] {
  const share = (of: Counts, gram: string): number => ((of.grams.get(gram) ?? 0) + 0.5) / (of.lines + 1)
  const worths: (readonly [string, number])[] = []
  for (const gram of new Set([...here.grams.keys(), ...there.grams.keys()])) {
    if ((here.grams.get(gram) ?? 0) + (there.grams.get(gram) ?? 0) < leastLines || gram.includes(' ')) continue
    const worth = Math.round(Math.log(share(here, gram) / share(there, gram)) * HALF) / HALF
    if (Math.abs(worth) >= leastWorth) worths.push([gram, worth])
  }
  return grouped(worths)
}

/** What posts show and other lines do not. */
export function postRows(labels: readonly Label[]): readonly SignRow[] {
  const [posts, others] = [new Counts(), new Counts()]
  for (const label of labels) {
    const counts = isPost(label) ? posts : others
    counts.lines += 1
    counts.add(shapeGrams(normalise(label.text)), 1)
  }
  return worthRows([posts, others], { leastLines: LEAST_LINES, leastWorth: 1 })
}
