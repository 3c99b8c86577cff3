import type { StaffId } from '../id.ts'
import { type Refused, refuse } from '../result.ts'
import { approversOf, STAFF_ACTION, type StaffAction } from './action.ts'
import type { StaffRole } from './role.ts'
import { covers, encloses, type Place, type Scope, townshipsOf } from './scope.ts'

/** Somebody of the staff who is signed in. */
export interface StaffActor {
  readonly id: StaffId
  readonly county: string
  readonly roles: readonly StaffRole[]
  readonly scope: Scope
  /** `enrolling`: without a second factor, which he has to set up before anything else. */
  readonly stage: 'enrolling' | 'whole'
  readonly session: string
  /** When he last showed that it is he. */
  readonly provenAt: Temporal.Instant
}

/** `own`: what is his own; `scope`: everything where he works. */
type Reach = 'own' | 'scope'

const EVERYBODY = { 'own-account': 'own' } as const

/** The rights: what is not here is not allowed. StaffRights keeps watch operates nothing; the auditor changes nothing; an official sees no person. */
const RIGHTS = {
  'system-admin': {
    ...EVERYBODY,
    'see-staff': 'scope',
    'invite-staff': 'scope',
    'change-staff': 'scope',
    'suspend-staff': 'scope',
    'see-approvals': 'scope',
    approve: 'scope',
  },
  security: {
    ...EVERYBODY,
    'see-staff': 'scope',
    'suspend-staff': 'scope',
    'reset-staff': 'scope',
    'ask-approval': 'own',
    'see-approvals': 'scope',
    approve: 'scope',
  },
  auditor: {
    ...EVERYBODY,
    'see-figures': 'scope',
    'see-tasks': 'scope',
    'see-arrears': 'scope',
    'see-conduct': 'scope',
    'see-payouts': 'scope',
    'see-licences': 'scope',
    'see-companies': 'scope',
    'see-staff': 'scope',
    'see-approvals': 'scope',
  },
  'hall-operator': {
    ...EVERYBODY,
    'see-figures': 'scope',
    'handle-alerts': 'scope',
    'see-tasks': 'scope',
    'close-task': 'scope',
    'register-people': 'scope',
    'find-people': 'scope',
    'verify-people': 'scope',
    'correct-people': 'scope',
    'export-people': 'scope',
    'erase-people': 'scope',
    'add-licence': 'scope',
    'see-licences': 'scope',
    'open-licence': 'scope',
    'review-licence': 'scope',
    'add-company': 'scope',
    'see-companies': 'scope',
    'open-company': 'scope',
    'review-company': 'scope',
    'change-representatives': 'scope',
    'import-people': 'scope',
    'see-arrears': 'scope',
    'see-conduct': 'scope',
    'talk-over': 'scope',
    'decide-appeal': 'scope',
    'settle-pay': 'scope',
    'set-credit': 'scope',
    'see-payouts': 'scope',
    'release-payout': 'scope',
    'export-files': 'scope',
    'ask-approval': 'own',
    'see-approvals': 'scope',
    approve: 'scope',
  },
  'station-operator': {
    ...EVERYBODY,
    'see-figures': 'scope',
    'handle-alerts': 'scope',
    'see-tasks': 'scope',
    'close-task': 'scope',
    'register-people': 'scope',
    'find-people': 'scope',
    'verify-people': 'scope',
    'correct-people': 'scope',
    'add-licence': 'scope',
    'see-licences': 'scope',
    'add-company': 'scope',
    'see-companies': 'scope',
    'import-people': 'scope',
    'see-arrears': 'scope',
  },
  mediator: {
    ...EVERYBODY,
    'see-figures': 'scope',
    'handle-alerts': 'scope',
    'see-tasks': 'scope',
    'close-task': 'scope',
    'see-arrears': 'scope',
    'see-conduct': 'scope',
    'decide-appeal': 'scope',
    'settle-pay': 'scope',
    'ask-approval': 'own',
    'see-approvals': 'own',
  },
  official: { ...EVERYBODY, 'see-figures': 'scope' },
} as const satisfies Readonly<Record<StaffRole, Readonly<Partial<Record<StaffAction, Reach>>>>>

export const rightsOf = (role: StaffRole): Readonly<Partial<Record<StaffAction, Reach>>> => RIGHTS[role]

/** What is acted on: where it belongs and whose it is. */
export interface Resource extends Place {
  readonly owner?: StaffId
}

/** As much of somebody of the staff as his rights follow from. */
export type StaffRights = Pick<StaffActor, 'id' | 'county' | 'roles' | 'scope' | 'stage'>

function reachOf({ roles, stage }: StaffRights, action: StaffAction): Reach | undefined {
  if (stage === 'enrolling' && STAFF_ACTION[action].effect !== 'own') return undefined
  const reaches = roles.map((role) => rightsOf(role)[action])
  return reaches.find((reach) => reach === 'scope') ?? reaches.find((reach) => reach !== undefined)
}

/** Whether somebody may do something, to a thing where one is named. */
export function can(actor: StaffRights, action: StaffAction, to?: Resource): boolean {
  const reach = reachOf(actor, action)
  if (reach === undefined) return false
  if (to === undefined) return true
  if (to.county !== actor.county) return false
  return reach === 'own' ? to.owner === actor.id : covers(actor.scope, to)
}

/** What a list is cut down to before it is read; a missing part stands for everything. */
export interface RightsFilter {
  readonly townships?: readonly string[]
  readonly owner?: StaffId
}

/** The other form of `can`, for a query: the same rows, so that nobody finds by a list what he may not open. undefined: nothing at all. */
export function filterFor(actor: StaffRights, action: StaffAction): RightsFilter | undefined {
  const reach = reachOf(actor, action)
  if (reach === undefined) return undefined
  if (reach === 'own') return { owner: actor.id }
  const townships = townshipsOf(actor.scope)
  return townships === undefined ? {} : { townships }
}

/** Why somebody may not do something at all; undefined where he may. */
export function whyNot(actor: StaffRights, action: StaffAction): Refused | undefined {
  if (can(actor, action)) return undefined
  return refuse(can({ ...actor, stage: 'whole' }, action) ? 'second-factor-missing' : 'not-allowed')
}

/** Whether somebody may agree to what another wants to do: another person, with that right, where all of the other's work lies in his own. */
export function canApprove(actor: StaffRights, action: StaffAction, asker: Pick<StaffActor, 'id' | 'county' | 'scope'>): boolean {
  if (actor.id === asker.id || actor.county !== asker.county || !can(actor, 'approve')) return false
  return actor.roles.some((role) => approversOf(action).includes(role)) && encloses(actor.scope, asker.scope)
}
