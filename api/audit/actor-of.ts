import type { Caller } from '../contract/route.ts'
import { assert } from '../core/assert.ts'
import type { Actor } from '../core/audit/audited.ts'
import type { Once } from '../store/once.ts'

/** One token stands for everybody of the hall; once each has an account, the caller says who it is. */
export const HALL = 'hall'

export function staffActor({ role }: Pick<Caller, 'role'>): Actor {
  assert(role === 'staff', 'who is written down as staff called as staff')
  return { role: 'staff', id: HALL }
}

/** Who does it and by which call. The digest is part of the key: a call that uses its key for something else is another row. */
export const staffAct = (caller: Pick<Caller, 'role'>, call: Once): { readonly key: string; readonly actor: Actor } => ({
  key: `${call.key}:${call.digest}`,
  actor: staffActor(caller),
})
