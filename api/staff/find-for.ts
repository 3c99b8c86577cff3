import type { StaffAction } from '../core/staff/action.ts'
import { filterFor, type StaffActor } from '../core/staff/policy.ts'
import { findWithin, type Within } from '../store/find-within.ts'
import type { Collection, Doc, Page, Query, Store } from '../store/port.ts'

interface Listing<T extends Doc> {
  readonly from: Collection<T>
  readonly query: Query
  /** The index that leads through one township. */
  readonly along: Omit<Within, 'townships'>
}

/** A list as far as somebody may see it: what he may not open is not read either. */
export async function findFor<T extends Doc>(
  store: Pick<Store, 'find'>,
  { staff, action }: { readonly staff: StaffActor; readonly action: StaffAction },
  { from, query, along }: Listing<T>,
): Promise<Page<T>> {
  const filter = filterFor(staff, action)
  if (filter === undefined) return { docs: [] }
  const { townships } = filter
  return findWithin(store, { from, query }, townships === undefined ? undefined : { ...along, townships })
}
