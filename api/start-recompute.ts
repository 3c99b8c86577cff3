import { parseArgs } from 'node:util'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { openToRead } from './start-reading.ts'
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

/** Counts everything anew out of the documents and says what differs from the statistics. Changes nothing; servers may run meanwhile. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
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
