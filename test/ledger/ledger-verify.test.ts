import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { holdForJob, payForTake, returnRest } from '@linggong/api/core/ledger/movement.ts'
import { confirmed, published, settled } from '@linggong/api/core/ledger/testing/stories.ts'
import { fen } from '@linggong/api/core/money.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { mongoDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { createLedger } from '@linggong/api/wallet/ledger.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const verify = (env: NodeJS.ProcessEnv, ...args: readonly string[]) => runCommand('start-ledger-verify.ts', { env, args })

/** Three seats held, two paid, the rest gone back. */
async function keepBook(store: Store): Promise<void> {
  const ledger = createLedger({ store, county: COUNTY.adcode })
  await ledger.append(holdForJob(published(3)))
  await ledger.append(payForTake(confirmed('take-1')))
  await ledger.append(payForTake(confirmed('take-2', 'chen')))
  await ledger.append(returnRest(settled(), fen(10_000)))
}

const TOTALS = { worker: 20_000, provider: expect.any(Number), job: 0 }

describe('ledger:verify on SQLite', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linggong-verify-'))
    file = path.join(folder, 'county.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = (...args: readonly string[]) => verify({ DATA_DIR: folder }, ...args)

  async function kept(): Promise<void> {
    const store = openSqlite({ file })
    await keepBook(store)
    await store.close()
  }

  /** Does to the file what no code of ours does. */
  function plant(sql: string): void {
    const database = new DatabaseSync(file)
    const { changes } = database.prepare(sql).run()
    database.close()
    expect(changes).toBeGreaterThan(0)
  }

  it('is content with a book that was kept well', async () => {
    await kept()
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/))
    expect(lines).toContainEqual(['entries', '4'])
    expect(lines).toContainEqual(['trial balance', '0.00'])
    expect(lines).toContainEqual(['worker', '200.00'])
    expect(lines).toContainEqual(['faults', '0'])
    expect(out).toContain('The book is right.')
  })

  it('says the same as JSON', async () => {
    await kept()
    const { code, out } = await run('--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ entries: 4, trialBalanceFen: 0, totalsFen: TOTALS, faults: [] })
  })

  it.each([
    [
      'an amount that was changed',
      `UPDATE "entries$" SET json = replace(json, '"amountFen":10000}', '"amountFen":10001}') WHERE json LIKE '%pay:take-1%'`,
      ['wrong-amount'],
    ],
    [
      'a posting that nothing stands against',
      `UPDATE "entries$" SET json = replace(json, '"amountFen":-10000', '"amountFen":-10001') WHERE json LIKE '%pay:take-2%'`,
      ['unbalanced', 'wrong-amount'],
    ],
    ['a line that is gone', `DELETE FROM "entries$" WHERE json LIKE '%pay:take-1%'`, ['chain-broken']],
    [
      'pay that became a premium',
      `UPDATE "entries$" SET json = replace(json, '"kind":"pay"', '"kind":"premium"') WHERE json LIKE '%pay:take-1%'`,
      ['pay:take-1: wrong-accounts'],
    ],
    [
      'what is no entry any more',
      `UPDATE "entries$" SET json = replace(json, '"amountFen":10000', '"amountFen":"x"') WHERE json LIKE '%pay:take-1%'`,
      ['behind line 1: unreadable'],
    ],
  ])('finds %s', async (_what, sql, faults) => {
    await kept()
    plant(sql)
    const { code, out } = await run()
    expect(code).toBe(1)
    for (const fault of faults) expect(out).toContain(fault)
    expect(out).toContain('THE BOOK IS NOT RIGHT.')
    const { code: again, out: json } = await run('--json')
    expect([again, JSON.parse(json).faults.length > 0]).toEqual([1, true])
  })

  it('changes nothing in the file', async () => {
    await kept()
    const before = readFileSync(file)
    await run()
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('reads along while the book is being written', async () => {
    const store = openSqlite({ file })
    const ledger = createLedger({ store, county: COUNTY.adcode })
    await ledger.append(holdForJob(published(500)))
    let isRead = false
    const reading = run('--json').finally(() => {
      isRead = true
    })
    let paid = 0
    for (; !isRead && paid < 499; paid += 1) await ledger.append(payForTake(confirmed(`take-${paid}`, `w${paid % 7}`)))
    const { code, out } = await reading
    expect([code, JSON.parse(out).faults]).toEqual([0, []])
    await store.close()
  })

  it('finds nothing wrong where nothing was booked yet', async () => {
    await openSqlite({ file }).close()
    const { code, out } = await run('--json')
    expect([code, JSON.parse(out).entries]).toEqual([0, 0])
  })

  it('says when there is nothing to read, and makes nothing', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('could not be read') })
    expect(readdirSync(folder)).toEqual([])
  })

  it('says when what is there is no database', async () => {
    writeFileSync(file, 'not a database at all, whatever its name says'.repeat(100))
    expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('could not be read') })
  })

  it('does not guess at what another version has built', async () => {
    await kept()
    plant(`UPDATE "shapes$" SET fingerprint = 'another' WHERE name = '"entries$"'`)
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('another version') })
  })

  it('knows no other option', async () => {
    await kept()
    expect(await run('--repair')).toMatchObject({ code: 2, out: '' })
  })
})

describeWhere('mongodb', 'ledger:verify on MongoDB', () => {
  it('reads the book there, and says when nobody answers', async () => {
    const database = mongoDatabase(mongodbUrl ?? '')
    const url = new URL(mongodbUrl ?? '')
    url.pathname = `/${database.address[2]}`
    const store = await database.connect()
    await keepBook(store)
    const { code, out } = await verify({ MONGODB_URL: url.href }, '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { entries: 4, trialBalanceFen: 0, totalsFen: TOTALS, faults: [] }])
    await store.close()
    await database.drop()
    const away = await verify({ MONGODB_URL: 'mongodb://127.0.0.1:1/' })
    expect(away).toMatchObject({ code: 2, out: '' })
  })
})
