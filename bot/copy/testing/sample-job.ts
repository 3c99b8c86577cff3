import type { JobView } from '@linggong/api/contract/job.contract.ts'

type TakeView = JobView['takes'][number]

/** A seat as the employer sees it, just taken. */
export const aTakeView = (about: Partial<TakeView> = {}): TakeView => ({
  take: 'take-1',
  workerName: '廖*山',
  state: 'taken',
  insured: false,
  payFen: 10_000,
  workedMinutes: 0,
  proposal: null,
  contested: false,
  owedFen: 0,
  rating: null,
  repute: null,
  ...about,
})

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
  lackedLicence: null,
  perks: ['包午餐'],
  insured: false,
  coverAsked: false,
  funding: 'escrow',
  employerName: '蔡*云',
  employerRepute: { ratings: 23, average: 4.8, jobs: 12, insuredJobs: 9, calledOff: 0, paySpeed: 'within-2h', inArrears: false },
  employerType: 'household',
  companyName: null,
  isEmployer: false,
  mine: null,
  takes: [],
  startCode: null,
  ...about,
})
