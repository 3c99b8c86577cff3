import { countyDay } from '../clock.ts'
import type { Increment, Measure } from './measure.ts'

export type Increments = readonly Increment[]

export const add = (measure: Measure, day: Temporal.PlainDate, by = 1): Increment => ({ measure, day, by })
export const dayOf = (instant: string): Temporal.PlainDate => countyDay(Temporal.Instant.from(instant))
