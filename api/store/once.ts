import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { REFUSAL, type RefusalKey } from '../core/refusal.ts'
import { accept, type Result, refuse } from '../core/result.ts'

/** One call as its caller numbered it: the same key with the same digest is the same call. */
export interface Once {
  readonly key: string
  readonly digest: string
}

interface Done extends Once {
  readonly refusal: RefusalKey | null
}

/** What an aggregate that is edited by keyed calls carries. */
export interface Remembers {
  readonly keys: readonly Done[]
}

const REFUSALS = Object.keys(REFUSAL) as [RefusalKey, ...RefusalKey[]]

/** To spread into an aggregate's strict object. */
export const onceFields = {
  keys: z.array(z.strictObject({ key: z.string(), digest: z.string(), refusal: z.enum(REFUSALS).nullable() })),
}
export const NO_KEYS: Remembers = { keys: [] }

/**
 * Makes a decision happen once for each key: the document remembers its newest calls and a repeated one changes nothing. Which key has been
 * seen is part of the same conditional write as the effect, so no second place can disagree.
 */
export function once<T extends Remembers>(
  call: Once,
  decide: (doc: T) => Result<{ doc: T; butRefused?: RefusalKey }>,
): (doc: T) => Result<T> {
  return (doc) => {
    const before = doc.keys.find(({ key }) => key === call.key)
    if (before) return repeated(doc, before, call)
    const decision = decide(doc)
    if (!decision.ok) return decision
    const { doc: changed, butRefused = null } = decision.value
    if (changed === doc) return accept(doc)
    return accept({ ...changed, keys: [...doc.keys.slice(1 - LIMIT.keysPerDocument), { ...call, refusal: butRefused }] })
  }
}

function repeated<T>(doc: T, before: Done, call: Once): Result<T> {
  if (before.digest !== call.digest) return refuse('key-reused')
  return before.refusal === null ? accept(doc) : refuse(before.refusal)
}
