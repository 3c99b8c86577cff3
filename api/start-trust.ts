import type { Clock } from './core/clock.ts'
import type { PersonId } from './core/id.ts'
import type { Person } from './core/person/person.ts'
import type { Refused } from './core/result.ts'
import type { OpenStaffTask } from './core/staff-task/staff-task.ts'
import type { Subscriber } from './event/handling.ts'
import type { JobDesk } from './job/edit-job.ts'
import type { NoticeSubscriberPorts } from './notice/notice.subscribers.ts'
import { type ConductPorts, whyPaused } from './penalty/conduct.ts'
import { createPenaltyRoutes, type PenaltyRoutesParts } from './penalty/penalty.routes.ts'
import { createPenaltySubscribers } from './penalty/penalty.subscribers.ts'
import { createRatingRoutes, type RatingRoutesParts } from './rating/rating.routes.ts'
import { type KeepReputePorts, keepRepute, type Marks } from './repute/keep-repute.ts'
import { createReputeSubscriber } from './repute/repute.subscribers.ts'
import { createSeeRepute, type SeeRepute } from './repute/see-repute.ts'
import { closeTaskOf } from './staff-task/close-staff-task.ts'
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
  readonly personById: (id: PersonId) => Promise<Person | undefined>
  readonly openTask: OpenStaffTask
}

type RoutesParts = TakeRoutesParts &
  Omit<RatingRoutesParts, 'ratingWords'> &
  TieRoutesParts &
  Omit<PenaltyRoutesParts, 'personById' | keyof ConductPorts>
type TrustHandlers = ReturnType<typeof createTakeRoutes> &
  ReturnType<typeof createRatingRoutes> &
  ReturnType<typeof createTieRoutes> &
  ReturnType<typeof createPenaltyRoutes>

/** What whoever shows or sells a job asks about the two sides of it. */
interface Known extends SeeRepute {
  readonly strangers: Strangers
  readonly whyPaused: (person: PersonId) => Promise<Refused | undefined>
}

export interface Trust {
  readonly subscribers: readonly Subscriber[]
  readonly known: Known
  /** Writes down what jobs say of somebody that were told in another way. */
  readonly keepRepute: (person: PersonId, marks: Marks) => Promise<void>
  readonly toldFirst: NonNullable<NoticeSubscriberPorts['toldFirst']>
  readonly handlers: (parts: RoutesParts) => TrustHandlers
  readonly lateHours: number
}

/** Taking work, and what both sides know of each other when they do. What is late for an employer's word is late for a worker's, too. */
export function startTrust({ settings, personById, openTask, ...parts }: TrustParts): Trust {
  const lateHours = settings.lateCancel.withinHours
  const keepParts: KeepReputePorts = { ...parts, lateHours }
  const conduct: ConductPorts = { ...parts, lateHours, rules: settings.penalties }
  const penalties = createPenaltySubscribers({
    ...{ ...conduct, openTask, closeTask: (key, done) => closeTaskOf(parts, key, done) },
    townshipOf: async (person) => (await personById(person))?.township ?? '',
  })
  return {
    subscribers: [createReputeSubscriber({ ...keepParts, desk: parts.desk }), ...penalties],
    known: { ...createSeeRepute(parts), strangers: createStrangers(parts), whyPaused: (person) => whyPaused(conduct, person) },
    keepRepute: (person, marks) => keepRepute(keepParts, person, marks),
    toldFirst: { of: createPreferredBy(parts), minutes: settings.headStartMinutes },
    handlers: (routes) => ({
      ...createTakeRoutes(routes),
      ...createRatingRoutes({ ...routes, ratingWords: settings.ratingWords }),
      ...createTieRoutes(routes),
      ...createPenaltyRoutes({ ...routes, ...conduct, personById }),
    }),
    lateHours,
  }
}
