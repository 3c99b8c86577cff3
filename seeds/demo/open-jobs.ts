import { assert } from '@linggong/api/core/assert.ts'
import { COUNTY_TIME_ZONE, countyDay, isBefore } from '@linggong/api/core/clock.ts'
import { fen } from '@linggong/api/core/money.ts'
import type { Cast } from './cast.ts'
import { createChance } from './chance.ts'
import { FIRST_OPEN_COUNTER } from './counters.ts'
import { OPEN_WORKS, type OpenWork } from './open-work.ts'
import type { DemoPerson } from './person.ts'
import { beginJob, type ToldJob, takeSeat } from './tell-job.ts'

/** A job that begins sooner than this is moved to the next day: somebody is to find and grab it. */
const LEAST_NOTICE = { hours: 1 }
const POSTED_BEFORE = { minutes: 50 }
const FIRST_TAKE_MINUTES = 10

/** Jobs of the coming days with seats to be had, published a little before `now`. */
export function tellOpenJobs({ now, cast }: { now: Temporal.Instant; cast: Cast }): readonly ToldJob[] {
  const chance = createChance('open jobs')
  const postedAt = now.round('minute').subtract(POSTED_BEFORE)
  return OPEN_WORKS.map((work, index) => {
    const counter = FIRST_OPEN_COUNTER + index
    const employer = memberOf(cast, work.employer)
    const begun = beginJob(chance, { offer: offerOf(work, now), counter, employer, postedAt, insured: work.insured })
    return work.takers.reduce((told, key, place) => {
      const at = postedAt.add({ minutes: FIRST_TAKE_MINUTES * (place + 1) })
      return takeSeat(chance, told, { worker: memberOf(cast, key), at })
    }, begun)
  })
}

function memberOf(cast: Cast, key: string): DemoPerson {
  const person = cast.get(key)
  assert(person !== undefined, 'who posts or has taken an open job is in the cast')
  return person
}

function offerOf({ trade, content, seats, days, hours, township, place, perks, ...work }: OpenWork, now: Temporal.Instant) {
  const planned = countyDay(now)
    .add({ days: work.inDays })
    .toZonedDateTime({ timeZone: COUNTY_TIME_ZONE, plainTime: Temporal.PlainTime.from(work.startsAt) })
  const isTooSoon = isBefore(planned.toInstant(), now.add(LEAST_NOTICE))
  const startsAt = (isTooSoon ? planned.add({ days: 1 }) : planned).toInstant()
  const pay = { amountFen: fen(work.yuan * 100), unit: work.unit }
  return { trade, content, seats, pay, startsAt, days, hoursPerDay: hours, township, place, perks }
}
