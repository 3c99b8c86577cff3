import type { DomainEvent, EventType } from '../core/event.ts'
import { errorFields, type Log } from '../log.ts'
import { inTurn } from './in-turn.ts'

/** Whoever wants to know what happened. It may be told the same event again after a crash, so `run` must be idempotent. */
export interface Subscriber {
  readonly name: string
  readonly on: readonly EventType[]
  run(event: DomainEvent): Promise<void>
}

/** An event was not handled by all who want it; the queue tries the document again. */
class NotHandled extends Error {
  override readonly name = 'NotHandled'
}

/** One document, by what may travel through a queue. */
export interface Ref {
  readonly collection: string
  readonly county: string
  readonly id: string
}

export const keyOf = ({ collection, county, id }: Ref): string => JSON.stringify([collection, county, id])

/** What this process remembers of one document between handling its events and clearing them from it. */
export interface Handling {
  readonly ref: Ref
  readonly exclusively: ReturnType<typeof inTurn>
  /** Which subscribers are through with an event that not all are through with. */
  readonly done: Map<string, Set<string>>
  readonly handled: Set<string>
  users: number
  clearing: NodeJS.Timeout | undefined
}

export const newHandling = (ref: Ref): Handling => ({
  ref,
  exclusively: inTurn(),
  done: new Map(),
  handled: new Set(),
  users: 0,
  clearing: undefined,
})

interface Told {
  readonly subscribers: readonly Subscriber[]
  readonly log: Log
}

async function tell(subscriber: Subscriber, event: DomainEvent, log: Log): Promise<boolean> {
  try {
    await subscriber.run(event)
    return true
  } catch (error) {
    log.error({ subscriber: subscriber.name, event: event.type, id: event.id, ...errorFields(error) }, 'a subscriber failed')
    return false
  }
}

/** Tells one event to everyone who wants it and has not heard it yet, in the order they were named. */
async function handleEvent(event: DomainEvent, handling: Handling, { subscribers, log }: Told): Promise<void> {
  const done = handling.done.get(event.id) ?? new Set()
  handling.done.set(event.id, done)
  let failed = false
  for (const subscriber of subscribers) {
    if (done.has(subscriber.name) || !subscriber.on.includes(event.type)) continue
    if (await tell(subscriber, event, log)) done.add(subscriber.name)
    else failed = true
  }
  if (failed) throw new NotHandled(event.type)
  handling.done.delete(event.id)
  handling.handled.add(event.id)
}

/** Handles what is pending, strictly in order: an event comes after everything of the one before it. Throws when a subscriber failed. */
export async function handleInOrder(events: readonly DomainEvent[], handling: Handling, told: Told): Promise<void> {
  for (const event of events) if (!handling.handled.has(event.id)) await handleEvent(event, handling, told)
}
