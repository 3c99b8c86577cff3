import { z } from 'zod'
import { type Addition, standsApart } from '../core/statistics/measure.ts'
import { type PackedCounts, pack } from '../core/statistics/packed-counts.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'

/** The county as a whole or one township of it, as a total or by trade and risk class. */
const COUNT_CUBES = ['county', 'countyWork', 'township', 'townshipWork'] as const
export type CountCube = (typeof COUNT_CUBES)[number]
export type Cube = CountCube | `${CountCube}Spread`

/** The bins of the same and who employs, apart: they are most of what is kept, and few questions read them. */
export const spreadOf = (cube: CountCube): Cube => `${cube}Spread`

/** The cube beside which these stand, or the cube itself. */
export const countsBeside = (cube: Cube): CountCube =>
  COUNT_CUBES.find((counts) => cube === counts || cube === spreadOf(counts)) ?? 'county'

export const CUBES: readonly Cube[] = [...COUNT_CUBES, ...COUNT_CUBES.map(spreadOf)]

const cell = z.strictObject({
  /** null in a cube of totals, whose only cell this is. */
  trade: z.string().nullable(),
  riskClass: z.int().nullable(),
  /** Packed. An older release kept a record of measures; what is written to a month again is packed from then on. */
  counts: z.union([z.string(), z.record(z.string(), z.string())]),
})
export type CellDoc = Readonly<z.output<typeof cell>>

export const countsOf = ({ counts }: CellDoc): PackedCounts => (typeof counts === 'string' ? counts : pack(Object.entries(counts)))

const monthFields = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  demo: z.boolean(),
  cube: z.enum(CUBES),
  /** The township; empty for the county, and for what happened nobody said where. */
  place: z.string(),
  /** 2026-11 */
  month: z.string(),
  /** The newest event counted here. */
  asOf: instant,
  cells: z.array(cell),
}

/** Months closed until then do not say by which definitions. */
const LAST_UNWRITTEN_VERSION = 3

const month = z.strictObject({
  ...monthFields,
  /** Keys of what is counted here and perhaps not yet written down as counted (fold-chunk.ts); a few, never a history. */
  pending: z.array(z.string()),
})
export type MonthDoc = Readonly<z.output<typeof month>>

const byCube = { cube: ['county', 'demo', 'cube', 'place', 'month'], month: ['county', 'demo', 'cube', 'month'] }

/** A month of one cube at one place. A year of the whole county is twelve documents to read. */
export const months = collection<MonthDoc>({
  name: 'statisticsMonths',
  schema: month,
  indexes: { ...byCube, newest: ['county', 'demo', 'asOf'] },
})

/** `definitionVersion`: what was counted only later is not known of the month as it was closed. */
const frozen = z.strictObject({ ...monthFields, frozenAt: instant, definitionVersion: z.int().default(LAST_UNWRITTEN_VERSION) })
export type FrozenDoc = Readonly<z.output<typeof frozen>>

/** A month as it was when it was closed. What is told of it stays as it was; what came later shows as a revision. */
export const frozenMonths = collection<FrozenDoc>({ name: 'statisticsFrozenMonths', schema: frozen, indexes: byCube })

const counted = z.strictObject({ id: z.string(), county: z.string(), version: z.int() })
type CountedDoc = Readonly<z.output<typeof counted>>

/** One document for each effect that is counted everywhere it belongs: its being there is what makes a repeated event count once. */
export const countedEffects = collection<CountedDoc>({ name: 'statisticsCounted', schema: counted })

type Where = Pick<MonthDoc, 'county' | 'demo' | 'cube' | 'place' | 'month'>

export function whereOf({ township, trade, day, measure }: Addition, { county, demo }: { county: string; demo: boolean }): Where {
  const cube = `${township === null ? 'county' : 'township'}${trade === null ? '' : 'Work'}` as const
  return { county, demo, cube: standsApart(measure) ? spreadOf(cube) : cube, place: township ?? '', month: day.slice(0, 7) }
}

export const monthIdOf = ({ demo, month: of, cube, place }: Omit<Where, 'county'>): string =>
  `${demo ? 'demo' : 'real'}:${of}:${cube}:${place}`

/** A month before anything is counted in it; version 0 was never stored. */
export const emptyMonth = (where: Where, asOf: Temporal.Instant): MonthDoc => ({
  ...{ ...where, id: monthIdOf(where), version: 0 },
  ...{ asOf, cells: [], pending: [] },
})
