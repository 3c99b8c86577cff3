import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { TAX, workerAccount } from '../core/ledger/account.ts'
import { cashForTake } from '../core/ledger/cash.ts'
import { changeOn } from '../core/ledger/entry.ts'
import { holdForJob, payForTake } from '../core/ledger/movement.ts'
import { confirmed, happened, jobFacts, published } from '../core/ledger/testing/stories.ts'
import { type Fen, fen } from '../core/money.ts'
import type { TaxSettings } from '../core/tax/withhold.ts'
import { at } from '../core/testing/builders.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { countingStore } from '../store/testing/counting-store.ts'
import { createLedger } from './ledger.ts'
import { createWithholding } from './withhold-tax.ts'

const EVER = Temporal.PlainDate.from('2019-01-01')
const CUMULATIVE: TaxSettings = { mode: 'cumulative', from: EVER }
const li = asId<'person'>('li')
const yuan = (amount: number): Fen => fen(Math.round(amount * 100))
/** One payment of 400 yuan a day from New Year on. */
const days = (count: number) =>
  Array.from({ length: count }, (_, nth) => [Temporal.PlainDate.from('2026-01-01').add({ days: nth }).toString(), 400] as const)
const noon = (day: string) => at(`${day}T12:00:00+08:00`)

function aBook(tax: TaxSettings) {
  const database = openSqlite({ file: ':memory:' })
  const store = countingStore(database)
  const ledger = createLedger({ store, county: '350428' })
  const withholding = createWithholding({ ledger, tax })
  let takes = 0
  return {
    store,
    ledger,
    withholding,
    hold: () => ledger.append({ ...holdForJob(published(100_000)), at: noon('2026-01-01') }),
    async append(day: string, { payFen, taxFen, worker = 'li' }: { payFen: Fen; taxFen: Fen; worker?: string }): Promise<void> {
      takes += 1
      const event = confirmed(`take-${takes}`, worker)
      const entry = payForTake({ ...event, facts: { ...event.facts, payFen, heldFen: payFen } }, { taxFen })
      await ledger.append({ ...entry, at: noon(day) })
    },
    /** Pays as the wallet does: what is withheld is asked first and booked with the pay. */
    async pay(day: string, amountYuan: number, { worker = 'li', job = 'job-1' } = {}): Promise<Fen> {
      const payFen = yuan(amountYuan)
      const taxFen = await withholding({ worker: asId<'person'>(worker), job: asId<'job'>(job), payFen, at: noon(day) })
      await this.append(day, { payFen, taxFen, worker })
      return taxFen
    },
    async payAll(days: readonly (readonly [string, number])[]): Promise<Fen[]> {
      const taxes: Fen[] = []
      for (const [day, amountYuan] of days) taxes.push(await this.pay(day, amountYuan))
      return taxes
    },
    close: () => database.close(),
  }
}

describe('what is withheld, by the book', () => {
  let book: ReturnType<typeof aBook>
  beforeEach(async () => {
    book = aBook(CUMULATIVE)
    await book.hold()
  })
  afterEach(() => book.close())

  it('adds up the year and takes off what was withheld before', async () => {
    const months = ['01', '02', '03', '04', '05'].map((month) => [`2026-${month}-10`, 20_000] as const)
    expect(await book.payAll(months)).toEqual([330, 330, 330, 890, 1_100].map(yuan))
    expect(await book.ledger.amountOf(workerAccount(li))).toBe(yuan(100_000 - 2_980))
  })

  it('begins a new run after a month without pay, and a new year', async () => {
    const days = [
      ['2026-01-10', 20_000],
      ['2026-03-10', 20_000],
      ['2026-12-31', 20_000],
      ['2027-01-01', 20_000],
    ] as const
    expect(await book.payAll(days)).toEqual([330, 330, 330, 330].map(yuan))
  })

  it('looks at one worker only', async () => {
    expect(await book.pay('2026-01-10', 20_000)).toBe(yuan(330))
    expect(await book.pay('2026-01-10', 20_000, { worker: 'wang' })).toBe(yuan(330))
  })

  it('does not count cash', async () => {
    const cashed = happened('takeCashed', { ...jobFacts, take: 'take-c', worker: 'li', amountFen: yuan(90_000) })
    await book.ledger.append({ ...cashForTake(cashed), at: noon('2026-01-05') })
    expect(await book.pay('2026-01-10', 10_000)).toBe(yuan(90))
  })

  it('says the same again until the payment is in the book', async () => {
    await book.pay('2026-01-10', 20_000)
    const asked = { worker: li, job: asId<'job'>('job-1'), payFen: yuan(20_000), at: noon('2026-02-10') }
    expect([await book.withholding(asked), await book.withholding(asked)]).toEqual([330, 330].map(yuan))
  })

  it('leaves every fen it withholds on the tax account', async () => {
    const taxes = await book.payAll(days(40))
    const { docs } = await book.ledger.statement(TAX, { limit: 100 })
    const withheld = docs.reduce((sum, entry) => sum + changeOn(TAX, entry), 0)
    expect(withheld).toBe(taxes.reduce((sum, tax) => sum + tax, 0))
    expect(withheld).toBeGreaterThan(0)
  })

  it('reads a year of 300 payments in a few pages', async () => {
    for (const [day, amountYuan] of days(300)) await book.append(day, { payFen: yuan(amountYuan), taxFen: fen(0) })
    book.store.reset()
    await book.withholding({ worker: li, job: asId<'job'>('job-1'), payFen: yuan(400), at: noon('2026-10-28') })
    expect(book.store.counts().reads).toBe(3)
  })
})

it('in the classic way asks for the month only', async () => {
  const book = aBook({ mode: 'per-payment', from: EVER })
  await book.hold()
  expect(await book.pay('2026-10-31', 3_000)).toBe(yuan(440))
  expect(await book.pay('2026-11-01', 3_000)).toBe(yuan(440))
  expect(await book.pay('2026-11-20', 2_000)).toBe(yuan(360))
  book.close()
})

it('asks nothing of the book where nothing is withheld', async () => {
  const book = aBook({ mode: 'off', from: EVER })
  expect(await book.withholding({ worker: li, job: asId<'job'>('job-1'), payFen: yuan(90_000), at: noon('2026-01-10') })).toBe(0)
  expect(book.store.counts().reads).toBe(0)
  book.close()
})
