import { z } from 'zod'
import { MEASURES } from '../core/statistics/catalogue.ts'
import type { Fold } from '../core/statistics/fold.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'

const month = z.strictObject({
  id: z.string(),
  county: z.string(),
  version: z.int(),
  demo: z.boolean(),
  township: z.string(),
  /** 2026-11 */
  month: z.string(),
  /** The newest event counted here. */
  asOf: instant,
  /** Of each measure, how much on each day of the month. */
  counts: z.partialRecord(z.enum(MEASURES), z.array(z.int())),
  /** Keys of what is counted here and perhaps not yet written down as counted (fold-chunk.ts); a few, never a history. */
  pending: z.array(z.string()),
})
export type MonthDoc = Readonly<z.output<typeof month>>

/** A month of one township's work. Months stay small and are few, so a year of the whole county is about 150 documents to read. */
export const months = collection<MonthDoc>({
  name: 'statisticsMonths',
  schema: month,
  indexes: { month: ['county', 'demo', 'month'], newest: ['county', 'demo', 'asOf'] },
})

const counted = z.strictObject({ id: z.string(), county: z.string(), version: z.int(), month: z.string() })
type CountedDoc = Readonly<z.output<typeof counted>>

/** One document for each effect that is counted: its being there is what makes a repeated event count once. `month` names the month's document. */
export const countedEffects = collection<CountedDoc>({ name: 'statisticsCounted', schema: counted })

const monthText = (day: Temporal.PlainDate): string => day.toString().slice(0, 7)

export const monthIdOf = ({ demo, day, township }: Fold): string => `${demo ? 'demo' : 'real'}:${monthText(day)}:${township}`

/** A month before anything is counted in it; version 0 was never stored. */
export const emptyMonth = (fold: Fold): MonthDoc => ({
  id: monthIdOf(fold),
  county: fold.county,
  version: 0,
  demo: fold.demo,
  township: fold.township,
  month: monthText(fold.day),
  asOf: fold.at,
  counts: {},
  pending: [],
})
