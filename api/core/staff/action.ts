import type { StaffRole } from './role.ts'

/** What a right lets somebody do: change his own account, see figures, see things and people, change them. */
type Effect = 'own' | 'figures' | 'read' | 'write'
/** `weighty`: where the call itself is (weighty-calls.ts): much money, or many people's data as they are. */
type When = 'never' | 'weighty' | 'always'

export interface ActionRow {
  readonly effect: Effect
  /** When he must have shown in the last minutes that it is still he. */
  readonly proof: When
  /** When a second person has to agree first. */
  readonly second: When
  /** Who that may be; never the one who asks. */
  readonly approvers: readonly StaffRole[]
}

const plain = (effect: Effect, proof: When = 'never'): ActionRow => ({ effect, proof, second: 'never', approvers: [] })
const byTwo = (effect: Effect, when: { readonly proof: When; readonly second: When }, approvers: readonly StaffRole[]): ActionRow => ({
  effect,
  ...when,
  approvers,
})

/** Everything that staff can do: each row of the contract for staff names one of these. */
export const STAFF_ACTION = {
  'own-account': plain('own'),
  'see-figures': plain('figures'),
  'handle-alerts': plain('write'),
  'see-tasks': plain('read'),
  'close-task': plain('write'),
  'see-arrears': plain('read'),
  'settle-pay': byTwo('write', { proof: 'weighty', second: 'weighty' }, ['hall-operator']),
  'set-credit': byTwo('write', { proof: 'weighty', second: 'weighty' }, ['hall-operator']),
  'see-conduct': plain('read'),
  'talk-over': plain('write'),
  'decide-appeal': byTwo('write', { proof: 'never', second: 'weighty' }, ['hall-operator']),
  'see-payouts': plain('read'),
  'release-payout': plain('write', 'always'),
  'export-files': byTwo('read', { proof: 'always', second: 'weighty' }, ['hall-operator', 'security']),
  'register-people': plain('write'),
  'find-people': plain('read'),
  'verify-people': plain('write'),
  'correct-people': plain('write', 'always'),
  'import-people': plain('write', 'always'),
  'export-people': plain('read', 'always'),
  'erase-people': plain('write', 'always'),
  'add-licence': plain('write'),
  'see-licences': plain('read'),
  'open-licence': plain('read'),
  'review-licence': plain('write'),
  'add-company': plain('write'),
  'see-companies': plain('read'),
  'open-company': plain('read'),
  'review-company': plain('write'),
  'change-representatives': plain('write'),
  'see-staff': plain('read'),
  'invite-staff': plain('write', 'always'),
  'change-staff': plain('write', 'always'),
  'suspend-staff': plain('write', 'always'),
  'reset-staff': byTwo('write', { proof: 'always', second: 'always' }, ['system-admin']),
  'ask-approval': plain('write'),
  'see-approvals': plain('read'),
  approve: plain('write', 'always'),
} as const satisfies Readonly<Record<string, ActionRow>>

export type StaffAction = keyof typeof STAFF_ACTION
export const STAFF_ACTIONS = Object.keys(STAFF_ACTION) as StaffAction[] // the keys of the table the type is made of

const holds = (when: When, weighty: boolean): boolean => when === 'always' || (when === 'weighty' && weighty)

/** What a call of an action needs before it is done. */
export function stepsOf(action: StaffAction, weighty: boolean): { readonly proof: boolean; readonly second: boolean } {
  const row: ActionRow = STAFF_ACTION[action]
  return { proof: holds(row.proof, weighty), second: holds(row.second, weighty) }
}

export const actionRow = (action: StaffAction): ActionRow => STAFF_ACTION[action]
export const approversOf = (action: StaffAction): readonly StaffRole[] => STAFF_ACTION[action].approvers
