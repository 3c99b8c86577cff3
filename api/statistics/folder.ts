import type { DomainEvent } from '../core/event.ts'
import { type Fold, fold } from '../core/statistics/fold.ts'
import type { Store } from '../store/port.ts'
import { foldChunk } from './fold-chunk.ts'
import { monthIdOf } from './rollup.collection.ts'

/** Settles when everything is counted and durable; the same events again change nothing. A failure may leave some of them counted. */
export type Folder = (events: readonly DomainEvent[]) => Promise<void>

/** So many keys may be pending in a month at once: some 10 KB. */
const CHUNK = 250

interface Waiting {
  readonly fold: Fold
  readonly counted: () => void
  readonly failed: (reason: unknown) => void
}

/**
 * Counts events in order of arrival, one write at a time for each month and township: what arrives during a write goes into the next
 * one, so a crowd of events costs few writes and never fails for its own contention.
 */
export function createFolder(store: Store): Folder {
  const lanes = new Map<string, Waiting[]>()

  async function drain(lane: string, waiting: Waiting[]): Promise<void> {
    while (waiting.length > 0) {
      const chunk = waiting.splice(0, CHUNK)
      try {
        const folds = chunk.map((each) => each.fold)
        await foldChunk(store, folds)
        for (const each of chunk) each.counted()
      } catch (reason) {
        for (const each of chunk) each.failed(reason)
      }
    }
    lanes.delete(lane)
  }

  const enter = (folded: Fold): Promise<void> =>
    new Promise((counted, failed) => {
      const lane = `${folded.county}/${monthIdOf(folded)}`
      const waiting = lanes.get(lane)
      if (waiting !== undefined) return void waiting.push({ fold: folded, counted, failed })
      const begun = [{ fold: folded, counted, failed }]
      lanes.set(lane, begun)
      queueMicrotask(() => drain(lane, begun))
    })

  return async (events) => {
    const folds = events.flatMap((event) => fold(event) ?? [])
    await Promise.all(folds.map(enter))
  }
}
