/** What one side says of the other after a take, 1 to 5. */
export interface Rating {
  readonly stars: number
  readonly text: string
  readonly at: Temporal.Instant
}

export const RATING_STARS = [1, 2, 3, 4, 5] as const
export type RatingStars = (typeof RATING_STARS)[number]
