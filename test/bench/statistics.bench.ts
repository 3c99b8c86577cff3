import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import { EMPLOYER_TYPES } from '@linggong/api/core/job/poster.ts'
import { isMetricId, METRICS } from '@linggong/api/core/statistics/catalogue.ts'
import { COUNTS, OF_EMPLOYERS, owedFen, owedSeats } from '@linggong/api/core/statistics/measure.ts'
import { pack, packDays } from '@linggong/api/core/statistics/packed-counts.ts'
import { jobPublished, jobTaken, takeConfirmed, takePaid, takeStarted } from '@linggong/api/core/statistics/testing/events.ts'
import { createFolder } from '@linggong/api/statistics/folder.ts'
import { queryMetric } from '@linggong/api/statistics/query-metric.ts'
import { CUBES, type Cube, emptyMonth, type MonthDoc, months } from '@linggong/api/statistics/rollup.collection.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { type Figure, median } from './figure.ts'

const ORDERS = 10_000_000
/** So many rows are really summed up on the fly; the time for all orders is this one's, scaled. */
const ROWS = 1_000_000
const ROUNDS = 21
const TAKES_FOLDED = 4000
const NOW = Temporal.Instant.from('2026-12-31T12:00:00+08:00')
const YEAR = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2027-01-01') }
const FIRST_DAY = YEAR.from

/** All that work and money are counted by. */
const MEASURES = [...COUNTS, ...owedFen(), ...owedSeats()]
/** Who employs is told apart of places as wholes alone. */
const OF_PLACES_APART = OF_EMPLOYERS.flatMap((count) => EMPLOYER_TYPES.map((type) => `${count}:${type}`))

const county = COUNTY.adcode
const perDay = Math.round(ORDERS / 365)

function cellsOf(days: number, cube: Cube, share: number): MonthDoc['cells'] {
  const trades = cube.includes('Work') ? COUNTY.trades : [null]
  const count = Math.max(1, Math.round((perDay * share) / trades.length))
  const packed = packDays(Array.from({ length: days }, (_, day) => [day + 1, count] as const))
  const bins = Array.from({ length: 60 }, (_, bin) => `dayPayFen:${40 + bin}`)
  const apart = cube.includes('Work') ? bins : [...bins, ...OF_PLACES_APART]
  const counts = pack((cube.endsWith('Spread') ? apart : MEASURES).map((measure) => [measure, packed]))
  return trades.map((trade) => ({ trade, riskClass: trade === null ? null : COUNTY.tradeOf(trade).riskClass, counts }))
}

/** A year of the county as if ten million orders had been folded into it: every cube, every month, every measure on every day. */
async function aYear(store: Store): Promise<void> {
  for (let month = 1; month <= 12; month += 1) {
    const days = FIRST_DAY.with({ month }).daysInMonth
    const text = `2026-${String(month).padStart(2, '0')}`
    const put = async (cube: Cube, place: string, share: number) => {
      const empty = emptyMonth({ county, demo: false, cube, place, month: text }, NOW)
      await store.insert(months, { ...empty, version: 1, cells: cellsOf(days, cube, share) })
    }
    for (const cube of CUBES) {
      if (cube.startsWith('county')) await put(cube, '', 1)
      else for (const township of COUNTY.townships) await put(cube, township, 1 / COUNTY.townships.length)
    }
  }
}

