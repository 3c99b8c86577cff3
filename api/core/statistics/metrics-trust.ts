import { RATING_STARS } from '../rating/rating.ts'
import { RATED_SIDES, type RatedSide, rated } from './measure.ts'
import { type MetricRow, type Split, splitOf } from './metric-row.ts'

const OF_RATINGS = ['none', 'township', 'trade'] as const
const of29 = { number: 29, breakdowns: OF_RATINGS } as const

const byStars = (side: RatedSide): Split => splitOf(Object.fromEntries(RATING_STARS.map((stars) => [`${stars}`, rated([side], [stars])])))

export const TRUST_METRICS = {
  rating_avg: {
    ...{ ...of29, unit: 'stars', timeField: 'ratedAt' },
    reading: { how: 'ratio', counts: ['starsOfWorkers', 'starsOfEmployers'], per: rated(RATED_SIDES) },
  },
  rating_avg_workers: {
    ...{ ...of29, unit: 'stars', timeField: 'ratedAt' },
    reading: { how: 'ratio', counts: ['starsOfWorkers'], per: rated(['workers']) },
  },
  rating_avg_employers: {
    ...{ ...of29, unit: 'stars', timeField: 'ratedAt' },
    reading: { how: 'ratio', counts: ['starsOfEmployers'], per: rated(['employers']) },
  },
  ratings_of_workers: {
    ...{ number: 29, unit: 'cases', timeField: 'ratedAt', breakdowns: ['none', 'township', 'trade', 'stars'] },
    reading: { how: 'flow', counts: rated(['workers']) },
    splits: { stars: byStars('workers') },
  },
  ratings_of_employers: {
    ...{ number: 29, unit: 'cases', timeField: 'ratedAt', breakdowns: ['none', 'township', 'trade', 'stars'] },
    reading: { how: 'flow', counts: rated(['employers']) },
    splits: { stars: byStars('employers') },
  },
  response_rate: {
    ...{ ...of29, unit: 'ratio', timeField: 'shownAt' },
    reading: { how: 'ratio', counts: ['ratingsGiven'], per: ['ratingsAsked'] },
  },
} as const satisfies Record<string, MetricRow>
