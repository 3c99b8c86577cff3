/** Fewer cases than this in all the weeks together are too few for a mean and a spread. */
const LEAST_FOR_SPREAD = 10
const SIGMAS = 3
/** So unlikely that it is no chance any more. */
const LEAST_CHANCE = 0.001

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of a sample: with one less than its size below the line. Nothing is known of the spread of a single value. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

/** The chance that as many or more happen where `mean` are usual: exact, as the rest of a sum of few terms. */
export function poissonTail(count: number, mean: number): number {
  let term = Math.exp(-mean)
  let below = 0
  for (let each = 0; each < count; each += 1) {
    below += term
    term *= mean / (each + 1)
  }
  /** Beyond the last places of 1 the rest of the sum is added up by itself. */
  if (below < 0.99) return 1 - below
  let tail = 0
  for (let each = count; term > 0 && each < count + TERMS_MAX; each += 1) {
    tail += term
    term *= mean / (each + 1)
  }
  return tail
}
const TERMS_MAX = 1000

/** The middle value, of two in the middle what lies between them; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/**
 * Whether a count is far more than what was usual: above the mean by three deviations; where the cases are too few for that, so many that chance
 * alone would bring them less than once in a thousand. A single case of all the weeks is taken as usual even where there was none.
 */
export function isFarAbove(count: number, usual: readonly number[]): boolean {
  if (usual.length < 2) return false
  const total = usual.reduce((sum, value) => sum + value, 0)
  if (total >= LEAST_FOR_SPREAD) return count > meanOf(usual) + SIGMAS * deviationOf(usual)
  return poissonTail(count, Math.max(total, 1) / usual.length) < LEAST_CHANCE
}
