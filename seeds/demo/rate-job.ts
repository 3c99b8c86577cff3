import { isBefore } from '@linggong/api/core/clock.ts'
import type { JobChange } from '@linggong/api/core/job/change.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { rateTakes, showRatings } from '@linggong/api/core/rating/rate-takes.ts'
import type { Result } from '@linggong/api/core/result.ts'
import type { Take } from '@linggong/api/core/take/take.ts'
import { type Chance, createChance } from './chance.ts'
import { type ToldJob, thenTold } from './tell-job.ts'

/** How many say anything, and of a hundred who do, how many give at least so many stars. */
const RATING_PERCENT = { worker: 62, employer: 48 } as const
const STARS_PERCENT = [
  [5, 68],
  [4, 90],
  [3, 96],
  [2, 98],
] as const
const WORDS = {
  worker: { good: ['', '', '付钱爽快', '管饭', '老板和气', '下次还去'], bad: ['', '活比说的重', '结钱慢', '路不好找'] },
  employer: { good: ['', '', '干活利索', '准时', '仔细', '还找他'], bad: ['', '来晚了', '手脚慢'] },
} as const

type Decide = (job: Job) => Result<JobChange>

interface Step {
  readonly at: Temporal.Instant
  readonly decide: Decide
}

/** Some of both sides say a word within a day; what only one has said is shown after three, if those are over by `now`. */
export function rateJob(told: ToldJob, now: Temporal.Instant): ToldJob {
  const chance = createChance(`ratings ${told.job.number}`)
  return told.job.takes
    .flatMap((take) => stepsOf(chance, told.job, take))
    .filter(({ at }) => isBefore(at, now))
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at))
    .reduce((so, { decide }) => thenTold(so, decide(so.job)), told)
}

function stepsOf(chance: Chance, { employer }: Job, { id, worker, paidAt }: Take): readonly Step[] {
  if (paidAt === null) return []
  const said = (side: 'worker' | 'employer'): readonly Step[] => {
    const at = paidAt.add({ minutes: chance.between(5, 24 * 60) })
    const isSaid = chance.below(100) < RATING_PERCENT[side]
    const stars = starsOf(chance.below(100))
    const ratings = [{ take: id, stars, text: chance.pick(WORDS[side][stars >= 4 ? 'good' : 'bad']) }]
    const by = side === 'worker' ? worker : employer
    return isSaid ? [{ at, decide: (job) => rateTakes(job, { by, ratings, now: at }) }] : []
  }
  const until = paidAt.add({ hours: LIMIT.rateHours })
  return [...said('worker'), ...said('employer'), { at: until, decide: (job) => showRatings(job, { take: id, now: until }) }]
}

const starsOf = (draw: number): number => STARS_PERCENT.find(([, percent]) => draw < percent)?.[0] ?? 1
