import { userInfo } from 'node:os'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { createAudit } from './audit/audit.ts'
import { readDatabase } from './config.ts'
import { SEALED } from './start-sealed.ts'
import { openStore, systemClock } from './start-services.ts'
import type { Store } from './store/port.ts'
import { checkKeys } from './vault/check-keys.ts'
import { randomId } from './vault/digest.ts'
import type { KeyRing } from './vault/key-ring.ts'
import { findKeyRing } from './vault/load-key-ring.ts'
import { type Progress, type Rotated, rotateKeys } from './vault/rotate-keys.ts'
import { createVault } from './vault/vault.ts'

const [DONE, LEFT, NOT_RUN] = [0, 1, 2]
const county = COUNTY.adcode

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function told({ collection, pass, seen, resealed, left }: Progress): void {
  say(`pass ${pass}: ${collection}: ${seen} looked at, ${resealed} sealed again${left > 0 ? `, ${left} left` : ''}`)
}

/** Who runs it stands in the audit before anything is changed. */
async function rotate(store: Store, ring: KeyRing): Promise<Rotated> {
  const vault = createVault(ring)
  await checkKeys(store, vault, county)
  const audit = createAudit({ store, county, clock: systemClock })
  await audit({
    key: `rotate-keys:${randomId(systemClock.now())}`,
    actor: { role: 'operator', id: userInfo().username },
    action: 'rotate-keys',
    subjects: [],
    facts: { ring: 'keys', kid: ring.current.kid },
  })
  return await rotateKeys({ all: SEALED, store, county, vault, onProgress: told })
}

function report({ resealed, left }: Rotated, ring: KeyRing): number {
  const older = [...ring.byKid.keys()].filter((kid) => kid !== ring.current.kid)
  say(`${resealed} sealed again with ${ring.current.kid}`)
  const rest = Object.entries(left).map(([collection, count]) => `${collection}: ${count}`)
  if (rest.length > 0) {
    say(`STILL SEALED WITH AN OLDER KEY: ${rest.join(', ')}. Restart every process with this ring and run this again.`)
    return LEFT
  }
  say(older.length === 0 ? 'there is only one key in the ring' : `nothing needs these any more, they may be removed: ${older.join(', ')}`)
  return DONE
}

/** Seals everything again with the first key of the ring. May be killed and begun anew; servers with the same ring may run meanwhile. */
async function main(): Promise<number> {
  const where = readDatabase(process.env)
  const ring = findKeyRing({ env: process.env, dataDir: where.dataDir })
  const store = await openStore(where)
  return report(await rotate(store, ring).finally(() => store.close()), ring)
}

process.exitCode = await main().catch((error: unknown) => {
  say(`the keys were not rotated: ${error instanceof Error ? error.message : String(error)}`)
  return NOT_RUN
})
