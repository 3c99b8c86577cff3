import type { StaffId } from '../id.ts'
import { type Life, step } from '../life.ts'
import { accept, type Result, refuse } from '../result.ts'
import { rolesFit, type StaffRole } from './role.ts'
import type { Scope } from './scope.ts'

export const STAFF_STATES = ['active', 'suspended'] as const
export type StaffState = (typeof STAFF_STATES)[number]
const NEXT_STAFF_STATE = { active: ['suspended'], suspended: ['active'] } as const satisfies Life<StaffState>

export interface Rights {
  readonly roles: readonly StaffRole[]
  readonly scope: Scope
}

/** What the rules need to know of an account; what it proves itself by is kept beside it. */
export interface StaffAccount extends Rights {
  readonly id: StaffId
  readonly county: string
  readonly login: string
  readonly state: StaffState
  /** Grows whenever the account's rights or what it proves itself by change: a session that began before is over. */
  readonly epoch: number
}

const LOGIN = /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/

/** Small letters and digits, so that no two look alike. */
export const isLogin = (text: string): boolean => LOGIN.test(text)

/** Nobody changes his own rights, whatever they are. */
export function changeRights<A extends StaffAccount>(account: A, { roles, scope }: Rights, by: StaffId): Result<A> {
  if (account.id === by) return refuse('own-account')
  if (!rolesFit(roles, scope)) return refuse('roles-do-not-fit')
  return accept({ ...account, roles, scope, epoch: account.epoch + 1 })
}

/** Stops somebody from working, or lets him work again; either way he has to sign in anew. */
export function moveStaff<A extends StaffAccount>(account: A, to: StaffState, by: StaffId): Result<A> {
  if (account.id === by) return refuse('own-account')
  if (account.state === to) return accept(account)
  return accept({ ...account, state: step<StaffState>(NEXT_STAFF_STATE, account.state, to), epoch: account.epoch + 1 })
}
