import { workGrams } from './grams.ts'
import { WORK_COUNTS } from './work-counts.ts'

/** What a sign counts for that no line of the trade had, and how many signs there may be: the usual smoothing of such a count. */
const UNSEEN = 0.1
const SIGNS = 20_000

interface Model {
  readonly trades: readonly string[]
  /** For each gram what it says for each trade; other grams say `unseen`. */
  readonly grams: ReadonlyMap<string, Float64Array>
  readonly unseen: Float64Array
  readonly prior: Float64Array
}

function modelOf(): Model {
  const trades = WORK_COUNTS.map(({ trade }) => trade)
  const sums = WORK_COUNTS.map(({ counts }) => counts.reduce((sum, [count, words]) => sum + count * words.split(' ').length, 0))
  const lines = WORK_COUNTS.reduce((sum, row) => sum + row.lines + 1, 0)
  const unseen = Float64Array.from(sums, (sum) => Math.log(UNSEEN / (sum + UNSEEN * SIGNS)))
  const grams = new Map<string, Float64Array>()
  for (const [index, { counts }] of WORK_COUNTS.entries())
    for (const [count, words] of counts)
      for (const gram of words.split(' ')) {
        const said = grams.get(gram) ?? unseen.slice()
        said[index] = Math.log((count + UNSEEN) / ((sums[index] ?? 0) + UNSEEN * SIGNS))
        grams.set(gram, said)
      }
  return { trades, grams, unseen, prior: Float64Array.from(WORK_COUNTS, (row) => Math.log((row.lines + 1) / lines)) }
}

const MODEL = modelOf()

/**
 * How well the signs of a text fit each trade, as they fitted in posts that people have labelled: sums of logarithms, to be compared with
 * each other only. It decides between trades that the text names, and guesses where it names none.
 */
export function fitOfTrades(text: string): ReadonlyMap<string, number> {
  const sums = MODEL.prior.slice()
  for (const gram of workGrams(text)) {
    const said = MODEL.grams.get(gram) ?? MODEL.unseen
    for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (said[index] ?? 0)
  }
  return new Map(MODEL.trades.map((trade, index) => [trade, sums[index] ?? 0]))
}
