import type { DomainEvent } from '@linggong/api/core/event.ts'
import type { OutboxDoc } from '@linggong/api/event/outbox.ts'
import type { Doc, Store } from '@linggong/api/store/port.ts'

/** Every event that was ever written, in the order of the writes. */
export type Seen = Map<string, DomainEvent>

const eventsOf = (doc: Doc & Partial<OutboxDoc>): readonly DomainEvent[] => doc.outbox ?? []

/** A store whose writes somebody watches who does not die with the process. */
export function witnessed(store: Store, seen: Seen): Store {
  const look = (doc: Doc): void => {
    for (const event of eventsOf(doc)) if (!seen.has(event.id)) seen.set(event.id, event)
  }
  return {
    ...store,
    async insert(into, doc) {
      const inserted = await store.insert(into, doc)
      if (inserted.ok) look(doc)
      return inserted
    },
    async replace(into, doc, version) {
      const replaced = await store.replace(into, doc, version)
      if (replaced.ok) look(doc)
      return replaced
    },
  }
}
