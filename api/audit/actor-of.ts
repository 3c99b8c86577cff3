import type { StaffCaller } from '../contract/route.ts'
import type { Actor } from '../core/audit/audited.ts'
import type { StaffId } from '../core/id.ts'
import type { Once } from '../store/once.ts'

export const staffActor = (id: StaffId): Actor => ({ role: 'staff', id })

/** Who does it and by which call. The digest is part of the key: a call that uses its key for something else is another row. */
export const staffAct = ({ staff }: Pick<StaffCaller, 'staff'>, call: Once): { readonly key: string; readonly actor: Actor } => ({
  key: `${call.key}:${call.digest}`,
  actor: staffActor(staff.id),
})
