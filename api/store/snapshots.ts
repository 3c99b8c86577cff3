import type { Doc } from './port.ts'

interface Snapshot {
  readonly doc: Doc
  readonly takenAtMs: number
}

export interface Snapshots {
  /** The newest known state, when it is young enough to say no from. */
  get(key: string): Doc | undefined
  /** `takenAtMs` is when the reading or writing began, so that an age is never understated. */
  put(key: string, snapshot: Snapshot): void
  forget(key: string): void
}

/** What recently edited documents looked like. Bounded in number and age: another process may have changed them since. */
export function createSnapshots(limits: { readonly countMax: number; readonly ageMaxMs: number }, monotonicMs: () => number): Snapshots {
  const known = new Map<string, Snapshot>()
  return {
    get(key) {
      const snapshot = known.get(key)
      return snapshot !== undefined && monotonicMs() - snapshot.takenAtMs <= limits.ageMaxMs ? snapshot.doc : undefined
    },
    put(key, snapshot) {
      const newer = known.get(key)
      if (newer !== undefined && newer.doc.version > snapshot.doc.version) return
      known.delete(key)
      known.set(key, snapshot)
      const oldest = known.keys().next().value
      if (known.size > limits.countMax && oldest !== undefined) known.delete(oldest)
    },
    forget: (key) => void known.delete(key),
  }
}
