import { workersAged } from './measure.ts'
import type { MetricRow, Split } from './metric-row.ts'

/** By the age at registration. */
const BY_AGE: Split = {
  '16–24': workersAged([16]),
  '25–34': workersAged([25]),
  '35–49': workersAged([35]),
  '50–59': workersAged([50]),
  '60+': workersAged([60]),
}

const OF_PEOPLE = ['none', 'township', 'age'] as const
const ACTIVE = ['none', 'township', 'trade'] as const

export const PEOPLE_METRICS = {
  workers_total: {
    ...{ number: 1, unit: 'people', timeField: 'registeredAt', breakdowns: OF_PEOPLE, splits: { age: BY_AGE } },
    reading: { how: 'stock', counts: ['workersRegistered'] },
  },
  workers_new: {
    ...{ number: 2, unit: 'people', timeField: 'registeredAt', breakdowns: OF_PEOPLE, splits: { age: BY_AGE } },
    reading: { how: 'flow', counts: ['workersRegistered'] },
  },
  workers_active_30d: {
    ...{ number: 3, unit: 'people', timeField: 'takenAt,confirmedAt', breakdowns: ACTIVE },
    reading: { how: 'level', counts: ['workersActive'] },
  },
  older_worker_share: {
    ...{ number: 5, unit: 'ratio', timeField: 'registeredAt', breakdowns: ['none', 'township'] },
    reading: { how: 'ratio', counts: workersAged([50, 60]), per: workersAged(), atEnd: true },
  },
  older_worker_share_60: {
    ...{ number: 5, unit: 'ratio', timeField: 'registeredAt', breakdowns: ['none', 'township'] },
    reading: { how: 'ratio', counts: workersAged([60]), per: workersAged(), atEnd: true },
  },
  employers_active: {
    ...{ number: 7, unit: 'employers', timeField: 'publishedAt', breakdowns: ACTIVE },
    reading: { how: 'distinct', counts: (bucket) => [`employersActive:${bucket}`] },
  },
} as const satisfies Record<string, MetricRow>
