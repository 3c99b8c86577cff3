import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { streamXlsxRows } from 'hucre/xlsx'
import type { TableFormat } from '../contract/file-answer.ts'
import { LIMIT } from '../core/limit.ts'
import { at } from '../core/testing/builders.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { countingStore } from '../store/testing/counting-store.ts'
import { entries } from '../wallet/entry.collection.ts'
import { verifyLedger } from '../wallet/verify-ledger.ts'
import { exportWageLedger } from './export-wage-ledger.ts'
import { aPaidCounty, person } from './testing/paid-county.ts'

const JOBS = 44
const SEATS = 50
const WORKERS = 500
const CASH_EVERY = 11
const CASH = (JOBS * SEATS) / CASH_EVERY
const NET = '实发工资数额'

const store = countingStore(openSqlite({ file: ':memory:' }))
const county = aPaidCounty({ store })

/** Pays 2 200 seats over a month; every seventh is taxed, every eleventh was paid in cash. */
beforeAll(async () => {
  await Promise.all(Array.from({ length: WORKERS + 1 }, (_, nth) => county.register(nth)))
  for (let job = 0; job < JOBS; job += 1) {
    const seats = Array.from({ length: SEATS }, (_, seat) => {
      const nth = job * SEATS + seat
      const paidAt = at('2026-11-01T08:00:00+08:00').add({ minutes: 19 * nth })
      const paid = nth % CASH_EVERY === 0 ? { cashFen: 9_900 } : { payFen: 10_000 + nth, taxFen: nth % 7 === 0 ? 123 : 0 }
      return { worker: person(1 + (nth % WORKERS)), paidAt, ...paid }
    })
    await county.payJob(seats)
  }
})
afterAll(() => county.close())

function november(format: TableFormat) {
  const [from, to] = ['2026-11-01', '2026-11-30'].map((day) => Temporal.PlainDate.from(day))
  if (from === undefined || to === undefined) throw new Error('two days are two days')
  const file = exportWageLedger(county.parts, { from, to, format, people: 'masked' }, at('2026-12-15T10:00:00+08:00'))
  if (!file.ok) throw new Error(file.refusal)
  return file.value.bytes
}

/** Of whom was paid in cash the book is asked for what there was besides. */
const twoPages = 2 + (2 * LIMIT.rowsPerList) / CASH_EVERY
const readsOfBook = () => store.counts(entries).reads

describe('a ledger of thousands of lines', () => {
  it('comes to what the book says was paid, to the fen', async () => {
    const bytes = Buffer.concat(await Array.fromAsync(november('xlsx')))
    const rows = await Array.fromAsync(streamXlsxRows(bytes))
    const [headings, ...lines] = rows.map(({ values }) => values)
    const net = headings?.indexOf(NET) ?? -1
    expect(lines).toHaveLength(JOBS * SEATS)
    const fileFen = lines.reduce((sum, line) => sum + Math.round(Number(line[net]) * 100), 0)
    const cashFen = 9_900 * CASH
    const { totalsFen } = await verifyLedger({ store, county: '350428' })
    expect(fileFen).toBe(Number(totalsFen['worker']) + cashFen)
  })

  it.each<TableFormat>(['xlsx', 'csv'])(
    'is read as it is written: the first bytes of a %s take no more than the first pages',
    async (format) => {
      store.reset()
      const reading = november(format)[Symbol.asyncIterator]()
      expect(readsOfBook()).toBe(0)
      while (!(await reading.next()).done && readsOfBook() === 0);
      await reading.return?.()
      expect(readsOfBook()).toBeLessThanOrEqual(twoPages)
    },
  )

  it('asks the book a page at a time and for each job once', async () => {
    store.reset()
    for await (const bytes of november('csv')) expect(bytes.length).toBeGreaterThan(0)
    const written = JOBS * SEATS + JOBS
    expect(readsOfBook()).toBeLessThanOrEqual(Math.ceil(written / LIMIT.rowsPerList) + 1 + CASH)
    expect(store.counts().reads).toBeLessThanOrEqual(readsOfBook() + JOBS + WORKERS + 1)
  })
})
