import { setTimeout as sleep } from 'node:timers/promises'
import { assert } from '../core/assert.ts'
import { LIMIT } from '../core/limit.ts'
import type { RefusalKey } from '../core/refusal.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { createGate, type GateLimits } from './gate.ts'
import type { Collection, Doc, Inserted, Store } from './port.ts'
import { createSnapshots } from './snapshots.ts'

export interface Ref {
  readonly county: string
  readonly id: string
}

export interface EditOptions {
  /** The refusal when there is no such document; `not-found` unless named. */
  readonly missing?: RefusalKey
  /** The refusal when another document holds a unique key of the result. Unnamed, that is a bug and throws. */
  readonly duplicate?: RefusalKey
  /** Lets a "no" decided on a state of up to a second ago stand, without asking the database. For the crowd in front of a full job. */
  readonly refuseFromMemory?: boolean
}

export interface Editor {
  /**
   * Decides on the newest state and replaces it on that condition; if somebody was faster, decides again, at most
   * `LIMIT.editAttempts` times, then refuses with `try-again`. Edits of one document in one process run in the order of asking.
   * `decide` is pure, keeps id, county and version (the editor counts it up), and returns the very same document to write nothing.
   */
  edit<T extends Doc>(into: Collection<T>, ref: Ref, decide: (doc: T) => Result<T>, options?: EditOptions): Promise<Result<T>>
  insert<T extends Doc>(into: Collection<T>, doc: T): Promise<Inserted>
}

interface EditorParts {
  readonly store: Store
  readonly monotonicMs: () => number
  /** Told of each acknowledged write, after it. Must not throw: the write stands, whatever it does. */
  readonly onWritten?: (collection: Collection, doc: Doc) => void
  readonly limits?: Partial<GateLimits>
}

interface Edit<T extends Doc> extends EditOptions {
  readonly key: string
  readonly into: Collection<T>
  readonly ref: Ref
  readonly decide: (doc: T) => Result<T>
}

const SNAPSHOT_LIMITS = { countMax: 500, ageMaxMs: 1000 }
const GATE_LIMITS: GateLimits = { holdMs: 15_000, waitingMax: 10_000 }
/** From the third collision on, processes step out of each other's rhythm. */
const PATIENT_ATTEMPTS = 2
const STEP_ASIDE_MS = 8

const keyOf = (into: Collection, ref: Ref): string => `${into.name}/${ref.county}/${ref.id}`

function nextVersion<T extends Doc>(doc: T, decided: T): T {
  const kept = decided.id === doc.id && decided.county === doc.county && decided.version === doc.version
  assert(kept, 'a decision keeps id, county and version')
  return { ...decided, version: doc.version + 1 }
}

/** A read or a write tells what the document looked like when it began. */
function createMemory(monotonicMs: () => number) {
  const snapshots = createSnapshots(SNAPSHOT_LIMITS, monotonicMs)
  return {
    recall: <T extends Doc>({ key }: Edit<T>): T | undefined => snapshots.get(key) as T | undefined, // the key begins with the collection's name
    forget: (key: string) => snapshots.forget(key),
    async during<R>(key: string, act: () => Promise<R>, docOf: (answer: R) => Doc | undefined): Promise<R> {
      const takenAtMs = monotonicMs()
      const answer = await act()
      const doc = docOf(answer)
      if (doc !== undefined) snapshots.put(key, { doc, takenAtMs })
      return answer
    },
  }
}

export function createEditor({ store, monotonicMs, onWritten, limits }: EditorParts): Editor {
  const gate = createGate({ ...GATE_LIMITS, ...limits })
  const memory = createMemory(monotonicMs)

  /** undefined: somebody was faster. */
  async function write<T extends Doc>({ key, into, duplicate }: Edit<T>, doc: T, decided: T): Promise<Result<T> | undefined> {
    const next = nextVersion(doc, decided)
    memory.forget(key)
    const replace = () => store.replace(into, next, doc.version)
    const replaced = await memory.during(key, replace, (answer) => (answer.ok ? next : undefined))
    if (replaced.ok) {
      onWritten?.(into, next)
      return accept(next)
    }
    if (replaced.reason === 'stale') return undefined
    assert(duplicate !== undefined, `${into.name}: an edit ran into the unique key ${replaced.duplicate}`)
    return refuse(duplicate)
  }

  async function fromDatabase<T extends Doc>(edit: Edit<T>): Promise<Result<T>> {
    const read = () => store.get(edit.into, edit.ref.county, edit.ref.id)
    for (let attempt = 0; attempt < LIMIT.editAttempts; attempt++) {
      if (attempt > PATIENT_ATTEMPTS) await sleep(Math.random() * STEP_ASIDE_MS * attempt)
      const doc = await memory.during(edit.key, read, (found) => found)
      if (doc === undefined) return refuse(edit.missing ?? 'not-found')
      const decision = edit.decide(doc)
      if (!decision.ok || decision.value === doc) return decision
      const written = await write(edit, doc, decision.value)
      if (written !== undefined) return written
    }
    return refuse('try-again')
  }

  const fromMemory = async <T extends Doc>(edit: Edit<T>, doc: T, decided: T): Promise<Result<T>> =>
    (await write(edit, doc, decided)) ?? (await fromDatabase(edit))

  /** What memory says is checked: a yes by the conditional write, a no and "nothing to do" by a read, unless the caller waives that for a no. */
  function turn<T extends Doc>(edit: Edit<T>): Result<T> | Promise<Result<T>> {
    const doc = memory.recall(edit)
    if (doc === undefined) return fromDatabase(edit)
    const decision = edit.decide(doc)
    if (!decision.ok) return edit.refuseFromMemory === true ? decision : fromDatabase(edit)
    return decision.value === doc ? fromDatabase(edit) : fromMemory(edit, doc, decision.value)
  }

  return {
    edit(into, ref, decide, options = {}) {
      const key = keyOf(into, ref)
      return gate.run(key, () => turn({ ...options, key, into, ref, decide }))
    },
    async insert(into, doc) {
      const inserted = await memory.during(
        keyOf(into, doc),
        () => store.insert(into, doc),
        (answer) => (answer.ok ? doc : undefined),
      )
      if (inserted.ok) onWritten?.(into, doc)
      return inserted
    },
  }
}
