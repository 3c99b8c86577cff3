import type { Clock } from './core/clock.ts'
import type { PersonId } from './core/id.ts'
import type { Subscriber } from './event/handling.ts'
import type { JobDesk } from './job/edit-job.ts'
import type { NoticeSubscriberPorts } from './notice/notice.subscribers.ts'
import { createRatingRoutes, type RatingRoutesParts } from './rating/rating.routes.ts'
import { type KeepReputePorts, keepRepute, type Marks } from './repute/keep-repute.ts'
import { createReputeSubscriber } from './repute/repute.subscribers.ts'
import { createSeeRepute, type SeeRepute } from './repute/see-repute.ts'
import type { CountySettings } from './start-county-parts.ts'
import type { Editor } from './store/editor.ts'
import type { Store } from './store/port.ts'
import { createTakeRoutes, type TakeRoutesParts } from './take/take.routes.ts'
import { createPreferredBy, createStrangers, type Strangers } from './tie/strangers.ts'
import { createTieRoutes, type TieRoutesParts } from './tie/tie.routes.ts'

export interface TrustParts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly desk: JobDesk
  readonly settings: CountySettings
}

type RoutesParts = TakeRoutesParts & Omit<RatingRoutesParts, 'ratingWords'> & TieRoutesParts
type TrustHandlers = ReturnType<typeof createTakeRoutes> & ReturnType<typeof createRatingRoutes> & ReturnType<typeof createTieRoutes>

export interface Trust {
  readonly subscribers: readonly Subscriber[]
  readonly see: SeeRepute
  /** Writes down what jobs say of somebody that were told in another way. */
  readonly keepRepute: (person: PersonId, marks: Marks) => Promise<void>
  readonly strangers: Strangers
  readonly toldFirst: NonNullable<NoticeSubscriberPorts['toldFirst']>
  readonly handlers: (parts: RoutesParts) => TrustHandlers
  readonly lateHours: number
}

/** Taking work, and what both sides know of each other when they do. What is late for an employer's word is late for a worker's, too. */
export function startTrust({ settings, ...parts }: TrustParts): Trust {
  const lateHours = settings.lateCancel.withinHours
  const keepParts: KeepReputePorts = { ...parts, lateHours }
  return {
    subscribers: [createReputeSubscriber({ ...keepParts, desk: parts.desk })],
    see: createSeeRepute(parts),
    keepRepute: (person, marks) => keepRepute(keepParts, person, marks),
    strangers: createStrangers(parts),
    toldFirst: { of: createPreferredBy(parts), minutes: settings.headStartMinutes },
    handlers: (routes) => ({
      ...createTakeRoutes(routes),
      ...createRatingRoutes({ ...routes, ratingWords: settings.ratingWords }),
      ...createTieRoutes(routes),
    }),
    lateHours,
  }
}
