import { COUNTED_EVENTS } from '../core/statistics/fold.ts'
import type { Subscriber } from '../event/handling.ts'
import type { Folder } from './folder.ts'

/** Counts what happens as it happens. */
export const statisticsSubscriber = (fold: Folder): Subscriber => ({
  name: 'statistics',
  on: COUNTED_EVENTS,
  run: (event) => fold([event]),
})
