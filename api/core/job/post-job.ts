import type { ChatNumber } from '../chat-number.ts'
import type { JobId, PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import type { Fen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { type Job, NEW_JOB, type Terms } from './job.ts'
import { HOUSEHOLD, type Poster } from './poster.ts'
import { agreeTerms, type OfferedTerms } from './terms.ts'

export interface Posting {
  readonly id: JobId
  readonly number: ChatNumber
  readonly county: string
  readonly demo: boolean
  readonly employer: PersonId
  readonly startCode: string
  /** In whose name; the employer's own household's unless said. */
  readonly poster?: Poster
  readonly now: Temporal.Instant
  readonly floorFenPerHour: Fen
  /** Jobs the employer has open already, or is about to open. */
  readonly openJobs: number
}

/** All that can keep a job from being posted, so that nobody takes a number for one that is not. */
export function agreeToPost(offered: OfferedTerms, posting: Pick<Posting, 'openJobs' | 'now' | 'floorFenPerHour'>): Result<Terms> {
  if (posting.openJobs >= LIMIT.openJobsPerEmployer) return refuse('too-many-open-jobs', { limit: LIMIT.openJobsPerEmployer })
  return agreeTerms(offered, posting)
}

/** A draft that only its employer sees. */
export function postJob(offered: OfferedTerms, posting: Posting): Result<Job> {
  const terms = agreeToPost(offered, posting)
  if (!terms.ok) return terms
  const { id, number, county, demo, employer, startCode, poster = HOUSEHOLD, now } = posting
  return accept({
    id,
    number,
    county,
    demo,
    employer,
    startCode,
    terms: terms.value,
    state: 'draft',
    ...NEW_JOB,
    poster,
    postedAt: now,
  })
}
