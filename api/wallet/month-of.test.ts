import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { cashForTake } from '../core/ledger/cash.ts'
import { compensateTake, holdForJob, payForTake } from '../core/ledger/movement.ts'
import { confirmed, happened, jobFacts, published } from '../core/ledger/testing/stories.ts'
import { fen } from '../core/money.ts'
import { anOpenJob, aTake, at } from '../core/testing/builders.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createLedger } from './ledger.ts'
import { monthOf } from './month-of.ts'

const store = openSqlite({ file: ':memory:' })
const ledger = createLedger({ store, county: '350428' })
const li = asId<'person'>('li')
const eight = { startedAt: at('2026-11-23T09:00:00+08:00'), finishedAt: at('2026-11-23T17:00:00+08:00') }
const five = { startedAt: at('2026-11-23T09:00:00+08:00'), finishedAt: at('2026-11-23T14:00:00+08:00') }
const job = anOpenJob({
  takes: [aTake({ id: asId<'take'>('whole'), worker: li, ...eight }), aTake({ id: asId<'take'>('half'), worker: li, ...five })],
})
const books = { ledger, jobByNumber: (number: string) => Promise.resolve(number === '10240' ? job : undefined) }
const november = (month = '2026-11') => monthOf(books, li, Temporal.PlainYearMonth.from(month))

beforeAll(async () => {
  const paid = (take: string, when: string, tax = 0) => ({ ...payForTake(confirmed(take), { taxFen: fen(tax) }), at: at(when) })
  await ledger.append(holdForJob(published(200)))
  await ledger.append(paid('october', '2026-10-31T23:59:59+08:00'))
  await ledger.append(paid('whole', '2026-11-01T00:00:00+08:00', 300))
  await ledger.append({
    ...cashForTake(happened('takeCashed', { ...jobFacts, take: 'half', worker: 'li', amountFen: fen(7_000) })),
    at: at('2026-11-30T23:59:59+08:00'),
  })
  const late = { ...jobFacts, take: 'late', worker: 'li', compensationFen: fen(3_000), heldFen: fen(3_000), weather: false }
  await ledger.append({ ...compensateTake(happened('takeCancelled', late)), at: at('2026-11-15T10:00:00+08:00') })
  await ledger.append(paid('december', '2026-12-01T00:00:00+08:00'))
})
afterAll(() => store.close())

describe('a month of wages', () => {
  it('is what was paid within it, by the county clock, with its jobs and hours', async () => {
    expect(await november()).toEqual({
      grossFen: 17_000,
      taxFen: 300,
      netFen: 16_700,
      cashFen: 7_000,
      compensationFen: 3_000,
      jobs: 1,
      minutes: 780,
    })
  })

  it('is nothing where nothing was paid', async () => {
    expect(await november('2026-09')).toEqual({ grossFen: 0, taxFen: 0, netFen: 0, cashFen: 0, compensationFen: 0, jobs: 0, minutes: 0 })
  })

  it('counts the money of a job that cannot be found, without its hours', async () => {
    expect(await november('2026-10')).toMatchObject({ grossFen: 10_000, jobs: 1, minutes: 0 })
  })
})
