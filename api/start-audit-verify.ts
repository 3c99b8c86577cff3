import { parseArgs } from 'node:util'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { auditLines, isWhole } from './audit/audit-report.ts'
import { rootFiles } from './audit/root-files.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import { readDatabase } from './config.ts'
import { openToRead } from './start-reading.ts'
import { auditRootsFolder } from './start-services.ts'
import { findKeyRing } from './vault/load-key-ring.ts'
import { createVault } from './vault/vault.ts'

const [WHOLE, BROKEN, NOT_READ] = [0, 1, 2]

/** Recomputes the whole audit and holds it against the roots that were written out. Changes nothing; servers may run meanwhile. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, roots: { type: 'string' } } })
  const { dataDir } = readDatabase(process.env)
  const vault = createVault(findKeyRing({ env: process.env, dataDir }))
  const files = rootFiles({ folder: values.roots ?? auditRootsFolder(dataDir), county: COUNTY.adcode, vault })
  const store = await openToRead(process.env)
  const report = await verifyAudit({ store, county: COUNTY.adcode }, files).finally(() => store.close())
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${auditLines(report).join('\n')}\n`)
  return isWhole(report) ? WHOLE : BROKEN
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`the audit could not be read: ${error instanceof Error ? error.message : String(error)}\n`)
  return NOT_READ
})
