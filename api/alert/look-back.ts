import { startOfCountyDay } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import { watchDay } from './clock-watch.ts'
import { type EventWatchPorts, isWatched, watchEvent } from './event-watch.ts'
import { type FileAlertPorts, fileAlert } from './file-alert.ts'

interface Past {
  readonly events: readonly DomainEvent[]
  /** Days that are over, in order. */
  readonly days: readonly Temporal.PlainDate[]
}

/**
 * Looks at a past that nobody watched while it happened, as if somebody had: each alert is as old as what it is about.
 * Twice is once. Gives way after each step.
 */
export async function* lookBack(ports: EventWatchPorts & Omit<FileAlertPorts, 'clock'>, { events, days }: Past): AsyncGenerator<void> {
  const fileAt = (at: Temporal.Instant) => ({ ...ports, clock: { now: () => at } })
  for (const event of events) {
    if (!isWatched(event)) continue
    for (const finding of await watchEvent(ports, event)) await fileAlert(fileAt(event.at), finding)
    yield
  }
  for (const day of days) {
    const end = startOfCountyDay(day.add({ days: 1 }))
    for (const finding of await watchDay(ports, day, end)) await fileAlert(fileAt(end), finding)
    yield
  }
}
