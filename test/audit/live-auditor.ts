import { writeSync } from 'node:fs'
import { createAudit } from '@linggong/api/audit/audit.ts'
import { systemClock } from '@linggong/api/start-services.ts'
import { openStore } from '@linggong/api/store/testing/open-store.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'

/**
 * A process that writes the audit of the county: told KIND WHERE DATABASE NAME COUNT on its command line, it writes COUNT rows, eight at
 * once, and prints the key of each after it is written. What two processes of one NAME write is the same.
 */
const [kind, where = '', database = '', name = '', count] = process.argv.slice(2)
const LANES = 8

const store = await openStore([kind === 'mongo' ? 'mongo' : 'sqlite', where, database])
const audit = createAudit({ store, county: COUNTY.adcode, clock: systemClock })
const numbers = Array.from({ length: Number(count) }, (_, n) => n).values()

async function lane(): Promise<void> {
  for (const n of numbers) {
    const key = `${name}.${n}`
    await audit({ key, actor: { role: 'staff', id: 'hall' }, action: 'set-credit-line', subjects: ['cai'], facts: { limitFen: n } })
    writeSync(1, `${key}\n`)
  }
}
await Promise.all(Array.from({ length: LANES }, lane))
await store.close()
