import { assert } from '../core/assert.ts'
import { accept } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type Timer, timers } from './timer.collection.ts'

interface TimerKey {
  readonly kind: string
  readonly subject: string
}

/** What a slice needs of time: to be called later, once. */
export interface Timers {
  /** Idempotent. A later call for the same kind and subject moves the time, also after it ran. */
  set(timer: TimerKey & { readonly dueAt: Temporal.Instant }): Promise<void>
  clear(timer: TimerKey): Promise<void>
  /** When the next timer is to be looked at, so that a test or a chat run can move its clock there. */
  nextWake(): Promise<Temporal.Instant | undefined>
}

interface TimersParts {
  readonly store: Pick<Store, 'find'>
  readonly editor: Editor
  readonly county: string
}

const same = (a: Temporal.Instant, b: Temporal.Instant | null): boolean => b !== null && a.equals(b)
const idOf = ({ kind, subject }: TimerKey): string => `${kind}:${subject}`

function moved(timer: Timer, dueAt: Temporal.Instant): Timer {
  const standsAlready = same(dueAt, timer.dueAt) && timer.wakeAt !== null
  return standsAlready || same(dueAt, timer.ranFor) ? timer : { ...timer, dueAt, wakeAt: dueAt, failures: 0 }
}

export function createTimers({ store, editor, county }: TimersParts): Timers {
  const change = async (key: TimerKey, decide: (timer: Timer) => Timer): Promise<void> => {
    const edited = await editor.edit(timers, { county, id: idOf(key) }, (timer) => accept(decide(timer)))
    if (!edited.ok && edited.refusal !== 'not-found') throw new StoreUnavailable('a timer could not be changed')
  }
  return {
    async set({ kind, subject, dueAt }) {
      const fresh = { id: idOf({ kind, subject }), county, version: 1, kind, subject, dueAt, wakeAt: dueAt, ranFor: null, failures: 0 }
      const inserted = await editor.insert(timers, fresh)
      if (inserted.ok) return
      assert(inserted.duplicate === 'id', 'a timer has no key but its id')
      await change({ kind, subject }, (timer) => moved(timer, dueAt))
    },
    clear: (key) => change(key, (timer) => (timer.wakeAt === null ? timer : { ...timer, wakeAt: null })),
    async nextWake() {
      const page = await store.find(timers, { index: 'wake', county, range: { field: 'wakeAt', from: '' }, limit: 1 })
      return page.docs[0]?.wakeAt ?? undefined
    },
  }
}
