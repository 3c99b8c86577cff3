import type { Store } from '../../store/port.ts'

/** The process dies here. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

/** Where it dies: at which write, and whether that write has still reached the database. */
export interface CrashPoint {
  readonly write: number
  readonly reached: boolean
}

/** A store whose process dies at one write and is dead from then on. */
export function crashingStore(store: Store, point: CrashPoint): Store {
  let writes = 0
  async function writing<R>(write: () => Promise<R>): Promise<R> {
    const mine = writes
    writes += 1
    if (mine < point.write) return await write()
    if (mine === point.write && point.reached) await write()
    throw new Crash()
  }
  return {
    ...store,
    insert: (into, doc) => writing(() => store.insert(into, doc)),
    replace: (into, doc, expectedVersion) => writing(() => store.replace(into, doc, expectedVersion)),
    remove: (from, county, id) => writing(() => store.remove(from, county, id)),
  }
}

type Delay = <A extends readonly unknown[], R>(operation: (...args: A) => Promise<R>) => (...args: A) => Promise<R>

/** A store whose answers to the four operations of folding arrive when `delay` lets them. */
export const delayedStore = (store: Store, delay: Delay): Store => ({
  ...store,
  get: (from, county, id) => delay(() => store.get(from, county, id))(),
  insert: (into, doc) => delay(() => store.insert(into, doc))(),
  replace: (into, doc, expectedVersion) => delay(() => store.replace(into, doc, expectedVersion))(),
})

/** A store that lets something else happen just before one of its operations, counted from 0. */
export function interruptedStore(store: Store, operation: number, meanwhile: () => Promise<void>): Store {
  let operations = 0
  return delayedStore(store, (run) => async (...args) => {
    operations += 1
    if (operations - 1 === operation) await meanwhile()
    return await run(...args)
  })
}
