import type { AgeBand } from '../person/age.ts'
import { workersAged, workersAgedNow } from './measure.ts'
import type { MetricRow, Split } from './metric-row.ts'

const AGES = { '16–24': [16], '25–34': [25], '35–49': [35], '50–59': [50], '60+': [60] } as const satisfies Record<
  string,
  readonly AgeBand[]
>
const byAge = (measures: typeof workersAged): Split =>
  Object.fromEntries(Object.entries(AGES).map(([group, bands]) => [group, measures(bands)]))

/** By the age at registration. */
const [NEW_BY_AGE, NOW_BY_AGE] = [byAge(workersAged), byAge(workersAgedNow)]

const OF_PEOPLE = ['none', 'township', 'age'] as const
const ACTIVE = ['none', 'township', 'trade'] as const

export const PEOPLE_METRICS = {
  workers_total: {
    ...{ number: 1, unit: 'people', timeField: 'registeredAt', breakdowns: OF_PEOPLE, splits: { age: NOW_BY_AGE } },
    reading: { how: 'stock', counts: ['workersRegistered', 'workersErased'] },
  },
  workers_new: {
    ...{ number: 2, unit: 'people', timeField: 'registeredAt', breakdowns: OF_PEOPLE, splits: { age: NEW_BY_AGE } },
    reading: { how: 'flow', counts: ['workersRegistered'] },
  },
  workers_active_30d: {
    ...{ number: 3, unit: 'people', timeField: 'takenAt,confirmedAt', breakdowns: ACTIVE },
    reading: { how: 'level', counts: ['workersActive'] },
  },
  older_worker_share: {
    ...{ number: 5, unit: 'ratio', timeField: 'registeredAt', breakdowns: ['none', 'township'] },
    reading: { how: 'ratio', counts: workersAgedNow([50, 60]), per: workersAgedNow(), atEnd: true },
  },
  older_worker_share_60: {
    ...{ number: 5, unit: 'ratio', timeField: 'registeredAt', breakdowns: ['none', 'township'] },
    reading: { how: 'ratio', counts: workersAgedNow([60]), per: workersAgedNow(), atEnd: true },
  },
  employers_active: {
    ...{ number: 7, unit: 'employers', timeField: 'publishedAt', breakdowns: ACTIVE },
    reading: { how: 'distinct', counts: (bucket) => [`employersActive:${bucket}`] },
  },
} as const satisfies Record<string, MetricRow>
