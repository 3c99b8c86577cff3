import { expireJob, expiresAt } from '@linggong/api/core/job/expire-job.ts'
import { fen } from '@linggong/api/core/money.ts'
import type { Cast } from './cast.ts'
import { type Chance, createChance } from './chance.ts'
import { FIRST_COUNTER, isPastCounter } from './counters.ts'
import { createCrowd } from './crowd.ts'
import type { Month } from './figures.ts'
import { finishJob } from './finish-job.ts'
import { type Plan, planMonth } from './past-plans.ts'
import type { DemoPerson } from './person.ts'
import { posterOf } from './poster.ts'
import { rateJob } from './rate-job.ts'
import { beginJob, type ToldJob, takeSeat, thenTold } from './tell-job.ts'

interface Story {
  readonly now: Temporal.Instant
  readonly months: readonly Month[]
  readonly cast: Cast
  /** Everybody, in the order of their registration. */
  readonly people: readonly DemoPerson[]
}

/** Every job of the past, over and settled, in the order of their posting. */
export function* tellPastJobs({ now, months, cast, people }: Story): Generator<ToldJob> {
  const chance = createChance('jobs')
  const crowd = createCrowd(people)
  let counter = FIRST_COUNTER
  for (const [index, month] of months.entries()) {
    for (const plan of planMonth({ chance, crowd, cast }, month, index === 0)) {
      while (!isPastCounter(counter)) counter += 1
      yield rateJob(tellJob(chance, plan, counter), now)
      counter += 1
    }
  }
}

function tellJob(chance: Chance, plan: Plan, counter: number): ToldJob {
  const { work, employer, workers, seats, days, yuan, insured, postedAt, startsAt, township, place } = plan
  const { trade, content, hours: hoursPerDay } = work
  const pay = { amountFen: fen(yuan * 100), unit: work.unit }
  const offer = { trade, content, seats, pay, startsAt, days, hoursPerDay, township, place }
  const begun = beginJob(chance, { offer, counter, employer, postedAt, insured, poster: posterOf(employer) })
  if (workers.length === 0) return thenTold(begun, expireJob(begun.job, { now: expiresAt(begun.job) }))
  let minutes = 4
  const taken = workers.reduce((told, worker) => {
    minutes += chance.between(1, 12)
    return takeSeat(chance, told, { worker, at: postedAt.add({ minutes }) })
  }, begun)
  return finishJob(chance, taken)
}
