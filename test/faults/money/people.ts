import { chatNumber } from '@linggong/api/core/chat-number.ts'
import { asId } from '@linggong/api/core/id.ts'
import { type Job, NEW_JOB } from '@linggong/api/core/job/job.ts'
import { fen } from '@linggong/api/core/money.ts'
import { someTerms } from '@linggong/api/core/testing/builders.ts'

export const BEGIN = '2026-11-23T08:00:00+08:00'
export const START_CODE = '4821'
export const WORKERS = 4
export const JOBS = 3

export const employer = (job: number) => asId<'person'>(`employer-${job === 2 ? 1 : 0}`)
export const worker = (index: number) => asId<'person'>(`worker-${index}`)

interface Sketch {
  readonly seats: number
  readonly payFen: number
  readonly days: number
  readonly startsInHours: number
}

/** Odd amounts, so that what is rounded shows: one job with time to think, one of two days that begins soon, one dear seat of another employer. */
const SKETCHES: readonly Sketch[] = [
  { seats: 2, payFen: 10_001, days: 1, startsInHours: 20 },
  { seats: 3, payFen: 15_553, days: 2, startsInHours: 6 },
  { seats: 1, payFen: 123_457, days: 1, startsInHours: 8 },
]

const WORK_HOURS = 8

export const theJobs = (county: string): readonly Job[] =>
  SKETCHES.map(({ seats, payFen, days, startsInHours }, index) => {
    const postedAt = Temporal.Instant.from(BEGIN)
    const startsAt = postedAt.add({ hours: startsInHours })
    const endsAt = startsAt.add({ hours: (days - 1) * 24 + WORK_HOURS })
    const pay = { amountFen: fen(payFen), unit: 'job' as const }
    return {
      ...{ ...NEW_JOB, id: asId<'job'>(`job-${index}`), number: chatNumber(1000 + index), county, demo: false },
      ...{ employer: employer(index), state: 'draft', postedAt, startCode: START_CODE },
      terms: someTerms({ seats, days, startsAt, endsAt, pay, payPerTakeFen: fen(payFen) }),
    }
  })
