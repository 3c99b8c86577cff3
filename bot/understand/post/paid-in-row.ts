import { isAll, signs } from '../words/signs.ts'
import type { JobReading } from './draft.ts'

const BETWEEN_SUMS = signs(' 、,/和跟与元块圆')
const LEAST_YUAN = 30
const MOST_YUAN = 20_000

/**
 * 大工5人小工8人 350和200: as many sums in a row behind the last job as there are jobs are theirs, in their order. Where another job has
 * said its pay already, or the row is longer or shorter, nothing changes.
 */
export function paidInRow(parts: readonly JobReading[], whole: JobReading, text: string, from: number): readonly JobReading[] {
  const pay = parts.at(-1)?.draft.pay ?? null
  if (parts.length < 2 || pay === null || parts.filter((part) => part.draft.pay !== null).length > 1) return parts
  const row = longestRow(whole, text, from)
  if (row.length !== parts.length) return parts
  return parts.map((part, nth) => ({ ...part, draft: { ...part.draft, pay: { ...pay, amountFen: Math.round((row[nth] ?? 0) * 100) } } }))
}

function longestRow({ tokens }: JobReading, text: string, from: number): readonly number[] {
  let longest: number[] = []
  let row: number[] = []
  let end = 0
  for (const token of tokens) {
    const value = token.start >= from && !token.numeral?.vague ? token.numeral?.value : undefined
    if (value === undefined || value < LEAST_YUAN || value > MOST_YUAN) continue
    row = row.length > 0 && isAll(BETWEEN_SUMS, text.slice(end, token.start)) ? [...row, value] : [value]
    if (row.length > longest.length) longest = row
    end = token.end
  }
  return longest
}
