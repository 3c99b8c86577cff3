import { isDigitAt } from '../numbers/number-signs.ts'
import type { Span } from '../time/reading.ts'
import { type Clause, clauseGrams } from './clauses.ts'
import { PLACE_SIGNS } from './place-signs.ts'

const SIGNS = new Map(PLACE_SIGNS.flatMap(([worth, grams]) => grams.split(' ').map((gram) => [gram, worth] as const)))

const LONGEST = 14
/** So much must speak for a clause that no rule takes for a place, and so much more than for the one that a rule takes for it. */
const LEAST_WORTH = 5
const LEAST_LEAD = 8
/** With so much against it what a rule took for the place is none. */
const WORST = -6
/** 泳池救生员 names who is sought. */
const WORKER = 3.5

function worthOf(text: string, clause: Clause): number {
  let worth = 0
  for (const gram of clauseGrams(text, clause)) worth += SIGNS.get(gram) ?? 0
  return worth
}

/** 13500006612小罗: who answers the phone. */
const isSomebody = (text: string, { start, end }: Clause): boolean =>
  end - start <= LONGEST_NAME && isDigitAt(text, start - 1) && isDigitAt(text, start - LEAST_DIGITS)
const LONGEST_NAME = 3
const LEAST_DIGITS = 7

/** The place a rule has read, unless another clause looks much more like one. */
export function settledPlace(text: string, clauses: readonly Clause[], ruled: Span | undefined): Span | undefined {
  let best: Clause | undefined
  let most = LEAST_WORTH
  let ruledWorth = Number.NEGATIVE_INFINITY
  for (const clause of clauses) {
    const size = clause.end - clause.start
    if (size < 2 || size > LONGEST || clause.work >= WORKER || isSomebody(text, clause)) continue
    const worth = worthOf(text, clause)
    if (ruled !== undefined && clause.start < ruled.end && ruled.start < clause.end) ruledWorth = Math.max(ruledWorth, worth)
    else if (worth > most) [best, most] = [clause, worth]
  }
  if (ruled === undefined) return best
  if (ruledWorth > Number.NEGATIVE_INFINITY && ruledWorth < WORST) return best
  return best !== undefined && ruledWorth > Number.NEGATIVE_INFINITY && most > ruledWorth + LEAST_LEAD ? best : ruled
}
