import { BrokenPromise } from '../../assert.ts'
import type { Entry } from '../entry.ts'
import { type Booked, bookAfter, type FigureName, NOTHING_YET, type Standing, standingAfter } from '../figure.ts'

/** A book kept in memory, as the wallet keeps it in the store; what somebody does not have is left out. */
export function bookOf(entries: readonly Entry[]): Booked[] {
  const standings = new Map<FigureName, Standing>()
  return entries.flatMap((entry) => {
    try {
      const booked = bookAfter(entry, (name) => standings.get(name) ?? NOTHING_YET)
      for (const { name } of booked.figures) standings.set(name, standingAfter(booked, name))
      return [booked]
    } catch (error) {
      if (error instanceof BrokenPromise) return []
      throw error
    }
  })
}
