import { type Clock, instantText } from '../core/clock.ts'
import { forget } from '../store/forget.ts'
import type { Query, Store } from '../store/port.ts'
import { approvals } from './approval.collection.ts'
import { contactCodes, invitations } from './staff-code.collection.ts'
import { staffSessions } from './staff-session.collection.ts'
import { staffTries } from './staff-tries.collection.ts'

/** After a day no try counts any more; what was agreed to stands in the audit. */
const TRIES_KEPT_HOURS = 24
const APPROVALS_KEPT_HOURS = 24 * 30

interface ForgetPorts {
  readonly store: Pick<Store, 'find' | 'remove'>
  readonly county: string
  readonly clock: Clock
}

/** Forgets what is over, a page of each at a time. */
export async function forgetStaff({ store, county, clock }: ForgetPorts): Promise<void> {
  const now = clock.now()
  const before = (field: string, hours: number): NonNullable<Query['range']> => ({ field, below: instantText(now.subtract({ hours })) })
  await forget(store, staffSessions, { index: 'ends', county, range: before('endsAt', 0) })
  await forget(store, invitations, { index: 'ends', county, range: before('endsAt', 0) })
  await forget(store, contactCodes, { index: 'ends', county, range: before('endsAt', 0) })
  await forget(store, staffTries, { index: 'age', county, range: before('at', TRIES_KEPT_HOURS) })
  await forget(store, approvals, { index: 'age', county, range: before('askedAt', APPROVALS_KEPT_HOURS) })
}
