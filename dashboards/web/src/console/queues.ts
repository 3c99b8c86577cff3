import { queueOf } from './use-queue.ts'

/** Each list that something waits in. A list is read without a key: reading twice changes nothing. */
export const LICENCES = queueOf(
  ({ act }, query) => act('listLicences', { query }, ''),
  ({ licences }) => licences,
)
export const COMPANIES = queueOf(
  ({ act }, query) => act('listCompanies', { query }, ''),
  ({ companies }) => companies,
)
export const COMPANIES_AGAIN = queueOf(
  ({ act }, query) => act('listCompanies', { query: { ...query, state: 'sent-again' } }, ''),
  ({ companies }) => companies,
)
export const PAYOUTS = queueOf(
  ({ act }, query) => act('listHeldPayouts', { query }, ''),
  ({ payouts }) => payouts,
)
export const APPEALS = queueOf(
  ({ act }, query) => act('listStaffTasks', { query: { ...query, kind: 'appeal' } }, ''),
  ({ tasks }) => tasks,
)
/** What has a room of its own is worked on there. */
export const TASKS = queueOf(
  ({ act }, query) => act('listStaffTasks', { query }, ''),
  ({ tasks }) => tasks.filter(({ kind }) => kind !== 'appeal' && kind !== 'payout-look'),
)
export const ARREARS = queueOf(
  ({ act }, query) => act('listArrears', { query }, ''),
  ({ employers }) => employers,
)
export const APPROVALS = queueOf(
  ({ act }, query) => act('listApprovals', { query }, ''),
  ({ approvals }) => approvals,
)
export const ALERTS = queueOf(
  ({ act }, query) => act('listAlerts', { query }, ''),
  ({ alerts }) => alerts.filter(({ state }) => state !== 'closed'),
)
export const STAFF = queueOf(
  ({ act }, query) => act('listStaff', { query }, ''),
  ({ accounts }) => accounts,
)
