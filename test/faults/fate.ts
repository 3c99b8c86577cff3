import type { Store } from '@linggong/api/store/port.ts'

/** The process was killed; nothing it had in memory is left. */
export class Died extends Error {
  override readonly name = 'Died'
}

export interface Crash {
  /** Effects that still happen before this one. */
  readonly after: number
  /** Whether the effect itself was still carried out. */
  readonly done: boolean
}

/** Decides at which effects on the outside world the process dies. */
export interface Fate {
  readonly effects: () => number
  effect<T>(act: () => Promise<T>): Promise<T>
}

export function fateOf(crashes: readonly Crash[]): Fate {
  const coming = [...crashes]
  let effects = 0
  let left = coming[0]?.after
  return {
    effects: () => effects,
    async effect(act) {
      effects += 1
      if (left === undefined || left > 0) {
        if (left !== undefined) left -= 1
        return act()
      }
      const crash = coming.shift()
      left = coming[0]?.after
      if (crash?.done === true) await act()
      throw new Died()
    },
  }
}

/** A store whose user may die right before or right after any write. */
export const mortal = (store: Store, { effect }: Fate): Store => ({
  ...store,
  insert: (into, doc) => effect(() => store.insert(into, doc)),
  replace: (into, doc, expectedVersion) => effect(() => store.replace(into, doc, expectedVersion)),
  remove: (from, county, id) => effect(() => store.remove(from, county, id)),
})
