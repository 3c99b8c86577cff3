import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createAudit, sha256 } from '@linggong/api/audit/audit.ts'
import { writeRoot } from '@linggong/api/audit/audit-clock.ts'
import { auditRowId, auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { rootFiles } from '@linggong/api/audit/root-files.ts'
import type { AuditRow } from '@linggong/api/core/audit/audited.ts'
import { canonicalText } from '@linggong/api/core/audit/chain.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { mongoDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { findKeyRing, loadKeyRing } from '@linggong/api/vault/load-key-ring.ts'
import { createVault } from '@linggong/api/vault/vault.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { MORNING } from '../kit/a-county.ts'
import { runCommand } from '../kit/run-command.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const county = COUNTY.adcode

const verify = (env: NodeJS.ProcessEnv, ...args: readonly string[]) => runCommand('start-audit-verify.ts', { env, args })

const clockFrom = (start: Temporal.Instant) => {
  let now = start
  const forward = (time: Temporal.DurationLike): void => {
    now = now.add(time)
  }
  return { now: () => now, forward }
}

/** Two days: lines 1–4 and the root of the 23rd in line 5, lines 6–9 and the root of the 24th in line 10, lines 11 and 12 after it. */
async function keepAudit(store: Store, folder: string): Promise<void> {
  const vault = createVault(loadKeyRing({ env: {}, dataDir: folder }))
  const clock = clockFrom(MORNING)
  const audit = createAudit({ store, county, clock })
  const parts = { audit, clock, roots: rootFiles({ folder: path.join(folder, 'audit-roots'), county, vault }), setTimer: async () => {} }
  const write = (key: string) =>
    audit({ key, actor: { role: 'staff', id: 'hall' }, action: 'set-credit-line', subjects: ['cai'], facts: { limitFen: 100 } })
  for (const day of ['2026-11-23', '2026-11-24']) {
    for (const n of [1, 2, 3, 4]) await write(`${day}.${n}`)
    clock.forward({ hours: 24 })
    await writeRoot(parts, day)
  }
  await write('late.1')
  await write('late.2')
}

describe('audit:verify on SQLite', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'linggong-audit-'))
    file = path.join(folder, 'county.sqlite')
    const store = openSqlite({ file })
    await keepAudit(store, folder)
    await store.close()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = (...args: readonly string[]) => verify({ DATA_DIR: folder }, ...args)

  /** Does to the file what no code of ours does. */
  function plant(...statements: readonly string[]): void {
    const database = new DatabaseSync(file)
    for (const sql of statements) expect(database.prepare(sql).run().changes).toBeGreaterThan(0)
    database.close()
  }
  const where = (line: number) => `json_extract(json, '$.line') = ${line}`
  const setJson = (line: number, field: string, value: string) =>
    `UPDATE "auditRows$" SET json = json_set(json, '$.${field}', ${value}) WHERE ${where(line)}`

  /** What an insider with the code at hand would do: through the store, past every rule but the unique keys. */
  async function throughStore(act: (store: Store, rows: readonly AuditRow[]) => Promise<void>): Promise<void> {
    const store = openSqlite({ file })
    const { docs } = await store.find(auditRows, { index: 'line', county, limit: 100 })
    await act(store, docs)
    await store.close()
  }
  const rehashed = (row: AuditRow): AuditRow => ({ ...row, hash: sha256(canonicalText(row)) })
  const docOf = (row: AuditRow) => ({ ...row, id: auditRowId(row.key), version: 1 })
  const removeFrom = async (store: Store, rows: readonly AuditRow[], line: number) => {
    for (const row of rows.filter((each) => each.line >= line)) await store.remove(auditRows, county, auditRowId(row.key))
  }

  it('is content with an audit that was kept well, and changes nothing', async () => {
    const before = readFileSync(file)
    const { code, out, err } = await run()
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['rows', '12'],
      ['roots', '2'],
      ['The audit is whole.'],
      [''],
    ])
    expect(JSON.parse((await run('--json')).out)).toEqual({ rows: 12, roots: 2, bad: null, badDays: [] })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it.each<[string, readonly string[], object]>([
    ['an edited fact', [setJson(7, 'facts.limitFen', '999')], { line: 7, fault: 'changed' }],
    ['an edited actor', [setJson(12, 'actor.id', `'nobody'`)], { line: 12, fault: 'changed' }],
    ['an edited time', [setJson(1, 'at', `'2026-11-22T23:30:00.001Z'`)], { line: 1, fault: 'changed' }],
    ['a row that was deleted', [`DELETE FROM "auditRows$" WHERE ${where(3)}`], { line: 3, fault: 'missing' }],
    ['a first row that was deleted', [`DELETE FROM "auditRows$" WHERE ${where(1)}`], { line: 1, fault: 'missing' }],
    [
      'a row deleted and those behind it renumbered',
      [
        `DELETE FROM "auditRows$" WHERE ${where(3)}`,
        `UPDATE "auditRows$" SET json = json_set(json, '$.line', json_extract(json, '$.line') - 1) WHERE json_extract(json, '$.line') > 3`,
      ],
      { line: 3, fault: 'changed' },
    ],
    [
      'two rows that changed places',
      [setJson(8, 'line', '99'), setJson(9, 'line', '8'), setJson(99, 'line', '9')],
      { line: 8, fault: 'changed' },
    ],
    ['a row hidden from the index', [`UPDATE "auditRows$" SET "k$line" = NULL WHERE ${where(6)}`], { line: 6, fault: 'missing' }],
    ['what is no row any more', [setJson(4, 'hash', '7')], { line: 4, fault: 'unreadable' }],
    [
      'everything from a line on cut off',
      [`DELETE FROM "auditRows$" WHERE json_extract(json, '$.line') > 8`],
      { line: 9, fault: 'truncated' },
    ],
    ['everything gone', ['DELETE FROM "auditRows$"'], { line: 1, fault: 'truncated' }],
  ])('finds %s', async (_what, statements, bad) => {
    const renumbered = statements.length > 1
    plant(...statements)
    if (renumbered) await reindex()
    const { code, out } = await run('--json')
    expect([code, JSON.parse(out).bad]).toEqual([1, bad])
    const { line, fault } = JSON.parse(out).bad
    expect((await run()).out).toContain(`first bad row: line ${line}: ${fault}\nTHE AUDIT IS NOT WHOLE.`)
  })

  /** The keys are computed from the documents when their table is built anew, which a forged fingerprint brings about. */
  async function reindex(): Promise<void> {
    plant(`UPDATE "shapes$" SET fingerprint = 'another' WHERE name = '"auditRows$"'`)
    const store = openSqlite({ file })
    await store.count(auditRows, { index: 'line', county })
    await store.close()
  }

  it('finds a row whose hash was made to fit, by the row behind it', async () => {
    await throughStore(async (_store, rows) => {
      const row = rows.find(({ line }) => line === 7)
      if (row) plant(setJson(7, 'subjects', `json('[]')`), setJson(7, 'hash', `'${rehashed({ ...row, subjects: [] }).hash}'`))
    })
    expect(JSON.parse((await run('--json')).out).bad).toEqual({ line: 7, fault: 'not-followed' })
  })

  /** Rows of one line stand in the order of their ids, so of several forgeries some come before the row itself and some behind. */
  it.each(['planted', 'forged', 'slipped in', 'smuggled', 'added'])('finds a row that was put in beside another (%s)', async (key) => {
    await throughStore(async (store, rows) => {
      const row = rows.find(({ line }) => line === 7)
      if (row) await store.insert(auditRows, docOf(rehashed({ ...row, key, previous: 'f'.repeat(64) })))
    })
    expect(JSON.parse((await run('--json')).out).bad).toEqual({ line: 7, fault: 'twice' })
  })

  it('finds a whole end that was written anew, by the root that had left the county', async () => {
    await throughStore(async (store, rows) => {
      await removeFrom(store, rows, 7)
      const audit = createAudit({ store, county, clock: { now: () => MORNING } })
      for (let n = 0; n < 6; n += 1)
        await audit({
          key: `new.${n}`,
          actor: { role: 'staff', id: 'hall' },
          action: 'set-credit-line',
          subjects: [],
          facts: { limitFen: 1 },
        })
    })
    const { code, out } = await run('--json')
    expect([code, JSON.parse(out)]).toMatchObject([1, { rows: 9, bad: { line: 10, fault: 'root-differs' } }])
  })

  it('finds a root that is gone, and one that somebody else wrote', async () => {
    const roots = path.join(folder, 'audit-roots', county)
    const [first = '', second = ''] = readdirSync(roots)
    rmSync(path.join(roots, first))
    const root = JSON.parse(readFileSync(path.join(roots, second), 'utf8'))
    writeFileSync(path.join(roots, second), JSON.stringify({ ...root, line: 9 }))
    const { code, out } = await run('--json')
    expect([code, JSON.parse(out)]).toEqual([
      1,
      {
        ...{ rows: 12, roots: 0, bad: null },
        badDays: [
          { day: '2026-11-24', fault: 'root-forged' },
          { day: '2026-11-23', fault: 'root-missing' },
        ],
      },
    ])
    expect((await run()).out).toContain('root of 2026-11-23: root-missing')
  })

  it('holds it against roots that were kept elsewhere', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'linggong-roots-'))
    expect(await run('--roots', elsewhere)).toMatchObject({ code: 1, out: expect.stringContaining('root-missing') })
    rmSync(elsewhere, { recursive: true })
    expect((await run('--roots', path.join(folder, 'audit-roots'))).code).toBe(0)
  })

  it('says when it cannot be read, and makes nothing', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'linggong-audit-'))
    expect(await verify({ DATA_DIR: empty })).toMatchObject({ code: 2, out: '', err: expect.stringContaining('could not be read') })
    expect(readdirSync(empty)).toEqual([])
    rmSync(empty, { recursive: true })
    expect(await run('--repair')).toMatchObject({ code: 2, out: '' })
  })

  it('takes other keys for somebody else’s', async () => {
    const ring = { LINGGONG_KEYS: `k:${Buffer.alloc(32).toString('base64')}`, LINGGONG_INDEX_KEY: Buffer.alloc(32).toString('base64') }
    expect(findKeyRing({ env: ring, dataDir: folder }).current.kid).toBe('k')
    const { code, out } = await verify({ DATA_DIR: folder, ...ring }, '--json')
    expect([code, JSON.parse(out).badDays.map(({ fault }: { fault: string }) => fault)]).toEqual([1, ['root-forged', 'root-forged']])
  })
})

describeWhere('mongodb', 'audit:verify on MongoDB', () => {
  it('reads the audit there, and finds what is missing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'linggong-audit-'))
    const database = mongoDatabase(mongodbUrl ?? '')
    const url = new URL(mongodbUrl ?? '')
    url.pathname = `/${database.address[2]}`
    const store = await database.connect()
    await keepAudit(store, folder)
    const run = () => verify({ DATA_DIR: folder, MONGODB_URL: url.href }, '--json')
    const whole = await run()
    expect([whole.code, JSON.parse(whole.out)]).toEqual([0, { rows: 12, roots: 2, bad: null, badDays: [] }])
    await store.remove(auditRows, county, auditRowId('2026-11-24.2'))
    const broken = await run()
    expect([broken.code, JSON.parse(broken.out).bad]).toEqual([1, { line: 7, fault: 'missing' }])
    await store.close()
    await database.drop()
    rmSync(folder, { recursive: true })
  })
})
