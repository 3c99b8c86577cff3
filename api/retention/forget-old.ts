import { type Clock, instantText } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import type { Store } from '../store/port.ts'
import { KEPT } from './retention.ts'

interface Parts {
  readonly store: Pick<Store, 'find' | 'remove'>
  readonly county: string
  readonly clock: Clock
}

/** Forgets what nobody needs any more, a page of each kind at a time, the oldest first. */
export async function forgetOld({ store, county, clock }: Parts): Promise<void> {
  for (const { of, where, since, keptHours } of KEPT) {
    const range = { field: since, below: instantText(clock.now().subtract({ hours: keptHours })) }
    const { docs } = await store.find(of, { ...where, county, range, limit: LIMIT.pageSize })
    await Promise.all(docs.map(({ id }) => store.remove(of, county, id)))
  }
}
