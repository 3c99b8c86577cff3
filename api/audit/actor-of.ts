import type { StaffCaller } from '../contract/route.ts'
import type { Actor } from '../core/audit/audited.ts'
import type { PersonId, StaffId } from '../core/id.ts'
import type { Once } from '../store/once.ts'

export const staffActor = (id: StaffId): Actor => ({ role: 'staff', id })

interface Act {
  readonly key: string
  readonly actor: Actor
}

/** Who does it and by which call. The digest is part of the key: a call that uses its key for something else is another row. */
export const actOf = (actor: Actor, { key, digest }: Once): Act => ({ key: `${key}:${digest}`, actor })

export const staffAct = ({ staff }: Pick<StaffCaller, 'staff'>, call: Once): Act => actOf(staffActor(staff.id), call)

/** The same of what somebody does with his own data. */
export const ownAct = (person: PersonId, call: Once): Act => actOf({ role: 'person', id: person }, call)
