import type { JobView } from '@linggong/api/contract/job.contract.ts'

/** A job as an API would tell of it; a test names only what it is about. */
export const aJobView = (about: Partial<JobView> = {}): JobView => ({
  number: '10244',
  state: 'open',
  trade: '搬运',
  riskClass: 4,
  content: '搬办公桌',
  seats: 3,
  seatsLeft: 1,
  pay: { amountFen: 10_000, unit: 'job' },
  payPerTakeFen: 10_000,
  totalFen: 30_000,
  startsAt: '2026-11-24T07:00:00+08:00',
  endsAt: '2026-11-24T11:00:00+08:00',
  days: 1,
  township: '古镛镇',
  place: '县政府对面',
  licences: [],
  perks: ['包午餐'],
  insured: false,
  employerName: '蔡*云',
  isEmployer: false,
  mine: null,
  takes: [],
  startCode: null,
  ...about,
})
