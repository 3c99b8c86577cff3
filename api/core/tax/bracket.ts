import { type Fen, fen, subtractFen } from '../money.ts'

/** A taxable amount in this bracket is taxed as a whole at its rate; the quick deduction gives back what the lower brackets would not have taken. */
export interface Bracket {
  /** The last amount of the bracket; null: the last bracket. */
  readonly upToFen: Fen | null
  readonly percent: number
  readonly quickFen: Fen
}

/** So many per cent, to the nearest fen, half a fen up. Throws when the product leaves the safe integers. */
export const percentOf = (amount: Fen, percent: number): Fen => fen(Math.round(fen(amount * percent) / 100))

export function taxOn(brackets: readonly Bracket[], taxableFen: Fen): Fen {
  const bracket = brackets.find(({ upToFen }) => upToFen === null || taxableFen <= upToFen)
  if (taxableFen <= 0 || bracket === undefined) return fen(0)
  return subtractFen(percentOf(taxableFen, bracket.percent), bracket.quickFen)
}
