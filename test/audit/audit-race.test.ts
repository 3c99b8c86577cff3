import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { verifyAudit } from '@linggong/api/audit/verify-audit.ts'
import type { Store } from '@linggong/api/store/port.ts'
import type { Address, TestDatabase } from '@linggong/api/store/suite/database.ts'
import { mongoDatabase, sqliteDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const LIVE = path.join(import.meta.dirname, 'live-auditor.ts')
const county = COUNTY.adcode

/** Lets a process write; gives what it said it has written, and how it ended. With `killAfter` it is killed once it has said so much. */
async function write(address: Address, about: { name: string; count: number; killAfter?: number }) {
  const { name, count, killAfter } = about
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LIVE, ...address, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === killAfter) child.kill('SIGKILL')
  }
  const [code, signal] = await exited
  return { said, code, signal }
}

async function keysIn(store: Store): Promise<readonly string[]> {
  const keys: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find(auditRows, { index: 'line', county, limit: 1000, ...(after === undefined ? {} : { after }) })
    keys.push(...page.docs.map(({ key }) => key))
    after = page.next
    if (after === undefined) return keys
  }
}

const report = (store: Store) => verifyAudit({ store, county }, { read: () => [] })

interface Size {
  readonly each: number
  readonly kills: number
}

function races(open: () => TestDatabase, { each, kills }: Size): void {
  it('is one chain without a gap when four processes write, two of them the same', async () => {
    const database = open()
    const names = ['a', 'b', 'same', 'same']
    const done = await Promise.all(names.map((name) => write(database.address, { name, count: each })))
    expect(done.map(({ code, said }) => [code, said.length])).toEqual(names.map(() => [0, each]))
    const store = await database.connect()
    expect(await report(store)).toEqual({ rows: 3 * each, roots: 0, bad: null, badDays: [] })
    expect(new Set(await keysIn(store)).size).toBe(3 * each)
    await store.close()
    await database.drop()
  })

  it('keeps every row that was acknowledged, and its chain, over kill -9 at any moment', async () => {
    const database = open()
    const said: string[] = []
    for (let round = 0; round < kills; round += 1) {
      const about = { name: `round-${round}`, count: 100_000, killAfter: 3 + round * 5 }
      const [killed, other] = await Promise.all([
        write(database.address, about),
        write(database.address, { name: `other-${round}`, count: 20 }),
      ])
      expect([killed.signal, other.code]).toEqual(['SIGKILL', 0])
      said.push(...killed.said, ...other.said)
    }
    const store = await database.connect()
    const { bad, rows } = await report(store)
    const keys = new Set(await keysIn(store))
    expect([bad, said.filter((key) => !keys.has(key)), rows >= said.length]).toEqual([null, [], true])
    await store.close()
    await database.drop()
  })
}

describe('the audit of several processes, on SQLite', () => races(sqliteDatabase, { each: 250, kills: 6 }))

describeWhere('mongodb', 'the audit of several processes, on MongoDB', () =>
  races(() => mongoDatabase(mongodbUrl ?? ''), { each: 60, kills: 3 }),
)
