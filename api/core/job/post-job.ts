import type { ChatNumber } from '../chat-number.ts'
import type { JobId, PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import type { Fen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Job } from './job.ts'
import { agreeTerms, type OfferedTerms } from './terms.ts'

export interface Posting {
  readonly id: JobId
  readonly number: ChatNumber
  readonly county: string
  readonly demo: boolean
  readonly employer: PersonId
  readonly startCode: string
  readonly now: Temporal.Instant
  readonly floorFenPerHour: Fen
  /** Jobs the employer has open already. */
  readonly openJobs: number
}

/** A draft that only its employer sees. */
export function postJob(offered: OfferedTerms, posting: Posting): Result<Job> {
  if (posting.openJobs >= LIMIT.openJobsPerEmployer) return refuse('too-many-open-jobs', { limit: LIMIT.openJobsPerEmployer })
  const terms = agreeTerms(offered, posting)
  if (!terms.ok) return terms
  const { id, number, county, demo, employer, startCode, now } = posting
  return accept({
    id,
    number,
    county,
    demo,
    employer,
    startCode,
    terms: terms.value,
    state: 'draft',
    takes: [],
    postedAt: now,
    publishedAt: null,
    insuredAt: null,
  })
}
