import { assert } from '@linggong/api/core/assert.ts'
import { licencesAsked } from '@linggong/api/core/person/licence-rule.ts'
import { HIGH_RISK_CLASS } from '@linggong/api/core/statistics/catalogue.ts'
import { COUNTY } from '../reference/county.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Crowd } from './crowd.ts'
import type { Month } from './figures.ts'
import { type DemoPerson, momentOf } from './person.ts'
import { inventSpot, TOWNSHIPS_BY_SIZE } from './places.ts'
import { EXAMPLE, WORKS_BY_FREQUENCY, type Work } from './work.ts'

/** A past job before it is told. `workers` is empty for one that nobody wanted. */
export interface Plan {
  readonly work: Work
  readonly employer: DemoPerson
  readonly workers: readonly DemoPerson[]
  readonly seats: number
  readonly days: number
  readonly yuan: number
  readonly insured: boolean
  readonly postedAt: Temporal.Instant
  readonly startsAt: Temporal.Instant
  readonly township: string
  readonly place: string
}

interface Scene {
  readonly chance: Chance
  readonly crowd: Crowd
  readonly cast: Cast
}

/** A job is posted on the day before, and the last payment may come on the day after: neither may leave the month it is counted in. */
const FIRST_START_DAY = 2
const DAYS_AFTER = 1
const LEAST_DAYS_OVER = FIRST_START_DAY + 1 + DAYS_AFTER
const UNWANTED_PERCENT = 6
const CAST_EMPLOYER_PERCENT = 30
const DRAWS_MAX = 10_000

/** Employers of the chat have a past as well, each in what he does. */
const CAST_EMPLOYERS: Readonly<Record<string, { key: string; township: string }>> = {
  搬运: { key: 'cai', township: '古镛镇' },
  家具安装: { key: 'cai', township: '古镛镇' },
  采摘: { key: 'qiu', township: '高唐镇' },
  疏果: { key: 'qiu', township: '高唐镇' },
}

/** The jobs of a month, in the order of their posting: as many takes and as many of them insured as the figures say, to the last one. */
export function planMonth(scene: Scene, month: Month, isFirst: boolean): readonly Plan[] {
  if (month.daysOver < LEAST_DAYS_OVER) return []
  const plans: Plan[] = []
  const left = { insured: month.insured, bare: month.takes - month.insured }
  for (let draws = 0; left.insured + left.bare > 0; draws += 1) {
    assert(draws < DRAWS_MAX, 'a month of the demo county can be filled')
    const insured = scene.chance.below(left.insured + left.bare) < left.insured
    const work = isFirst && plans.length === 0 ? EXAMPLE : scene.chance.pick(WORKS_BY_FREQUENCY)
    const plan = planJob(scene, { month, work, insured, seatsMost: insured ? left.insured : left.bare })
    if (plan === undefined) continue
    const isUnwanted = plans.length > 0 && scene.chance.below(100) < UNWANTED_PERCENT
    plans.push(isUnwanted ? { ...plan, workers: [], insured: false } : plan)
    if (!isUnwanted) left[insured ? 'insured' : 'bare'] -= plan.seats
  }
  return plans.sort((one, other) => Temporal.Instant.compare(one.postedAt, other.postedAt))
}

interface Wanted {
  readonly month: Month
  readonly work: Work
  readonly insured: boolean
  readonly seatsMost: number
}

/** undefined: it cannot be had like this. Dangerous work without cover is what the county does not have. */
function planJob({ chance, crowd, cast }: Scene, { month, work, insured, seatsMost }: Wanted): Plan | undefined {
  const { riskClass } = COUNTY.tradeOf(work.trade)
  if (riskClass >= HIGH_RISK_CLASS && !insured) return undefined
  const days = Math.min(chance.between(...work.days), month.daysOver - FIRST_START_DAY - DAYS_AFTER)
  const from = month.first.add({ days: chance.between(FIRST_START_DAY, month.daysOver - DAYS_AFTER - days) })
  const postedAt = momentOf(from.subtract({ days: 1 }), chance.between(8 * 60, 19 * 60))
  const { employer, township } = employerFor({ chance, crowd, cast }, { work, postedAt })
  const seats = Math.min(chance.between(...work.seats), seatsMost)
  const [licence = null] = licencesAsked(COUNTY.licenceRules, work.trade, { first: from, last: from.add({ days: days - 1 }) })
  const workers = crowd.engage(chance, { licence, from, days, postedAt, employer }, seats)
  if (workers === undefined) return undefined
  return {
    ...{ work, employer, workers, seats, days, insured, postedAt, township },
    yuan: roundYuan(chance.between(...work.yuan)),
    startsAt: momentOf(from, chance.pick([7 * 60, 7 * 60 + 30, 8 * 60, 8 * 60 + 30])),
    place: inventSpot(chance, township),
  }
}

function employerFor(
  { chance, crowd, cast }: Scene,
  { work, postedAt }: { work: Work; postedAt: Temporal.Instant },
): { employer: DemoPerson; township: string } {
  const known = CAST_EMPLOYERS[work.trade]
  const employer = known && cast.get(known.key)
  if (known && employer && chance.below(100) < CAST_EMPLOYER_PERCENT) return { employer, township: known.township }
  return { employer: crowd.employer(chance, postedAt), township: chance.pick(TOWNSHIPS_BY_SIZE) }
}

/** Nobody agrees on 183 yuan a day. */
const roundYuan = (yuan: number): number => (yuan < 100 ? yuan : Math.round(yuan / 10) * 10)
