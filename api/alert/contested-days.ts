import { countyDay, instantText, startOfCountyDay } from '../core/clock.ts'
import { staffTasks } from '../staff-task/staff-task.collection.ts'
import type { Query, Store } from '../store/port.ts'
import { rangeOf } from './day-figures.ts'

const PAGE = 500

interface Ports {
  readonly store: Pick<Store, 'find'>
  readonly county: string
}

/** How many quarrels about pay began on a day, in the county ('') or in a township. */
export interface ContestedDays {
  readonly places: readonly string[]
  on(place: string, day: Temporal.PlainDate): number
}

async function* openedIn({ store, county }: Ports, range: NonNullable<Query['range']>) {
  for (const state of ['open', 'done']) {
    const query = { index: 'kind', county, equals: { state, kind: 'pay-disputed' }, range, limit: PAGE }
    for (let after: string | undefined; ; ) {
      const page = await store.find(staffTasks, after === undefined ? query : { ...query, after })
      yield* page.docs
      after = page.next
      if (after === undefined) break
    }
  }
}

/** Each quarrel is one task of the staff, whether it is still open or done. */
export async function contestedDays(ports: Ports, days: readonly Temporal.PlainDate[]): Promise<ContestedDays> {
  const counts = new Map<string, number>()
  const places = new Set([''])
  const range = rangeOf(days)
  if (range === undefined) return { places: [''], on: () => 0 }
  const [from, below] = [range.from, range.to].map((day) => instantText(startOfCountyDay(day)))
  for await (const { openedAt, township } of openedIn(ports, { field: 'openedAt', from: from ?? '', below: below ?? '' })) {
    for (const place of new Set(['', township])) {
      const key = `${place} ${countyDay(openedAt)}`
      places.add(place)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return { places: [...places], on: (place, day) => counts.get(`${place} ${day}`) ?? 0 }
}
