import { createRatingRoutes, type RatingRoutesParts } from './rating/rating.routes.ts'
import { createTakeRoutes, type TakeRoutesParts } from './take/take.routes.ts'

export type TrustParts = TakeRoutesParts & RatingRoutesParts

/** Taking work, and what both sides know of each other when they do. */
export function startTrust(parts: TrustParts) {
  return { handlers: { ...createTakeRoutes(parts), ...createRatingRoutes(parts) } }
}
