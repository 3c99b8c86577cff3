import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { type BoardName, board } from './board.ts'
import { type Band, figures, groups, trends } from './layout.ts'

/** What the head of the county asks first, each thing once. */
const OVERVIEW: readonly Band[] = [
  figures('workers_total', 'workers_new', 'orders_completed', 'amount_settled', 'insurance_coverage', 'high_risk_uninsured'),
  trends('workers_new', 'orders_completed'),
  trends('amount_settled', 'jobs_posted'),
  groups(11, ['bars', 'orders_completed', 'township'], ['bars', 'insurance_coverage', 'township'], ['bars', 'orders_completed', 'trade']),
]

/** Whether work and hands find each other, how fast, and at what pay. */
const MARKET: readonly Band[] = [
  figures('jobs_posted', 'seats_posted', 'employers_active', 'orders_completed', 'person_days', 'fill_rate'),
  figures('time_to_accept_median', 'applications_per_job', 'worker_median_day_pay', 'repeat_hire_rate', 'cancel_rate', 'no_show_rate'),
  trends('seats_posted', 'fill_rate'),
  trends('employers_active', 'person_days'),
  trends('time_to_accept_median', 'worker_median_day_pay'),
  groups(11, ['bars', 'seats_posted', 'trade'], ['bars', 'fill_rate', 'trade'], ['bars', 'worker_median_day_pay', 'trade']),
  groups(11, ['bars', 'jobs_posted', 'township'], ['bars', 'fill_rate', 'township'], ['stack', 'cancel_rate', 'party']),
  groups(9, ['stack', 'jobs_posted', 'employer'], ['bars', 'employers_active', 'employer']),
]

/** Who is covered, who is not, and what happens to people at work. */
const INSURANCE: readonly Band[] = [
  figures('insurance_coverage', 'high_risk_uninsured', 'premium_paid', 'subsidy_paid'),
  figures('claims_count', 'claim_rate', 'claim_days', 'loss_ratio', 'accident_rate'),
  trends('insurance_coverage', 'high_risk_uninsured'),
  trends('premium_paid', 'accident_rate'),
  groups(
    11,
    ['bars', 'insurance_coverage', 'township'],
    ['bars', 'insurance_coverage', 'trade'],
    ['bars', 'insurance_coverage', 'risk'],
    ['bars', 'premium_paid', 'risk'],
  ),
]

/** Whether people get what they earned. */
const RIGHTS: readonly Band[] = [
  figures('wage_arrears', 'wage_arrears_seats', 'paid_on_time_rate', 'complaints_per_1000', 'dispute_resolution'),
  groups(9, ['stack', 'wage_arrears', 'ageing'], ['stack', 'wage_arrears_seats', 'ageing']),
  trends('paid_on_time_rate', 'amount_settled'),
  groups(11, ['bars', 'wage_arrears', 'ageing'], ['bars', 'wage_arrears', 'township'], ['bars', 'paid_on_time_rate', 'township']),
  groups(9, ['stack', 'wage_arrears', 'employer'], ['bars', 'paid_on_time_rate', 'employer']),
  trends('complaints_per_1000', 'dispute_resolution'),
]

/** Who has come, who is at work, what they learn, and how the stations help. */
const PEOPLE: readonly Band[] = [
  figures('workers_total', 'workers_new', 'workers_active_30d', 'realname_rate', 'older_worker_share', 'older_worker_share_60'),
  trends('workers_new', 'workers_active_30d'),
  groups(11, ['bars', 'workers_total', 'township'], ['bars', 'workers_active_30d', 'trade'], ['bars', 'workers_total', 'age']),
  figures('hardship_workers_placed', 'assisted_share', 'response_rate', 'rating_avg', 'rating_avg_workers', 'rating_avg_employers'),
  groups(9, ['bars', 'ratings_of_workers', 'stars'], ['bars', 'ratings_of_employers', 'stars']),
  groups(9, ['stack', 'workers_new', 'channel'], ['bars', 'assisted_share', 'township']),
  figures('training_enrolments', 'training_completions', 'training_pass_rate', 'post_training_placement'),
]

const BANDS: Readonly<Record<BoardName, readonly Band[]>> = {
  overview: OVERVIEW,
  market: MARKET,
  insurance: INSURANCE,
  rights: RIGHTS,
  people: PEOPLE,
}

export const BOARD_NAMES = ['overview', 'market', 'insurance', 'rights', 'people'] as const satisfies readonly BoardName[]

export const boardOf = (name: BoardName): Dashboard => board(name, BANDS[name])
