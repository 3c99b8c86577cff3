import type { AgeBand } from '../person/age.ts'
import { type Measure, workersAged, workersAgedNow, workersCame } from './measure.ts'
import { type MetricRow, type Split, splitOf } from './metric-row.ts'

const AGES = { '16–24': [16], '25–34': [25], '35–49': [35], '50–59': [50], '60+': [60] } as const satisfies Record<
  string,
  readonly AgeBand[]
>
const byAge = (measures: typeof workersAged): Split =>
  splitOf(Object.fromEntries(Object.entries(AGES).map(([group, bands]) => [group, measures(bands)])))

/** By the age at registration. */
const [NEW_BY_AGE, NOW_BY_AGE] = [byAge(workersAged), byAge(workersAgedNow)]

const NEW_BY_CHANNEL = splitOf({ chat: workersCame(['chat']), staff: workersCame(['staff']) })
const NOW_BY_CHANNEL = splitOf({ chat: ['workersCame:chat', 'cameErased:chat'], staff: ['workersCame:staff', 'cameErased:staff'] })

const WHO_IS_HERE: readonly Measure[] = ['workersRegistered', 'workersErased']

const OF_PEOPLE = ['none', 'township', 'age', 'channel'] as const
const ACTIVE = ['none', 'township', 'trade'] as const

export const PEOPLE_METRICS = {
  workers_total: {
    ...{
      number: 1,
      unit: 'people',
      timeField: 'registeredAt',
      breakdowns: OF_PEOPLE,
      splits: { age: NOW_BY_AGE, channel: NOW_BY_CHANNEL },
    },
    reading: { how: 'stock', counts: WHO_IS_HERE },
  },
  workers_new: {
    ...{
      number: 2,
      unit: 'people',
      timeField: 'registeredAt',
      breakdowns: OF_PEOPLE,
      splits: { age: NEW_BY_AGE, channel: NEW_BY_CHANNEL },
    },
    reading: { how: 'flow', counts: ['workersRegistered'] },
  },
  workers_active_30d: {
    ...{ number: 3, unit: 'people', timeField: 'takenAt,confirmedAt', breakdowns: ACTIVE },
    reading: { how: 'level', counts: ['workersActive'] },
  },
  realname_rate: {
    ...{ number: 4, unit: 'ratio', timeField: 'verifiedAt', breakdowns: ['none', 'township'], since: 4 },
    reading: { how: 'ratio', counts: ['workersVerified', 'verifiedErased'], per: WHO_IS_HERE, atEnd: true },
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
    ...{ number: 7, unit: 'employers', timeField: 'publishedAt', breakdowns: [...ACTIVE, 'employer'] },
    reading: {
      how: 'distinct',
      counts: (bucket, by) => [by === undefined ? `employersActive:${bucket}` : `employersActive:${bucket}:${by}`],
    },
  },
  assisted_share: {
    ...{ number: 30, unit: 'ratio', timeField: 'registeredAt', breakdowns: ['none', 'township'], since: 4 },
    reading: { how: 'ratio', counts: workersCame(['staff']), per: workersCame() },
  },
} as const satisfies Record<string, MetricRow>
