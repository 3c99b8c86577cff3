/** A cell of fewer people than this is not told to just anybody. */
export const LEAST_PEOPLE = 5

interface Cell {
  readonly people: number
}

const isSmall = ({ people }: Cell): boolean => people > 0 && people < LEAST_PEOPLE

/**
 * The cells of one table that are kept back, by their places. Where only one would be, what all of them come to would give it away, so the
 * smallest of the others is kept back with it; one with nobody in it only where there is no other.
 */
export function keptBack(cells: readonly Cell[]): ReadonlySet<number> {
  const small = cells.flatMap((cell, at) => (isSmall(cell) ? [at] : []))
  if (small.length !== 1) return new Set(small)
  const others = cells.map(({ people }, at) => ({ people, at })).filter(({ at }) => at !== small[0])
  const [next] = others.sort((one, other) => weight(one) - weight(other) || one.at - other.at)
  return new Set(next === undefined ? small : [...small, next.at])
}

const weight = ({ people }: Cell): number => (people === 0 ? Number.POSITIVE_INFINITY : people)
