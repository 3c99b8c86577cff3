import { startOfCountyDay } from '../clock.ts'
import type { AuditRow } from './audited.ts'

/** What is written out of the county every day: the chain up to `line` comes to `hash`. */
export interface Root {
  readonly county: string
  /** The day that has ended, as 2026-11-23. */
  readonly day: string
  readonly line: number
  readonly hash: string
}

/** A few minutes after midnight, when nobody is in a hurry. */
const WRITTEN_AT_MINUTES = 5

export const rootDueAt = (day: Temporal.PlainDate): Temporal.Instant =>
  startOfCountyDay(day.add({ days: 1 })).add({ minutes: WRITTEN_AT_MINUTES })

/** The root of a day is the row that says so itself, and with it everything before. */
export const rootOf = ({ county, line, hash }: AuditRow, day: string): Root => ({ county, day, line, hash })

/** What a root is authenticated by. */
export const rootText = ({ county, day, line, hash }: Root): string => JSON.stringify([county, day, line, hash])

/**
 * `root-forged`: not written with this county's key. `root-key-missing`: with one that is not in the ring, so nobody can tell.
 * `root-differs`: the line is not the one the root was made of.
 */
export type RootFault = 'truncated' | 'root-forged' | 'root-key-missing' | 'root-differs' | 'root-missing'
