import { errorFields, type Log } from '../log.ts'
import type { Payload, Queue } from '../queue/port.ts'
import type { Editor } from '../store/editor.ts'
import type { Collection, Doc, Store } from '../store/port.ts'
import { EventHandler } from './event-handler.ts'
import { keyOf, type Ref, type Subscriber } from './handling.ts'
import type { OutboxDoc } from './outbox.ts'
import { findPending } from './pending.ts'

const TASK = 'relay-events'
const CLEAR_AFTER_MS = 200

interface RelayParts {
  readonly store: Pick<Store, 'get' | 'find'>
  readonly editor: Pick<Editor, 'edit'>
  readonly queue: Queue
  readonly collections: readonly Collection<OutboxDoc>[]
  readonly subscribers: readonly Subscriber[]
  readonly log: Log
  readonly county: string
  /** Handled events wait this long to be cleared, so that a burst on one document costs one write. */
  readonly clearAfterMs?: number
}

/** Brings what happened to those who want to know. Safe in several processes: it may repeat, but it never forgets. */
export interface Relay {
  /** To be told of each document written; cheap where nothing is pending. */
  notify(collection: Pick<Collection, 'name'>, doc: Doc): void
  /** Takes up what a crash or a dead queue left behind, the oldest first; answers how many documents. `before` leaves out what is younger. */
  sweep(before?: Temporal.Instant): Promise<number>
  /** Resolves when this process has nothing pending; what is handled is cleared at once. */
  idle(): Promise<void>
  /** Takes nothing more and clears what is handled; the attempts still running do the same. The queue is closed after it. */
  stop(): Promise<void>
}

interface Run {
  again: boolean
  ended: Promise<void>
}

const toPayload = ({ collection, county, id }: Ref): Payload => ({ collection, county, id })
const toRef = ({ collection = '', county = '', id = '' }: Payload): Ref => ({ collection, county, id })

class EventRelay implements Relay {
  readonly #parts: RelayParts
  readonly #collections: ReadonlyMap<string, Collection<OutboxDoc>>
  readonly #handler: EventHandler
  readonly #runs = new Map<string, Run>()
  #stopped = false

  constructor(parts: RelayParts) {
    this.#parts = parts
    this.#collections = new Map(parts.collections.map((collection) => [collection.name, collection]))
    this.#handler = new EventHandler({ clearAfterMs: CLEAR_AFTER_MS, ...parts, collections: this.#collections })
    parts.queue.process(TASK, (payload) => this.#handler.handle(toRef(payload)))
  }

  notify(collection: Pick<Collection, 'name'>, doc: Doc & { readonly outbox?: readonly unknown[] }): void {
    if (doc.outbox === undefined || doc.outbox.length === 0 || !this.#collections.has(collection.name)) return
    this.#start({ collection: collection.name, county: doc.county, id: doc.id })
  }

  async sweep(before?: Temporal.Instant): Promise<number> {
    let found = 0
    const { store, county } = this.#parts
    for (const collection of this.#collections.values()) {
      for await (const { id } of findPending({ store, county, collection, before })) {
        const ref = { collection: collection.name, county, id }
        if (this.#runs.has(keyOf(ref)) || this.#stopped) continue
        this.#start(ref)
        found += 1
      }
    }
    return found
  }

  async idle(): Promise<void> {
    for (;;) {
      await Promise.all([...this.#runs.values()].map((run) => run.ended))
      if (!(await this.#handler.clearAll()) && this.#runs.size === 0) return
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#handler.stop()
  }

  #start(ref: Ref): void {
    const known = this.#runs.get(keyOf(ref))
    if (known !== undefined) known.again = true
    if (known !== undefined || this.#stopped) return
    const run: Run = { again: true, ended: Promise.resolve() }
    this.#runs.set(keyOf(ref), run)
    run.ended = this.#untilQuiet(ref, run)
  }

  /** Puts the document in until nothing new has come meanwhile. A failure leaves its events where they are, for the sweep. */
  async #untilQuiet(ref: Ref, run: Run): Promise<void> {
    try {
      while (run.again && !this.#stopped) {
        run.again = false
        await this.#parts.queue.run(TASK, toPayload(ref), { group: keyOf(ref) })
      }
    } catch (error) {
      this.#parts.log.warn({ collection: ref.collection, id: ref.id, ...errorFields(error) }, 'events are left to the sweep')
    } finally {
      this.#runs.delete(keyOf(ref))
    }
  }
}

export const createRelay = (parts: RelayParts): Relay => new EventRelay(parts)
