import { assert } from '@linggong/api/core/assert.ts'
import { type ChatNumber, chatNumber } from '@linggong/api/core/chat-number.ts'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import { makeId } from '@linggong/api/core/id.ts'
import type { JobChange } from '@linggong/api/core/job/change.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { postJob } from '@linggong/api/core/job/post-job.ts'
import type { Poster } from '@linggong/api/core/job/poster.ts'
import { insurePaid, publishPaid } from '@linggong/api/core/job/publish-paid.ts'
import { type OfferedTerms, workDaysOf } from '@linggong/api/core/job/terms.ts'
import { licencesAsked } from '@linggong/api/core/person/licence-rule.ts'
import type { Result } from '@linggong/api/core/result.ts'
import { takeJob } from '@linggong/api/core/take/take-job.ts'
import { COUNTY } from '../reference/county.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './person.ts'

/** A job of the demo county and all that has happened to it. */
export interface ToldJob {
  readonly job: Job
  readonly events: readonly DomainEvent[]
}

/** What an employer says; class and licence are the trade table's. */
export type Offer = Omit<OfferedTerms, 'riskClass' | 'licences' | 'perks'> & { readonly perks?: readonly string[] }

export interface Beginning {
  readonly offer: Offer
  readonly counter: number
  readonly employer: DemoPerson
  readonly postedAt: Temporal.Instant
  readonly insured: boolean
  /** In whose name; his household's where it is left out. */
  readonly poster?: Poster
}

const PUBLISHED_AFTER = { minutes: 2 }
const INSURED_AFTER = { minutes: 4 }
const START_CODES = 10_000

/** The story obeys the rules of the county: one that they would refuse is badly told. */
export function agreed<T>(decision: Result<T>): T {
  assert(decision.ok, decision.ok ? '' : `the demo county breaks a rule: ${decision.refusal}`)
  return decision.value
}

export function thenTold({ events }: ToldJob, decision: Result<JobChange>): ToldJob {
  const { job, events: caused } = agreed(decision)
  return { job, events: [...events, ...caused] }
}

/** A published job that nobody has taken yet. */
export function beginJob(chance: Chance, { offer, counter, employer, postedAt, insured, poster }: Beginning): ToldJob {
  const { riskClass } = COUNTY.tradeOf(offer.trade)
  const licences = licencesAsked(COUNTY.licenceRules, offer.trade, workDaysOf(offer))
  const number: ChatNumber = chatNumber(counter)
  const draft = agreed(
    postJob(
      { perks: [], ...offer, riskClass, licences },
      {
        id: makeId<'job'>(postedAt, chance.bytes(16)),
        number,
        county: COUNTY.adcode,
        demo: true,
        employer: employer.id,
        ...(poster === undefined ? {} : { poster }),
        startCode: String(chance.below(START_CODES)).padStart(4, '0'),
        now: postedAt,
        floorFenPerHour: COUNTY.floorFenPerHour,
        openJobs: 0,
      },
    ),
  )
  const published = publishPaid(draft, { employer: employer.id, now: postedAt.add(PUBLISHED_AFTER) })
  const told = thenTold({ job: draft, events: [] }, published)
  return insured ? thenTold(told, insurePaid(told.job, { employer: employer.id, now: postedAt.add(INSURED_AFTER) })) : told
}

export function takeSeat(chance: Chance, told: ToldJob, { worker, at }: { worker: DemoPerson; at: Temporal.Instant }): ToldJob {
  const take = makeId<'take'>(at, chance.bytes(16))
  const { id, birthDay, licences } = worker
  return thenTold(told, takeJob(told.job, { take, worker: id, now: at, birthDay, licences, licenceRules: COUNTY.licenceRules, busy: [] }))
}
