import { createAudit, createAudited } from '../../audit/audit.ts'
import type { StaffCaller } from '../../contract/route.ts'
import { assert } from '../../core/assert.ts'
import { fen } from '../../core/money.ts'
import type { Result } from '../../core/result.ts'
import type { Rights } from '../../core/staff/account.ts'
import type { Carrier } from '../../core/staff/session.ts'
import { STAFF_LIMIT } from '../../core/staff/staff-limit.ts'
import { stepAt, totpCode } from '../../core/staff/totp.ts'
import { MovableClock } from '../../schedule/testing/movable-clock.ts'
import { createEditor } from '../../store/editor.ts'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { type KeyRing, memoryKeyRing } from '../../vault/key-ring.ts'
import { nodeRandom } from '../../vault/random.ts'
import { createVault } from '../../vault/vault.ts'
import { loadGuessesOf } from '../guess-password.ts'
import { createPasswordHasher, type PasswordHasher, pepperOf } from '../hash-password.ts'
import { inviteStaff } from '../invite-staff.ts'
import { joinStaff } from '../join-staff.ts'
import { beginSecondFactor, confirmSecondFactor } from '../own-account.ts'
import { stepMacOf } from '../second-factor.ts'
import { createSessions } from '../sessions.ts'
import { type Credentials, signIn } from '../sign-in.ts'
import type { StaffPorts } from '../staff-ports.ts'
import { createTryDesk } from '../try-desk.ts'

const COUNTY = '350428'
export const PASSWORD = '三月的橘子花开了吗'
const HALL: Rights = { roles: ['hall-operator'], scope: { kind: 'county' } }

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

/** Counts what costs time, so that a test can see that a "no" takes as much as a "yes". */
function counting(hasher: PasswordHasher) {
  const counts = { hashed: 0, compared: 0 }
  return {
    counts,
    hasher: {
      isDated: hasher.isDated,
      hash(password: string) {
        counts.hashed += 1
        return hasher.hash(password)
      },
      matches(password: string, hashed: string) {
        counts.compared += 1
        return hasher.matches(password, hashed)
      },
    },
  }
}

/** Staff accounts over a database in memory, with passwords that cost next to nothing. */
export function aStaffRoom({ ring = memoryKeyRing(), store = openSqlite({ file: ':memory:' }) }: { ring?: KeyRing; store?: Store } = {}) {
  const clock = new MovableClock('2026-11-23T01:00:00Z')
  const editor = createEditor({ store, monotonicMs: () => performance.now() })
  const vault = createVault(ring)
  const audit = createAudit({ store, county: COUNTY, clock })
  const base = {
    store,
    editor,
    vault,
    county: COUNTY,
    clock,
    random: nodeRandom,
    aloneFen: fen(STAFF_LIMIT.aloneFen),
    audit,
    audited: createAudited(audit),
  }
  const cost = { memoryKib: 8, passes: 1, lanes: 1 }
  const { hasher, counts } = counting(createPasswordHasher({ pepper: pepperOf(vault), random: nodeRandom, cost }))
  const ports: StaffPorts = {
    ...base,
    hasher,
    guessesOf: loadGuessesOf,
    sessions: createSessions(base),
    tries: createTryDesk(base),
    isTownship: (name) => name.endsWith('镇'),
    issuer: '将乐县',
  }
  let invited = 0

  async function codeFor(rights: Rights = HALL): Promise<string> {
    invited += 1
    return must(await inviteStaff(ports, `invite-${invited}`, { ...rights, life: 'invited' })).code
  }

  async function callerOf(token: string, carrier: Carrier = 'bearer'): Promise<StaffCaller> {
    const staff = await ports.sessions.find(token, carrier)
    assert(staff !== undefined, 'the session is there')
    return { role: 'staff', contact: '', key: `staff ${staff.id}\n${crypto.randomUUID()}`, county: COUNTY, staff }
  }

  /** The digits an app shows now, or some half minutes from now. */
  const codeOf = (secret: string, about = 0): string => totpCode(stepMacOf(secret)(stepAt(clock.now()) + about))

  /** Somebody who has joined and set his second factor up; half a minute later his next code is another. */
  async function join(login: string, { rights = HALL, carrier = 'bearer' as Carrier } = {}) {
    const code = await codeFor(rights)
    const joined = must(await joinStaff(ports, { code, login, name: '周小满', password: PASSWORD, carrier, address: 'home' }))
    const first = await callerOf(joined.begun.token, carrier)
    const { secret } = must(await beginSecondFactor(ports, first))
    const confirmed = must(await confirmSecondFactor(ports, first, codeOf(secret)))
    clock.forward({ seconds: 30 })
    const token = confirmed.begun.token
    return { id: joined.account.id, login, secret, token, recoveryCodes: confirmed.recoveryCodes, caller: () => callerOf(token, carrier) }
  }

  const enter = (about: Partial<Credentials> & { readonly login: string }) =>
    signIn(ports, { password: PASSWORD, code: '', carrier: 'bearer', address: 'home', ...about })

  return { ports, clock, counts, codeFor, callerOf, codeOf, join, enter, close: () => store.close() }
}
export type StaffRoom = ReturnType<typeof aStaffRoom>
