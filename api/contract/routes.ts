import { alertRoutes } from './alert.contract.ts'
import { approvalRoutes } from './approval.contract.ts'
import { arrearsRoutes } from './arrears.contract.ts'
import { companyRoutes } from './company.contract.ts'
import { figuresInChatRoutes } from './figures-in-chat.contract.ts'
import { flagRoutes } from './flag.contract.ts'
import { hallRoutes } from './hall.contract.ts'
import { heldPayoutRoutes } from './held-payout.contract.ts'
import { helperRoutes } from './helper.contract.ts'
import { jobRoutes } from './job.contract.ts'
import { licenceRoutes } from './licence.contract.ts'
import { moneyRoutes } from './money.contract.ts'
import { noticeRoutes } from './notice.contract.ts'
import { overviewRoutes } from './overview.contract.ts'
import { ownDataRoutes } from './own-data.contract.ts'
import { pageRoutes } from './page.contract.ts'
import { payoutRoutes } from './payout.contract.ts'
import { penaltyRoutes } from './penalty.contract.ts'
import { personRoutes } from './person.contract.ts'
import { policyRoutes } from './policy.contract.ts'
import { ratingRoutes } from './rating.contract.ts'
import { staffAccountRoutes } from './staff-account.contract.ts'
import { staffContactRoutes } from './staff-contact.contract.ts'
import { staffMoneyRoutes } from './staff-money.contract.ts'
import { staffSessionRoutes } from './staff-session.contract.ts'
import { staffTaskRoutes } from './staff-task.contract.ts'
import { stationRoutes } from './station.contract.ts'
import { statisticsRoutes } from './statistics.contract.ts'
import { statutoryRoutes } from './statutory.contract.ts'
import { systemRoutes } from './system.contract.ts'
import { takeRoutes } from './take.contract.ts'
import { tieRoutes } from './tie.contract.ts'
import { walletRoutes } from './wallet.contract.ts'

/** The whole route table: the server, the typed client and the OpenAPI file come out of it. */
export const ROUTES = {
  ...systemRoutes,
  ...personRoutes,
  ...stationRoutes,
  ...licenceRoutes,
  ...companyRoutes,
  ...helperRoutes,
  ...jobRoutes,
  ...takeRoutes,
  ...ratingRoutes,
  ...tieRoutes,
  ...penaltyRoutes,
  ...noticeRoutes,
  ...flagRoutes,
  ...moneyRoutes,
  ...staffMoneyRoutes,
  ...walletRoutes,
  ...payoutRoutes,
  ...heldPayoutRoutes,
  ...pageRoutes,
  ...ownDataRoutes,
  ...policyRoutes,
  ...statisticsRoutes,
  ...alertRoutes,
  ...figuresInChatRoutes,
  ...overviewRoutes,
  ...hallRoutes,
  ...statutoryRoutes,
  ...staffTaskRoutes,
  ...arrearsRoutes,
  ...staffSessionRoutes,
  ...staffAccountRoutes,
  ...staffContactRoutes,
  ...approvalRoutes,
}
export type RouteId = keyof typeof ROUTES
export type RouteOf<Id extends RouteId> = (typeof ROUTES)[Id]
