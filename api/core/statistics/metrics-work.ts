import { byEmployer } from './measure.ts'
import { type MetricRow, splitOf } from './metric-row.ts'

/** By place, trade and danger. */
const OF_WORK = ['none', 'township', 'trade', 'risk'] as const

export const WORK_METRICS = {
  jobs_posted: {
    ...{ number: 8, unit: 'jobs', timeField: 'publishedAt', breakdowns: [...OF_WORK, 'employer'] },
    reading: { how: 'flow', counts: ['jobsPosted'] },
    splits: { employer: splitOf(byEmployer('jobsPostedBy')) },
  },
  seats_posted: {
    ...{ number: 8, unit: 'seats', timeField: 'publishedAt', breakdowns: [...OF_WORK, 'employer'] },
    reading: { how: 'flow', counts: ['seatsPosted'] },
    splits: { employer: splitOf(byEmployer('seatsPostedBy')) },
  },
  fill_rate: {
    ...{ number: 9, unit: 'ratio', timeField: 'startsAt', breakdowns: OF_WORK },
    reading: { how: 'ratio', counts: ['seatsFilled'], per: ['seatsDue'] },
  },
  time_to_accept_median: {
    ...{ number: 10, unit: 'minutes', timeField: 'publishedAt', breakdowns: ['none', 'township', 'trade'] },
    reading: { how: 'quantile', histogram: 'acceptMinutes', all: ['jobsPosted'] },
  },
  applications_per_job: {
    ...{ number: 11, unit: 'perJob', timeField: 'publishedAt', breakdowns: ['none', 'township', 'trade'] },
    reading: { how: 'ratio', counts: ['applications'], per: ['jobsPosted'] },
  },
  orders_completed: {
    ...{ number: 12, unit: 'takes', timeField: 'confirmedAt', breakdowns: OF_WORK },
    reading: { how: 'flow', counts: ['takesConfirmed'] },
  },
  person_days: {
    ...{ number: 13, unit: 'personDays', timeField: 'workDay', breakdowns: OF_WORK, people: ['workDays'] },
    reading: { how: 'flow', counts: ['workMinutes'], over: 8 * 60 },
  },
  cancel_rate: {
    ...{ number: 16, unit: 'ratio', timeField: 'startsAt', breakdowns: ['none', 'township', 'trade', 'party'] },
    reading: { how: 'ratio', counts: ['takesHandedBack', 'takesCalledOff', 'takesRainedOff'], per: ['takesAccepted'] },
    splits: { party: splitOf({ worker: ['takesHandedBack'], employer: ['takesCalledOff'], nobody: ['takesRainedOff'] }) },
  },
  no_show_rate: {
    ...{ number: 16, unit: 'ratio', timeField: 'startsAt', breakdowns: ['none', 'township', 'trade'] },
    reading: { how: 'ratio', counts: ['takesMissed'], per: ['takesAccepted'] },
  },
  insurance_coverage: {
    ...{ number: 17, unit: 'ratio', timeField: 'startedAt', breakdowns: OF_WORK },
    reading: { how: 'ratio', counts: ['takesStartedCovered'], per: ['takesStarted'] },
  },
  high_risk_uninsured: {
    ...{ number: 18, unit: 'takes', timeField: 'startedAt', breakdowns: ['none', 'township', 'trade'] },
    reading: { how: 'flow', counts: ['highRiskUninsured'] },
  },
  repeat_hire_rate: {
    ...{ number: 28, unit: 'ratio', timeField: 'confirmedAt', breakdowns: ['none', 'township', 'trade'] },
    reading: { how: 'ratio', counts: ['takesRepeated'], per: ['takesConfirmed'] },
  },
} as const satisfies Record<string, MetricRow>
