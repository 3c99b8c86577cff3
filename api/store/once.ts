import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { isRefusal } from '../core/refusal.ts'
import { accept, type RefusalFacts, type Refused, type Result, refuse } from '../core/result.ts'

/** One call as its caller numbered it: the same key with the same digest is the same call. */
export interface Once {
  readonly key: string
  readonly digest: string
}

interface Done extends Once {
  /** The answer of a call that was a "no" and changed the document all the same. Its key is plain text, as keys may be renamed later. */
  readonly refused: { readonly refusal: string; readonly facts: RefusalFacts } | null
}

/** What an aggregate that is edited by keyed calls carries. */
export interface Remembers {
  readonly keys: readonly Done[]
}

const refused = z.strictObject({ refusal: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })

/** To spread into an aggregate's strict object. */
export const onceFields = { keys: z.array(z.strictObject({ key: z.string(), digest: z.string(), refused: refused.nullable() })) }
export const NO_KEYS: Remembers = { keys: [] }

/**
 * Makes a decision happen once for each key: the document remembers its newest calls and a repeated one changes nothing. Which key has been
 * seen is part of the same conditional write as the effect, so no second place can disagree.
 */
export function once<T extends Remembers>(
  call: Once,
  decide: (doc: T) => Result<{ doc: T; butRefused?: Refused | undefined }>,
): (doc: T) => Result<T> {
  return (doc) => {
    const before = doc.keys.find(({ key }) => key === call.key)
    if (before) return repeated(doc, before, call)
    const decision = decide(doc)
    if (!decision.ok) return decision
    const { doc: changed, butRefused } = decision.value
    if (changed === doc) return accept(doc)
    const done: Done = { ...call, refused: butRefused ? { refusal: butRefused.refusal, facts: butRefused.facts } : null }
    return accept({ ...changed, keys: [...doc.keys.slice(1 - LIMIT.keysPerDocument), done] })
  }
}

/**
 * The "no" that the document remembers for a call; undefined when the call was a yes or is not remembered. One whose key there is no more
 * was a "no" all the same, but nobody can say which: the caller is to ask anew.
 */
export function refusedBefore({ keys }: Remembers, { key }: Once): Refused | undefined {
  const before = keys.find((done) => done.key === key)?.refused
  if (!before) return undefined
  return isRefusal(before.refusal) ? refuse(before.refusal, before.facts) : refuse('try-again')
}

const repeated = <T extends Remembers>(doc: T, before: Done, call: Once): Result<T> =>
  before.digest === call.digest ? (refusedBefore(doc, call) ?? accept(doc)) : refuse('key-reused')
