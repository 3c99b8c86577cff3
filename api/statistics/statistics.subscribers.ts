import type { Subscriber } from '../event/handling.ts'
import type { Folder } from './folder.ts'

/** Counts what happens as it happens. */
export const statisticsSubscriber = (fold: Folder): Subscriber => ({
  name: 'statistics',
  on: ['personRegistered', 'jobPublished', 'jobInsured', 'takeStarted', 'takeConfirmed', 'takePaid'],
  run: (event) => fold([event]),
})
