import type { Clock } from '../core/clock.ts'
import { instantText } from '../core/clock.ts'
import { errorFields, type Log } from '../log.ts'
import type { Store } from '../store/port.ts'
import { type Timer, timers } from './timer.collection.ts'

const LEASE_SECONDS = 60
const PAGE = 100
const CONCURRENCY = 8
const RETRY_MAX_SECONDS = 3600

/** A timer that is due. `key` is the effect's natural key: a repeated run after a crash carries the same. */
export interface DueTimer {
  readonly key: string
  readonly subject: string
  readonly dueAt: Temporal.Instant
}

/** Must be idempotent by the timer's key. */
export type TimerHandler = (timer: DueTimer) => Promise<void>

interface SweepParts {
  readonly store: Store
  readonly clock: Clock
  readonly handlers: Readonly<Record<string, TimerHandler>>
  readonly log: Log
  readonly county: string
  /** One at a time where the order of effects must be the same each time. */
  readonly concurrency?: number
}

/** What is due and not being run by anybody, the longest due first. */
async function duePage({ store, clock, county }: SweepParts): Promise<readonly Timer[]> {
  const below = instantText(clock.now().add({ milliseconds: 1 }))
  const page = await store.find(timers, { index: 'wake', county, range: { field: 'wakeAt', from: '', below }, limit: PAGE })
  return page.docs
}

/** Writes the next state if nobody else has written meanwhile; undefined when somebody has. */
async function write(store: Store, timer: Timer, change: Partial<Timer>): Promise<Timer | undefined> {
  const next: Timer = { ...timer, ...change, version: timer.version + 1 }
  const replaced = await store.replace(timers, next, timer.version)
  return replaced.ok ? next : undefined
}

const retryAt = (now: Temporal.Instant, failures: number): Temporal.Instant =>
  now.add({ seconds: Math.min(RETRY_MAX_SECONDS, 2 ** Math.min(failures, 12)) })

async function runHandler({ handlers, log }: SweepParts, { id, kind, subject, dueAt }: Timer): Promise<boolean> {
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined
  try {
    if (handler === undefined) throw new Error('no handler for this kind of timer')
    await handler({ key: `${id}:${instantText(dueAt)}`, subject, dueAt })
    return true
  } catch (error) {
    log.error({ timer: kind, id, ...errorFields(error) }, 'a timer failed')
    return false
  }
}

/**
 * Runs one timer if nobody else got it. The claim is a conditional write that hides the row for the length of the lease; a run that
 * outlives its lease finds another version and leaves the row to whoever has it now.
 */
async function runOnce(parts: SweepParts, timer: Timer): Promise<boolean> {
  const { store, clock } = parts
  const claimed = await write(store, timer, { wakeAt: clock.now().add({ seconds: LEASE_SECONDS }) })
  if (claimed === undefined) return false
  if (await runHandler(parts, claimed)) await write(store, claimed, { wakeAt: null, ranFor: claimed.dueAt, failures: 0 })
  else await write(store, claimed, { wakeAt: retryAt(clock.now(), claimed.failures + 1), failures: claimed.failures + 1 })
  return true
}

/** Makes the sweep over due timers; each call runs until nothing is due and answers how many it ran. */
export function createSweep(parts: SweepParts): () => Promise<number> {
  return async () => {
    let ran = 0
    for (let page = await duePage(parts); page.length > 0; page = await duePage(parts)) {
      const waiting = [...page]
      let moved = 0
      const worker = async (): Promise<void> => {
        for (let timer = waiting.shift(); timer !== undefined; timer = waiting.shift()) if (await runOnce(parts, timer)) moved += 1
      }
      await Promise.all(Array.from({ length: parts.concurrency ?? CONCURRENCY }, worker))
      ran += moved
      if (moved === 0) break
    }
    return ran
  }
}
