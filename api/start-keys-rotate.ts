import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { createAudit } from './audit/audit.ts'
import { readDatabase } from './config.ts'
import { needOf } from './staff/needed-keys.ts'
import { SEALED } from './start-sealed.ts'
import { openStore, systemClock } from './start-services.ts'
import type { Store } from './store/port.ts'
import { checkKeys, countOnAll } from './vault/check-keys.ts'
import { randomId } from './vault/digest.ts'
import type { KeyRing } from './vault/key-ring.ts'
import { findKeyRing, retireOlderKeys } from './vault/load-key-ring.ts'
import { reportLines } from './vault/report-rotation.ts'
import { type Progress, rotateKeys } from './vault/rotate-keys.ts'
import { createVault } from './vault/vault.ts'

const [DONE, LEFT, NOT_RUN] = [0, 1, 2]
const county = COUNTY.adcode

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function told({ collection, pass, seen, renewed, left }: Progress): void {
  say(`pass ${pass}: ${collection}: ${seen} looked at, ${renewed} renewed${left > 0 ? `, ${left} left` : ''}`)
}

/** Who runs it stands in the audit before anything is changed. */
async function rotate(store: Store, ring: KeyRing) {
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
  const rotated = await rotateKeys({ all: SEALED, store, county, vault, onProgress: told })
  if (Object.keys(rotated.left).length === 0) await countOnAll(store, vault, county)
  return { ...rotated, passwords: await needOf(store, county) }
}

/** Takes the older keys out of the ring, where that is a file; where it is not, says what to put there. */
function retire(dataDir: string, ring: KeyRing): void {
  const written = retireOlderKeys({ env: process.env, dataDir }, ring)
  if (written === undefined) {
    say('the older keys are out of keys.json; restart every process and run this once more')
    return
  }
  say('put this in the place of what is there, on every machine of the county, restart every process and run this once more:')
  process.stdout.write(`LINGGONG_KEYS=${written.keys}\nLINGGONG_INDEX_KEY=${written.indexKey}\n`)
}

/**
 * Seals everything again with the first key of the ring and makes it found by each index key in use. May be killed and begun anew; servers
 * with the same ring may run meanwhile.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { retire: { type: 'boolean', default: false } } })
  const where = readDatabase(process.env)
  const ring = findKeyRing({ env: process.env, dataDir: where.dataDir })
  const store = await openStore(where)
  const rotated = await rotate(store, ring).finally(() => store.close())
  for (const line of reportLines(rotated, ring)) say(line)
  if (Object.keys(rotated.left).length > 0) return LEFT
  if (values.retire) retire(where.dataDir, ring)
  return DONE
}

process.exitCode = await main().catch((error: unknown) => {
  say(`the keys were not rotated: ${error instanceof Error ? error.message : String(error)}`)
  return NOT_RUN
})
