import { parseArgs } from 'node:util'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { readDatabase } from './config.ts'
import { openToRead } from './start-reading.ts'
import { openStore } from './start-services.ts'
import { mendCounts } from './statistics/mend-counts.ts'
import { type Recomputed, recompute } from './statistics/recompute.ts'
import { openSqlite } from './store/sqlite/open-sqlite.ts'

const [SAME, DIFFERENT, NOT_READ] = [0, 1, 2]
const LINES_MAX = 200

function linesOf({ documents, events, untold, counts, differences }: Recomputed): readonly string[] {
  const shown = differences
    .slice(0, LINES_MAX)
    .map(({ where, counted, recomputed }) => `${where}: counted ${counted}, recomputed ${recomputed}`)
  const rest = differences.length - shown.length
  return [
    `${documents} documents, ${events} events, ${counts} counts, ${differences.length} differences`,
    ...(untold > 0 ? [`${untold} documents have events on their way; ask again once they have arrived`] : []),
    ...shown,
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ]
}

/** Makes the counts what the documents come to: after an upgrade that counts more, or in another way. */
async function mend(): Promise<number> {
  const store = await openStore(readDatabase(process.env))
  const fresh = openSqlite({ file: ':memory:' })
  const mended = await mendCounts({ store, county: COUNTY.adcode, fresh }).finally(() => Promise.all([store.close(), fresh.close()]))
  const { untold, differences } = mended.found
  if (untold > 0)
    process.stdout.write(
      `nothing was changed: ${untold} documents have events on their way; start the server, stop it, and run this again\n`,
    )
  else
    process.stdout.write(`${differences.length} differences mended in ${mended.months} months, ${mended.subjects} of those counted once\n`)
  return untold > 0 ? DIFFERENT : SAME
}

/** Counts everything anew out of the documents and says what differs from the statistics. Changes nothing; servers may run meanwhile. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, mend: { type: 'boolean', default: false } } })
  if (values.mend) return mend()
  const store = await openToRead(process.env)
  const fresh = openSqlite({ file: ':memory:' })
  const report = await recompute({ store, county: COUNTY.adcode, fresh }).finally(() => Promise.all([store.close(), fresh.close()]))
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${linesOf(report).join('\n')}\n`)
  return report.differences.length === 0 ? SAME : DIFFERENT
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`the statistics could not be recomputed: ${error instanceof Error ? error.message : String(error)}\n`)
  return NOT_READ
})
