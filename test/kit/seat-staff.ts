import type { RouteRow } from '@linggong/api/contract/route.ts'
import type { RouteId } from '@linggong/api/contract/routes.ts'
import { asId, type StaffId } from '@linggong/api/core/id.ts'
import { rightsOf } from '@linggong/api/core/staff/policy.ts'
import { STAFF_ROLES, type StaffRole } from '@linggong/api/core/staff/role.ts'
import type { Scope } from '@linggong/api/core/staff/scope.ts'
import { beginAt } from '@linggong/api/core/staff/session.ts'
import { type StaffAccountDoc, staffAccounts } from '@linggong/api/staff/staff-account.collection.ts'
import { placeOf, type StaffPorts } from '@linggong/api/staff/staff-ports.ts'
import { type StaffSessionDoc, staffSessions } from '@linggong/api/staff/staff-session.collection.ts'
import type { County } from '@linggong/api/start-county.ts'
import { NO_KEYS } from '@linggong/api/store/once.ts'

export interface Seat {
  readonly login: string
  readonly roles: readonly StaffRole[]
  readonly scope?: Scope
  /** Another county's account, in the same database. */
  readonly county?: string
}

export interface Seated {
  readonly id: StaffId
  readonly token: string
  readonly authorization: { readonly authorization: string }
}

export const SEATED_PASSWORD = '三月的橘子花开了吗'
/** Base32 of twenty bytes that everybody knows: only for people who do not exist. */
export const SEATED_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const COUNTY: Scope = { kind: 'county' }
const SCOPE: Readonly<Partial<Record<StaffRole, Scope>>> = {
  'station-operator': { kind: 'station', township: '古镛镇', station: '山门村' },
}

export const tokenOf = (login: string): string => `staff.${login.padEnd(43, '-')}`

/** Who works in the hall for the whole county. */
export const HALL: Seat = { login: 'hall', roles: ['hall-operator'] }
/** One of each role; between them they may do everything. */
export const SEATS: readonly Seat[] = [
  HALL,
  ...STAFF_ROLES.filter((role) => role !== 'hall-operator').map((role) => ({ login: role, roles: [role], scope: SCOPE[role] ?? COUNTY })),
]

/** Whoever may call a row of staff. */
export function seatFor(row: RouteRow): Seat {
  const seat = SEATS.find(({ roles }) => 'action' in row && roles.some((role) => Object.hasOwn(rightsOf(role), row.action)))
  if (seat === undefined) throw new Error(`nobody may call ${row.method} ${row.path}`)
  return seat
}

type Ports = Pick<StaffPorts, 'store' | 'vault' | 'county' | 'clock' | 'hasher'>

const hashed = new WeakMap<StaffPorts['hasher'], Promise<string>>()

/** Once for each county. */
function hashedBy(hasher: StaffPorts['hasher']): Promise<string> {
  const known = hashed.get(hasher) ?? hasher.hash(SEATED_PASSWORD)
  hashed.set(hasher, known)
  return known
}

async function accountOf(
  { vault, county, clock, hasher }: Ports,
  { login, roles, scope = { kind: 'county' }, ...about }: Seat,
): Promise<StaffAccountDoc> {
  const id = asId<'staff'>(`staff-${login}`)
  const head = { id, county: about.county ?? county, version: 1, login, name: vault.seal(placeOf(id, 'name'), '周小满') }
  const totp = { sealed: vault.seal(placeOf(id, 'totp'), SEATED_SECRET), usedStep: 0 }
  const proof = { password: await hashedBy(hasher), totp, newTotp: null, recovery: [], contact: null }
  return { ...head, ...proof, roles, scope, state: 'active', epoch: 1, joinedAt: clock.now(), ...NO_KEYS }
}

/** Somebody of the staff with a second factor and a session of a known token, put there without signing in; again, he is as he was at first. */
export async function seatStaff(ports: Ports, seat: Seat): Promise<Seated> {
  const { store, vault, clock } = ports
  const account = await accountOf(ports, seat)
  await store.remove(staffAccounts, account.county, account.id)
  await store.insert(staffAccounts, account)
  const token = tokenOf(seat.login)
  const id = `session-${seat.login}`
  const times = beginAt(clock.now())
  const head = { id, county: account.county, version: 1, digest: vault.blindIndex('staff-session', token), account: account.id }
  const session: StaffSessionDoc = { ...head, epoch: account.epoch, carrier: 'bearer', ...times }
  await store.remove(staffSessions, account.county, id)
  await store.insert(staffSessions, session)
  return { id: account.id, token, authorization: { authorization: `Bearer ${token}` } }
}

interface Asked {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
}

/** Calls a route as one of the staff, without HTTP. */
export async function askAsStaff({ county }: { readonly county: County }, route: RouteId, asked: Asked, seat: Seat = HALL) {
  const { token } = await seatStaff(county.staff, seat)
  const staff = await county.findStaff(token, 'bearer')
  const endpoint = county.dispatcher.get(route)
  if (staff === undefined || endpoint === undefined) throw new Error('a seat and a route that are there')
  const { params = {}, query = {}, body = {} } = asked
  const caller = { role: endpoint.row.role, contact: '', key: `staff ${staff.id}\n${crypto.randomUUID()}`, county: county.county, staff }
  return endpoint.call({ params, query, body, caller })
}
