import { createAlertRoutes } from './alert/alert.routes.ts'
import { createAlertSubscriber } from './alert/alert.subscribers.ts'
import type { Audited } from './audit/audit.ts'
import type { Clock } from './core/clock.ts'
import type { JobDesk } from './job/edit-job.ts'
import { createFolder } from './statistics/folder.ts'
import { createFreezing } from './statistics/freeze-months.ts'
import { type StatisticsParts, statisticsHandlers } from './statistics/statistics.routes.ts'
import { statisticsSubscriber } from './statistics/statistics.subscribers.ts'
import type { Editor } from './store/editor.ts'
import type { Store } from './store/port.ts'

interface Parts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly audited: Audited
  readonly desk: Pick<JobDesk, 'byId'>
  readonly places: StatisticsParts['places']
  readonly setTimer: Parameters<typeof createFreezing>[0]['setTimer']
}

/** What a county counts, what its figures say, and what they warn of. */
export function startStatistics({ places, setTimer, ...parts }: Parts) {
  const { store, county, clock } = parts
  const fold = createFolder(store)
  const freezing = createFreezing({ store, county, clock, setTimer })
  return {
    fold,
    subscribers: [statisticsSubscriber(fold), createAlertSubscriber(parts)],
    tasks: freezing.tasks,
    handlers: { ...statisticsHandlers({ store, clock, maySeeSmall: () => false, places }), ...createAlertRoutes(parts) },
    wind: freezing.wind,
  }
}
