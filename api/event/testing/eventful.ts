import { z } from 'zod'
import type { DomainEvent } from '../../core/event.ts'
import { accept } from '../../core/result.ts'
import { createLog } from '../../log.ts'
import { MemoryQueue } from '../../queue/memory-queue.ts'
import type { Queue } from '../../queue/port.ts'
import { collection } from '../../store/collection.ts'
import { createEditor } from '../../store/editor.ts'
import type { Doc, Store } from '../../store/port.ts'
import type { Subscriber } from '../handling.ts'
import { EMPTY_OUTBOX, type Outbox, outboxFields, outboxIndex, withEvents } from '../outbox.ts'
import { createRelay, type Relay } from '../relay.ts'

export const COUNTY = '350428'

export interface Thing extends Doc, Outbox {
  readonly name: string
}

/** The smallest aggregate that causes events. */
export const things = collection<Thing>({
  name: 'things',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), name: z.string(), ...outboxFields }),
  indexes: { ...outboxIndex },
})

const START = Temporal.Instant.from('2026-11-23T00:00:00Z')

/** An event of thing `id`; its number orders it in time. */
export const happened = (id: string, number: number, type: 'jobDone' | 'jobFilled' = 'jobDone'): DomainEvent => ({
  id: `${type}:${id}:${number}`,
  type,
  county: COUNTY,
  at: START.add({ seconds: number }),
  demo: false,
  facts: { job: id, number: '10008', employer: 'E1', township: '古镛镇', trade: '搬运', riskClass: 1, startsAt: '' },
})

const SILENT = createLog({ level: 'silent' })

interface Setting {
  readonly store: Store
  readonly subscribers: readonly Subscriber[]
  readonly queue?: Queue
  readonly clearAfterMs?: number
}

/** One process of the county: editor, queue and relay over a store that outlives it. */
export function eventful({ store, subscribers, queue = new MemoryQueue({ retryMs: () => 1 }), clearAfterMs = 60_000 }: Setting) {
  const told: { relay?: Relay } = {}
  const editor = createEditor({ store, monotonicMs: () => performance.now(), onWritten: (...written) => told.relay?.notify(...written) })
  const parts = { store, editor, queue, collections: [things], subscribers, log: SILENT, county: COUNTY, clearAfterMs }
  const relay = createRelay(parts)
  told.relay = relay
  return {
    relay,
    queue,
    /** A new thing with what has just happened to it. */
    add: (id: string, ...events: readonly DomainEvent[]) =>
      editor.insert(things, withEvents({ id, county: COUNTY, version: 1, name: id, ...EMPTY_OUTBOX }, events)),
    append: (id: string, ...events: readonly DomainEvent[]) =>
      editor.edit(things, { county: COUNTY, id }, (thing) => accept(withEvents(thing, events))),
    thing: (id: string) => store.get(things, COUNTY, id),
  }
}