/** The machine is shared, so work is measured by what this process spent on it. */
async function cpuMsOf(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

async function msOf(act: () => Promise<unknown> | unknown): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

type Question = Pick<Parameters<typeof queryMetric>[1], 'metric' | 'bucket' | 'breakdown'>

const QUESTIONS: readonly (Question & { readonly name: string })[] = [
  { name: 'orders of a year by day', metric: 'orders_completed', bucket: 'day', breakdown: 'none' },
  { name: 'cover of a year by month', metric: 'insurance_coverage', bucket: 'month', breakdown: 'none' },
  { name: 'median pay of a year by month', metric: 'worker_median_day_pay', bucket: 'month', breakdown: 'none' },
]

const WIDER: readonly (Question & { readonly name: string })[] = [
  { name: 'orders of a year by month and township', metric: 'orders_completed', bucket: 'month', breakdown: 'township' },
  { name: 'orders of a year by month and trade', metric: 'orders_completed', bucket: 'month', breakdown: 'trade' },
]

/** Takes as rows of a table, summed up by the database itself without going through any document: faster than any aggregation over documents. */
function plainRows(): DatabaseSync {
  const rows = new DatabaseSync(':memory:')
  rows.exec('CREATE TABLE takes (county TEXT, township TEXT, trade TEXT, day TEXT, confirmed INTEGER, started INTEGER, covered INTEGER)')
  const insert = rows.prepare('INSERT INTO takes VALUES (?, ?, ?, ?, 1, 1, ?)')
  const days = Array.from({ length: 365 }, (_, after) => FIRST_DAY.add({ days: after }).toString())
  rows.exec('BEGIN')
  for (let row = 0; row < ROWS; row += 1) {
    const township = COUNTY.townships[row % COUNTY.townships.length] ?? ''
    const trade = COUNTY.trades[row % COUNTY.trades.length] ?? ''
    insert.run(county, township, trade, days[row % 365] ?? '', row % 7 === 0 ? 0 : 1)
  }
  rows.exec('COMMIT')
  return rows
}

const onTheFly = (rows: DatabaseSync): unknown =>
  rows.prepare('SELECT day, SUM(confirmed), SUM(covered), SUM(started) FROM takes WHERE county = ? GROUP BY day').all(county)

async function querying(): Promise<readonly Figure[]> {
  const store = openSqlite({ file: ':memory:' })
  await aYear(store)
  const rows = plainRows()
  const asking = { now: NOW, maySeeSmall: true }
  const ask = (question: Question) => queryMetric(store, { ...question, ...YEAR, county }, asking)
  const taken = new Map([...QUESTIONS, ...WIDER].map(({ name }) => [name, [] as number[]]))
  const flying: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const question of [...QUESTIONS, ...WIDER]) taken.get(question.name)?.push(await msOf(() => ask(question)))
    if (round % 5 === 0) flying.push(await msOf(() => onTheFly(rows)))
  }
  await store.close()
  rows.close()
  const flyingMs = (median(flying) * ORDERS) / ROWS
  const daily = median(taken.get(QUESTIONS[0]?.name ?? '') ?? [])
  return [
    ...[...taken].map(([name, ms]) => ({ name: `${name}, rollups of 10 M orders`, figure: `${median(ms).toFixed(2)} ms` })),
    {
      name: `on the fly, ${ROWS / 1e6} M rows in memory`,
      figure: `${median(flying).toFixed(0)} ms, so ${flyingMs.toFixed(0)} ms for 10 M (scaled)`,
    },
    { name: 'rollups against on the fly (scaled)', figure: `${(flyingMs / daily).toFixed(0)}×` },
  ]
}

function lifeOf(take: number): readonly DomainEvent[] {
  const at = FIRST_DAY.add({ days: 300 + (take % 28) }).toString()
  const township = COUNTY.townships[take % COUNTY.townships.length] ?? ''
  const trade = COUNTY.trades[take % COUNTY.trades.length] ?? ''
  const about = {
    of: `t${take}`,
    county,
    township,
    trade,
    at: `${at}T10:00:00+08:00`,
    employer: `e${take % 200}`,
    worker: `w${take % 1500}`,
  }
  return [jobPublished(about), jobTaken(about), takeStarted({ ...about, covered: true }), takeConfirmed(about), takePaid(about)]
}

/** Into a file that is synchronised with each commit, as in the county. */
async function folding(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linggong-bench-'))
  const store = openSqlite({ file: join(folder, 'county.sqlite') })
  const events = Array.from({ length: TAKES_FOLDED }, (_, take) => lifeOf(take)).flat()
  const fold = createFolder(store)
  const first = await cpuMsOf(() => Promise.all(events.map((event) => fold([event]))))
  const again = await cpuMsOf(() => Promise.all(events.map((event) => fold([event]))))
  await store.close()
  rmSync(folder, { recursive: true, force: true })
  const perSecond = (ms: number) => `${Math.round((events.length / ms) * 1000)} events a second of CPU`
  return [
    { name: `folding ${events.length} events of takes`, figure: perSecond(first) },
    { name: 'folding them once more, when all are known', figure: perSecond(again) },
  ]
}

export async function run(): Promise<readonly Figure[]> {
  const known = Object.keys(METRICS).filter(isMetricId).length
  return [{ name: 'metrics in the catalogue', figure: `${known}` }, ...(await querying()), ...(await folding())]
}
