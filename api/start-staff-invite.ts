import { parseArgs } from 'node:util'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { createAudit } from './audit/audit.ts'
import { readDatabase } from './config.ts'
import { STAFF_ROLES, type StaffRole } from './core/staff/role.ts'
import type { Scope } from './core/staff/scope.ts'
import { type InvitePorts, inviteStaff } from './staff/invite-staff.ts'
import { openKept, systemClock } from './start-services.ts'
import { nodeRandom } from './vault/random.ts'

const USAGE = `usage: npm run staff:invite -- --role ROLE [--role ROLE] [--township TOWNSHIP] … [--station STATION]
roles: ${STAFF_ROLES.join(', ')}
Without a township the whole county; a station lies in one township.`

const isRole = (text: string): text is StaffRole => STAFF_ROLES.some((role) => role === text)

function scopeOf(townships: readonly string[], station: string | undefined): Scope {
  const [township] = townships
  if (station !== undefined) {
    if (township === undefined || townships.length > 1) throw new Error('a station lies in one township')
    return { kind: 'station', township, station }
  }
  return township === undefined ? { kind: 'county' } : { kind: 'townships', townships }
}

function readArguments() {
  const many = { type: 'string', multiple: true, default: [] as string[] } as const
  const { values } = parseArgs({ options: { role: many, township: many, station: { type: 'string' } } })
  const unknown = values.role.find((role) => !isRole(role))
  if (values.role.length === 0 || unknown !== undefined) throw new Error(USAGE)
  return { roles: values.role.filter(isRole), scope: scopeOf(values.township, values.station) }
}

/** A one-time code for somebody who is to work for the county, given by whoever runs it. It is written down who, and never the code. */
async function main(): Promise<void> {
  const rights = readArguments()
  const { store, vault } = await openKept(readDatabase(process.env))
  try {
    const shared = { store, county: COUNTY.adcode, clock: systemClock }
    const ports: InvitePorts = { ...shared, vault, random: nodeRandom, isTownship: (name) => COUNTY.townships.includes(name) }
    const key = `staff-invite:${systemClock.now()}:${Buffer.from(nodeRandom.bytes(16)).toString('base64url')}`
    const facts = { roles: rights.roles.join('+'), scope: rights.scope.kind }
    const invited = await inviteStaff(ports, key, { ...rights, life: 'invited' })
    if (!invited.ok) throw new Error(`these roles do not fit together, or not in this scope\n${USAGE}`)
    const audit = createAudit(shared)
    await audit({ key, actor: { role: 'operator', id: 'staff-invite' }, action: 'invite-staff', subjects: [], facts })
    process.stdout.write(`${invited.value.code}\ngood once, until ${invited.value.endsAt}: POST /staff/accounts\n`)
  } finally {
    await store.close()
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`nobody was invited: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
