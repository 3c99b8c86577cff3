import { assert } from '@linggong/api/core/assert.ts'
import { countyDay } from '@linggong/api/core/clock.ts'
import { inventCast } from './cast.ts'
import { monthsUntil } from './figures.ts'
import { tellOpenJobs } from './open-jobs.ts'
import { tellPastJobs } from './past-jobs.ts'
import { inventPeople } from './people.ts'
import type { DemoPerson, IdOf } from './person.ts'
import type { ToldJob } from './tell-job.ts'

/**
 * The story of the demo county. The same `now` and ids tell the same story to the letter. Everything in it is marked as demo and nobody
 * in it exists. What is long is told piece by piece, so that whoever listens can attend to other things in between.
 */
export interface DemoCounty {
  /** Those of the chat who are registered, and the employers of the open jobs. */
  readonly cast: readonly DemoPerson[]
  readonly openJobs: readonly ToldJob[]
  /** Everybody else, in the order of their registration. */
  people(): Iterable<DemoPerson>
  /** Every job of the past, settled or expired. `people` are those of `people()`. */
  pastJobs(people: readonly DemoPerson[]): Iterable<ToldJob>
}

export function demoCounty({ now, idOf }: { now: Temporal.Instant; idOf: IdOf }): DemoCounty {
  const today = countyDay(now)
  const months = monthsUntil(today)
  const [opening] = months
  assert(opening !== undefined, 'the demo county has a past')
  const cast = inventCast({ opened: opening.first, today, idOf })
  const members = [...cast.values()]
  return {
    cast: members,
    openJobs: tellOpenJobs({ now, cast }),
    people: () => inventPeople({ months, today, idOf, taken: members.map(({ idNumber }) => idNumber) }),
    pastJobs: (people) => tellPastJobs({ now, months, cast, people: [...members, ...people] }),
  }
}
