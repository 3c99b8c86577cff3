import type { Handlers } from '../contract/handler.ts'
import type { Call } from '../contract/route.ts'
import type { RouteOf } from '../contract/routes.ts'
import { isChatNumber } from '../core/chat-number.ts'
import { countyDay } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { cleanText, type RatingWords } from '../core/rating/clean-text.ts'
import { rateTakes, type SaidOfTake } from '../core/rating/rate-takes.ts'
import { accept, refuse } from '../core/result.ts'
import { jobs } from '../job/job.collection.ts'
import { createOnJob, type OnJobParts } from '../job/on-job.ts'
import { isHiddenFrom } from '../job/show-job.ts'
import type { Store } from '../store/port.ts'
import type { Strangers } from '../tie/strangers.ts'

export interface RatingRoutesParts extends OnJobParts {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  readonly strangers: Pick<Strangers, 'of'>
  /** What may not stand in a rating. */
  readonly ratingWords: RatingWords
}

type Body = Call<RouteOf<'rateJob'>>['body']

const READ_JOBS = 50
const SHOWN = 5

/** What workers have said of an employer, the newest first; who it was is in none of it. */
async function latestOf({ store, county }: Pick<RatingRoutesParts, 'store' | 'county'>, employer: PersonId) {
  const { docs } = await store.find(jobs, { index: 'employer', county, equals: { employer }, descending: true, limit: READ_JOBS })
  const said = docs.flatMap(({ takes }) => takes.flatMap((take) => (take.ratingsShownAt === null ? [] : (take.ratedByWorker ?? []))))
  const newest = said.toSorted((one, other) => Temporal.Instant.compare(other.at, one.at)).slice(0, SHOWN)
  return newest.map(({ stars, text, at }) => ({ stars, text, day: countyDay(at).toString() }))
}

export function createRatingRoutes(parts: RatingRoutesParts): Pick<Handlers, 'rateJob' | 'seeRatings' | 'myRepute'> {
  const { acting } = createOnJob(parts)
  return {
    async seeRatings({ params, caller }) {
      const viewer = await parts.personOf(caller.contact)
      const job = isChatNumber(params.number) ? await parts.desk.byNumber(params.number) : undefined
      if (!job || job.state === 'draft') return refuse('job-not-found')
      if (await isHiddenFrom(parts.strangers, job, viewer?.id)) return refuse('job-not-found')
      const [employerName, repute, latest] = await Promise.all([
        parts.nameOf(job.employer),
        parts.employerRepute(job.employer),
        latestOf(parts, job.employer),
      ])
      return accept({ employerName, repute, latest })
    },
    async myRepute({ caller }) {
      const person = await parts.personOf(caller.contact)
      if (!person) return refuse('not-registered')
      const asWorker = person.roles.includes('worker') ? await parts.workerRepute(person.id) : null
      const asEmployer = person.roles.includes('employer') ? await parts.employerRepute(person.id) : null
      return accept({ asWorker, asEmployer })
    },
    rateJob: acting<Body>('rateJob', async ({ person, number, call, now }, { ratings }) => {
      const cleaned: SaidOfTake[] = []
      for (const { take, stars, text } of ratings) {
        const told = cleanText(text, parts.ratingWords)
        if (!told.ok) return told
        cleaned.push({ take, stars, text: told.value })
      }
      return parts.desk.editByNumber(number, (job) => rateTakes(job, { by: person.id, ratings: cleaned, now }), { call })
    }),
  }
}
