import { countyDay, isBefore } from '../clock.ts'
import type { Due } from '../job/due.ts'
import { arrearsFrom } from '../job/mark-arrears.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'

/** How long something has been owed, each from so many county days on; `days1To3` is up to and with the third. */
const FROM_DAYS = { days1To3: 1, days4To7: 4, days8To30: 8, over30Days: 31 } as const

export type Age = keyof typeof FROM_DAYS
export const AGES = Object.keys(FROM_DAYS) as Age[] // the keys of the table the type is made of

/** Days of the calendar, as people count them; undefined while it is not in arrears, which begins a day after it fell due to the minute. */
export function ageOf(since: Temporal.Instant, now: Temporal.Instant): Age | undefined {
  if (isBefore(now, arrearsFrom(since))) return undefined
  const { days } = countyDay(since).until(countyDay(now), { largestUnit: 'days' })
  return AGES.findLast((age) => days >= FROM_DAYS[age])
}

export interface Arrears {
  readonly owedFen: Fen
  readonly byAge: Readonly<Record<Age, Fen>>
  /** To how many people. */
  readonly workers: number
  readonly since: Temporal.Instant
}

const oldest = (dues: readonly Due[]): Temporal.Instant | undefined => dues.map(({ since }) => since).toSorted(Temporal.Instant.compare)[0]

/** What of these dues is in arrears, by its age; undefined when nothing is. */
export function arrearsIn(dues: readonly Due[], now: Temporal.Instant): Arrears | undefined {
  const late = dues.filter(({ state, since }) => state === 'open' && ageOf(since, now) !== undefined)
  const since = oldest(late)
  if (since === undefined) return undefined
  const fenOf = (some: readonly Due[]): Fen => addFen(NO_FEN, ...some.map(({ amountFen }) => amountFen))
  const sumAged = (age: Age): Fen => fenOf(late.filter((due) => ageOf(due.since, now) === age))
  const byAge = { days1To3: sumAged('days1To3'), days4To7: sumAged('days4To7'), days8To30: sumAged('days8To30') }
  return {
    owedFen: fenOf(late),
    byAge: { ...byAge, over30Days: sumAged('over30Days') },
    workers: new Set(late.map(({ worker }) => worker)).size,
    since,
  }
}
