import { clauseGrams } from '@linggong/bot/understand/learned/clauses.ts'
import { normalise } from '@linggong/bot/understand/normalise/normalise.ts'
import { type PostTools, readJob } from '@linggong/bot/understand/post/draft.ts'
import { createPlaceReader } from '@linggong/bot/understand/post/place.ts'
import { createTradeFinder } from '@linggong/bot/understand/post/trade.ts'
import { presentOf } from '@linggong/bot/understand/time/present.ts'
import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import { type Label, lineOf } from './score.ts'
import { Counts, isPost, type SignRow, worthRows } from './teach-words.ts'

const LEXICON = { trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks }

/** Seen once it is chance. */
const LEAST_CLAUSES = 2
const LEAST_WORTH = 0.5

/** Marks, and the endings that people leave out. */
const bare = (text: string): string => [...text].filter((sign) => !' 县镇乡村,，。.、;；:：()（）'.includes(sign)).join('')

/** The places that a label of one job takes for right. */
function placesOf({ multi, expect, accept }: Label): readonly string[] | undefined {
  if (multi === true || expect === undefined || 'intent' in expect) return undefined
  const others = accept !== undefined && 'place' in accept ? (accept['place'] ?? []) : []
  return [expect['place'], ...others].filter((each) => typeof each === 'string').map(bare)
}

/** What the clauses that are places show and other clauses of posts do not, as logarithms in halves. */
export function placeRows(labels: readonly Label[]): readonly SignRow[] {
  const tools: PostTools = { trades: createTradeFinder(LEXICON), place: createPlaceReader(LEXICON) }
  const [places, others] = [new Counts(), new Counts()]
  for (const label of labels) {
    const wanted = isPost(label) ? placesOf(label) : undefined
    if (wanted === undefined) continue
    const text = normalise(label.text)
    for (const clause of readJob(text, tools, presentOf(lineOf(label).now)).clauses) {
      const said = bare(text.slice(clause.start, clause.end))
      const counts = wanted.some((place) => place.length >= 2 && said.includes(place)) ? places : others
      counts.lines += 1
      counts.add(new Set(clauseGrams(text, clause)), 1)
    }
  }
  return worthRows([places, others], { leastLines: LEAST_CLAUSES, leastWorth: LEAST_WORTH })
}
