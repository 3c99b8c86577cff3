import type { EventFacts } from '../event.ts'
import { RATING_STARS } from '../rating/rating.ts'
import { add, dayOf, type Increments } from './increment.ts'
import type { RatedSide } from './measure.ts'

/** Each word counts on the day it was said; that two could be said, on the day they are shown. */
export function ratingCounts(facts: EventFacts['ratingsShown'], day: Temporal.PlainDate): Increments {
  const { employerStars, employerRatedAt, workerStars, workerRatedAt } = facts
  const said = [...stars('workers', employerStars, employerRatedAt), ...stars('employers', workerStars, workerRatedAt)]
  const given = said.length / 2
  return [...said, add('ratingsAsked', day, 2), ...(given > 0 ? [add('ratingsGiven', day, given)] : [])]
}

function stars(side: RatedSide, many: number, ratedAt: string): Increments {
  const rating = RATING_STARS.find((each) => each === many)
  if (rating === undefined) return []
  return [
    add(`${side}Rated:${rating}`, dayOf(ratedAt)),
    add(side === 'workers' ? 'starsOfWorkers' : 'starsOfEmployers', dayOf(ratedAt), many),
  ]
}
