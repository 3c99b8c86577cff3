import { countyDay, startOfCountyDay } from '../core/clock.ts'
import { DEFINITIONS_VERSION } from '../core/statistics/catalogue.ts'
import type { Store } from '../store/port.ts'
import { CUBES, frozenMonths, type MonthDoc, months } from './rollup.collection.ts'

/** So long after its end a month still takes in what comes late. */
const OPEN_DAYS = 35
const PAGE = 200
/** A month is closed at night, when nobody looks. */
const FREEZE_HOUR = 3

const isOver = ({ month }: MonthDoc, now: Temporal.Instant): boolean => {
  const end = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 })
  return Temporal.PlainDate.compare(end.add({ days: OPEN_DAYS }), countyDay(now)) <= 0
}

/** Closes every month that is long over: what is told of it stays as it is now, and what comes later shows as a revision. Closed once. */
export async function freezeMonths({ store, county }: { store: Store; county: string }, now: Temporal.Instant): Promise<void> {
  for (const demo of [false, true]) {
    for (const cube of CUBES) {
      for (let after: string | undefined; ; ) {
        const query = { index: 'month', county, equals: { demo, cube }, limit: PAGE }
        const page = await store.find(months, after === undefined ? query : { ...query, after })
        for (const month of page.docs) if (isOver(month, now)) await freeze(store, month, now)
        after = page.next
        if (after === undefined) break
      }
    }
  }
}

async function freeze(store: Store, { pending: _, ...month }: MonthDoc, frozenAt: Temporal.Instant): Promise<void> {
  if ((await store.get(frozenMonths, month.county, month.id)) !== undefined) return
  await store.insert(frozenMonths, { ...month, version: 1, frozenAt, definitionVersion: DEFINITIONS_VERSION })
}

interface FreezeParts {
  readonly store: Store
  readonly county: string
  readonly clock: { now(): Temporal.Instant }
  readonly setTimer: (timer: { kind: 'freeze-statistics'; subject: string; dueAt: Temporal.Instant }) => Promise<void>
}

/** What the timer of the statistics runs, and what winds it: each day has one for ever and winds the next. */
export function createFreezing({ store, county, clock, setTimer }: FreezeParts) {
  const wind = (day: Temporal.PlainDate): Promise<void> =>
    setTimer({ kind: 'freeze-statistics', subject: day.toString(), dueAt: startOfCountyDay(day).add({ hours: FREEZE_HOUR }) })
  return {
    wind: () => wind(countyDay(clock.now()).add({ days: 1 })),
    tasks: {
      'freeze-statistics': async (day: string) => {
        await wind(Temporal.PlainDate.from(day).add({ days: 1 }))
        await freezeMonths({ store, county }, clock.now())
      },
    },
  }
}
