import type { Handlers } from '../contract/handler.ts'
import type { Call } from '../contract/route.ts'
import type { RouteOf } from '../contract/routes.ts'
import { cleanText, type RatingWords } from '../core/rating/clean-text.ts'
import { rateTakes, type SaidOfTake } from '../core/rating/rate-takes.ts'
import { createOnJob, type OnJobParts } from '../job/on-job.ts'

export interface RatingRoutesParts extends OnJobParts {
  /** What may not stand in a rating. */
  readonly ratingWords: RatingWords
}

type Body = Call<RouteOf<'rateJob'>>['body']

export function createRatingRoutes(parts: RatingRoutesParts): Pick<Handlers, 'rateJob'> {
  const { acting } = createOnJob(parts)
  return {
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
