import type { DomainEvent } from '../core/event.ts'
import { doingsOf } from '../core/statistics/doings.ts'
import { COUNTED_EVENTS, type Effect, fold } from '../core/statistics/fold.ts'
import type { Store } from '../store/port.ts'
import type { Known } from './counted-effects.ts'
import { type FoldParts, foldChunk } from './fold-chunk.ts'
import { markSubjects } from './mark-subjects.ts'

/** Settles when everything is counted and durable; the same events again change nothing. A failure may leave some of them counted. */
export type Folder = (events: readonly DomainEvent[]) => Promise<void>

/** So many keys may be pending in a month at once: some hundred KB, gone with the next write of it. */
const CHUNK = 2000

const COUNTED: ReadonlySet<string> = new Set(COUNTED_EVENTS)

interface FolderOptions {
  readonly chunkMax?: number
  /** For events that come as they happen, at most five weeks late. What is told in any order, as a demo is, is not forgotten meanwhile. */
  readonly forgets?: boolean
}

interface Waiting {
  readonly event: DomainEvent
  readonly counted: () => void
  readonly failed: (reason: unknown) => void
}

/** What events come to: their own effects, and what they change about those who are counted once. */
async function effectsOf(parts: FoldParts, events: readonly DomainEvent[]): Promise<readonly Effect[]> {
  const told = events.flatMap((event) => doingsOf(event).map((doing) => ({ ...doing, county: event.county, demo: event.demo })))
  const changes = await markSubjects(parts, told)
  return [...events.flatMap((event) => fold(event) ?? []), ...changes]
}

/**
 * Counts events in order of arrival, one chunk at a time for each county: what arrives during one goes into the next, so a crowd of events
 * costs few writes and never fails for its own contention.
 */
export function createFolder(store: Store, { chunkMax = CHUNK, forgets = false }: FolderOptions = {}): Folder {
  const knownIn = new Map<string, Known>()
  const lanes = new Map<string, Waiting[]>()

  async function drain(lane: string, waiting: Waiting[]): Promise<void> {
    const parts = { store, forgets, known: knownIn.getOrInsertComputed(lane, () => new Set()), written: new Map() }
    while (waiting.length > 0) {
      const chunk = waiting.splice(0, chunkMax)
      try {
        const events = chunk.map(({ event }) => event)
        await foldChunk(parts, await effectsOf(parts, events))
        for (const each of chunk) each.counted()
      } catch (reason) {
        for (const each of chunk) each.failed(reason)
      }
    }
    lanes.delete(lane)
  }

  const enter = (event: DomainEvent): Promise<void> =>
    new Promise((counted, failed) => {
      const lane = `${event.county}/${event.demo}`
      const waiting = lanes.get(lane)
      if (waiting !== undefined) return void waiting.push({ event, counted, failed })
      const begun = [{ event, counted, failed }]
      lanes.set(lane, begun)
      queueMicrotask(() => drain(lane, begun))
    })

  return async (events) => {
    await Promise.all(events.filter(({ type }) => COUNTED.has(type)).map(enter))
  }
}
