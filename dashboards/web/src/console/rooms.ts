import type { StaffAction } from '@linggong/api/core/staff/action.ts'
import type { ComponentType } from 'react'
import type { RoomId } from '../../console-copy.ts'
import type { Desk } from './desk.ts'
import { ALERTS, APPEALS, APPROVALS, ARREARS, COMPANIES, LICENCES, PAYOUTS, TASKS } from './queues.ts'
import { Accounts } from './rooms/accounts.tsx'
import { Alerts } from './rooms/alerts.tsx'
import { Appeals } from './rooms/appeals.tsx'
import { Approvals } from './rooms/approvals.tsx'
import { Arrears } from './rooms/arrears.tsx'
import { Codes } from './rooms/codes.tsx'
import { Companies } from './rooms/companies.tsx'
import { Correct } from './rooms/correct.tsx'
import { Find } from './rooms/find.tsx'
import { Licences } from './rooms/licences.tsx'
import { Payouts } from './rooms/payouts.tsx'
import { Register } from './rooms/register.tsx'
import { Tasks } from './rooms/tasks.tsx'
import type { Queue } from './use-queue.ts'

export interface ConsoleRoom {
  readonly id: RoomId
  /** Whoever may do this comes in; what else he may do inside each part asks for itself. */
  readonly action: StaffAction
  readonly Room: ComponentType
  readonly queue?: Queue<unknown>
}

const ROOMS: readonly ConsoleRoom[] = [
  { id: 'register', action: 'register-people', Room: Register },
  { id: 'find', action: 'find-people', Room: Find },
  { id: 'codes', action: 'verify-people', Room: Codes },
  { id: 'correct', action: 'correct-people', Room: Correct },
  { id: 'licences', action: 'see-licences', Room: Licences, queue: LICENCES },
  { id: 'companies', action: 'see-companies', Room: Companies, queue: COMPANIES },
  { id: 'payouts', action: 'see-payouts', Room: Payouts, queue: PAYOUTS },
  { id: 'approvals', action: 'see-approvals', Room: Approvals, queue: APPROVALS },
  { id: 'appeals', action: 'see-conduct', Room: Appeals, queue: APPEALS },
  { id: 'tasks', action: 'see-tasks', Room: Tasks, queue: TASKS },
  { id: 'arrears', action: 'see-arrears', Room: Arrears, queue: ARREARS },
  { id: 'alerts', action: 'see-figures', Room: Alerts, queue: ALERTS },
  { id: 'accounts', action: 'see-staff', Room: Accounts },
]

export const roomsFor = (may: Desk['may']): readonly ConsoleRoom[] => ROOMS.filter(({ action }) => may(action))
