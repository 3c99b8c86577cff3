import type { MetricKind, MetricRow, MetricUnit } from './metric-row.ts'

const waiting = (number: number, unit: MetricUnit, kind: MetricKind, timeField: string): MetricRow => ({
  ...{ number, unit, timeField },
  reading: { how: 'waiting', kind },
  breakdowns: ['none'],
})

/** What the county is to count once something tells of it: each needs its measures in a fold, and its row among the others, nothing else. */
export const WAITING_METRICS = {
  hardship_workers_placed: waiting(6, 'people', 'flow', 'confirmedAt'),
  subsidy_paid: waiting(19, 'fen', 'flow', 'paidAt'),
  claims_count: waiting(20, 'cases', 'flow', 'reportedAt'),
  claim_rate: waiting(20, 'perThousand', 'ratio', 'reportedAt'),
  claim_days: waiting(20, 'days', 'duration', 'reportedAt'),
  loss_ratio: waiting(20, 'ratio', 'ratio', 'reportedAt'),
  accident_rate: waiting(21, 'perThousand', 'ratio', 'occurredAt'),
  complaints_per_1000: waiting(22, 'perThousand', 'ratio', 'openedAt'),
  dispute_resolution: waiting(23, 'days', 'duration', 'closedAt'),
  training_enrolments: waiting(26, 'people', 'flow', 'sessionDate'),
  training_completions: waiting(26, 'people', 'flow', 'sessionDate'),
  training_pass_rate: waiting(26, 'ratio', 'ratio', 'sessionDate'),
  post_training_placement: waiting(27, 'ratio', 'ratio', 'completedAt'),
} as const satisfies Record<string, MetricRow>
