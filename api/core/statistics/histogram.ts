import type { Histogram } from './measure.ts'

interface Scale {
  /** Whatever is less counts as this. */
  readonly least: number
  /** So many bins lead to the double of a value. */
  readonly binsPerDoubling: number
  readonly bins: number
}

/** Minutes from one to a month, each bin a fifth wider than the last; pay of a day from 10 yuan to 10 000, each bin a twenty-third wider. */
const SCALE: Readonly<Record<Histogram, Scale>> = {
  acceptMinutes: { least: 1, binsPerDoubling: 4, bins: 64 },
  dayPayFen: { least: 1000, binsPerDoubling: 16, bins: 160 },
}

export function binOf(histogram: Histogram, value: number): number {
  const { least, binsPerDoubling, bins } = SCALE[histogram]
  return Math.min(bins - 1, Math.max(0, Math.floor(Math.log2(Math.max(value, least) / least) * binsPerDoubling + 1e-9)))
}

/** Where a bin begins; the one after the last is where it ends. */
const edgeOf = (histogram: Histogram, bin: number): number => {
  const { least, binsPerDoubling } = SCALE[histogram]
  return least * 2 ** (bin / binsPerDoubling)
}

/** Of each bin, how many fell into it. */
export type Bins = ReadonlyMap<number, number>

/**
 * The value below which so large a share of `all` lies, taken as spread evenly over its bin. What is in no bin is more than any value that is:
 * a job nobody has taken yet waits longer than all others. null: nothing is known, or the share reaches into the unknown.
 */
export function quantile(histogram: Histogram, bins: Bins, { share, all }: { share: number; all: number }): number | null {
  const wanted = share * all
  let below = 0
  for (const [bin, count] of [...bins].filter(([, many]) => many > 0).sort(([one], [other]) => one - other)) {
    if (below + count >= wanted && all > 0) {
      const from = edgeOf(histogram, bin)
      return from + ((edgeOf(histogram, bin + 1) - from) * (wanted - below)) / count
    }
    below += count
  }
  return null
}
