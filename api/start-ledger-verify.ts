import { parseArgs } from 'node:util'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { openToRead } from './start-reading.ts'
import { isClean, ledgerLines } from './wallet/ledger-report.ts'
import { verifyLedger } from './wallet/verify-ledger.ts'

const [CLEAN, FAULTY, NOT_READ] = [0, 1, 2]

/** Recomputes the whole book and says what is wrong with it, for an operator or a script. Changes nothing; servers may run meanwhile. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  const store = await openToRead(process.env)
  const report = await verifyLedger({ store, county: COUNTY.adcode }).finally(() => store.close())
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${ledgerLines(report).join('\n')}\n`)
  return isClean(report) ? CLEAN : FAULTY
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`the book could not be read: ${error instanceof Error ? error.message : String(error)}\n`)
  return NOT_READ
})
