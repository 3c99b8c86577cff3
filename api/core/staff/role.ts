import type { Scope, ScopeKind } from './scope.ts'

interface RoleRow {
  readonly scopes: readonly ScopeKind[]
  /** Goes together with no other role: who keeps watch operates nothing, and who sees figures sees nobody. */
  readonly alone: boolean
}

const COUNTY: readonly ScopeKind[] = ['county']
const ANY_TOWNSHIPS: readonly ScopeKind[] = ['county', 'townships']

/** The roles of the county's staff, each with the scopes it can have. */
const STAFF_ROLE = {
  'system-admin': { scopes: COUNTY, alone: true },
  security: { scopes: COUNTY, alone: true },
  auditor: { scopes: COUNTY, alone: true },
  'hall-operator': { scopes: ANY_TOWNSHIPS, alone: false },
  'station-operator': { scopes: ['station'], alone: false },
  mediator: { scopes: ANY_TOWNSHIPS, alone: false },
  official: { scopes: ANY_TOWNSHIPS, alone: true },
} as const satisfies Readonly<Record<string, RoleRow>>

export type StaffRole = keyof typeof STAFF_ROLE
export const STAFF_ROLES = Object.keys(STAFF_ROLE) as StaffRole[] // the keys of the table the type is made of

/** Whether one account may have these roles in this scope. */
export function rolesFit(roles: readonly StaffRole[], scope: Scope): boolean {
  const rows: readonly RoleRow[] = roles.map((role) => STAFF_ROLE[role])
  if (rows.length === 0 || new Set(roles).size < rows.length) return false
  if (rows.length > 1 && rows.some(({ alone }) => alone)) return false
  return rows.every(({ scopes }) => scopes.includes(scope.kind))
}

/** The scopes a role can have, and whether it stands alone. */
export const roleRow = (role: StaffRole): RoleRow => STAFF_ROLE[role]
