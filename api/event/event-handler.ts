import { assert } from '../core/assert.ts'
import { accept } from '../core/result.ts'
import { errorFields, type Log } from '../log.ts'
import type { Editor } from '../store/editor.ts'
import type { Collection, Store } from '../store/port.ts'
import { type Handling, handleInOrder, keyOf, newHandling, type Ref, type Subscriber } from './handling.ts'
import { type OutboxDoc, withoutEvents } from './outbox.ts'

export interface EventHandlerParts {
  readonly store: Pick<Store, 'get'>
  readonly editor: Pick<Editor, 'edit'>
  readonly collections: ReadonlyMap<string, Collection<OutboxDoc>>
  readonly subscribers: readonly Subscriber[]
  readonly log: Log
  readonly clearAfterMs: number
}

/** Handles the pending events of documents and clears them, a burst on one document by one write. */
export class EventHandler {
  readonly #parts: EventHandlerParts
  readonly #handlings = new Map<string, Handling>()
  #stopped = false

  constructor(parts: EventHandlerParts) {
    this.#parts = parts
  }

  async handle(ref: Ref): Promise<void> {
    const collection = this.#collection(ref)
    const handling = this.#handlings.get(keyOf(ref)) ?? newHandling(ref)
    this.#handlings.set(keyOf(ref), handling)
    handling.users += 1
    try {
      await handling.exclusively(async () => {
        const doc = await this.#parts.store.get(collection, ref.county, ref.id)
        await handleInOrder(doc?.outbox ?? [], handling, this.#parts)
      })
    } finally {
      handling.users -= 1
      if (this.#stopped) await this.#clear(handling)
      else this.#clearLater(handling)
    }
  }

  /** Clears at once what would be cleared a little later; says whether there was anything. */
  async clearAll(): Promise<boolean> {
    const due = [...this.#handlings.values()].filter((handling) => handling.clearing !== undefined)
    await Promise.all(due.map((handling) => this.#clear(handling)))
    return due.length > 0
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.clearAll()
  }

  #clearLater(handling: Handling): void {
    if (handling.handled.size === 0) this.#forget(handling)
    else handling.clearing ??= setTimeout(() => void this.#clear(handling), this.#parts.clearAfterMs)
  }

  /** When the write fails, what is handled stays remembered until the sweep comes by. */
  async #clear(handling: Handling): Promise<void> {
    clearTimeout(handling.clearing)
    handling.clearing = undefined
    await handling.exclusively(async () => {
      if (handling.handled.size > 0 && (await this.#cleared(handling))) handling.handled.clear()
    })
    this.#forget(handling)
  }

  async #cleared({ ref, handled }: Handling): Promise<boolean> {
    try {
      const edited = await this.#parts.editor.edit(this.#collection(ref), ref, (doc) => accept(withoutEvents(doc, handled)))
      return edited.ok || edited.refusal === 'not-found'
    } catch (error) {
      this.#parts.log.warn({ collection: ref.collection, id: ref.id, ...errorFields(error) }, 'handled events were not cleared')
      return false
    }
  }

  #collection({ collection: name }: Ref): Collection<OutboxDoc> {
    const collection = this.#parts.collections.get(name)
    assert(collection !== undefined, 'only events of declared collections are queued')
    return collection
  }

  #forget({ ref, users, handled, done, clearing }: Handling): void {
    if (users === 0 && handled.size === 0 && done.size === 0 && clearing === undefined) this.#handlings.delete(keyOf(ref))
  }
}
