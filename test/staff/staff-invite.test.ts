import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { loadKeyRing } from '@linggong/api/vault/load-key-ring.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { aCounty } from '../kit/a-county.ts'
import { runCommand } from '../kit/run-command.ts'
import { SEATED_PASSWORD } from '../kit/seat-staff.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linggong-invite-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const invite = (...args: readonly string[]) => runCommand('start-staff-invite.ts', { env: { DATA_DIR: folder }, args })

describe('staff:invite', () => {
  it('gives a code that makes an account of that county, once, and writes down that it did', async () => {
    const { out, code } = await invite('--role', 'hall-operator', '--role', 'mediator', '--township', '古镛镇')
    expect([code, out]).toEqual([0, expect.stringMatching(/^[A-Z2-9]{5}-[A-Z2-9]{5}\ngood once, until 20\S+Z: POST \/staff\/accounts\n$/)])
    const store = openSqlite({ file: path.join(folder, 'county.sqlite') })
    const now = Temporal.Instant.fromEpochMilliseconds(Date.now())
    const town = await aCounty({ store, ring: await loadKeyRing({ env: {}, dataDir: folder }), now })
    const body = { code: out.slice(0, 11), login: 'zhou', name: '周小满', password: SEATED_PASSWORD }
    const joined = await town.county.client.joinStaff({ body }, { contact: '', key: 'k1' })
    const rights = { roles: ['hall-operator', 'mediator'], scope: { kind: 'townships', townships: ['古镛镇'] } }
    expect(joined).toMatchObject({ ok: true, value: { self: { login: 'zhou', name: '周小满', ...rights, hasSecondFactor: false } } })
    const again = await town.county.client.joinStaff({ body: { ...body, login: 'lin' } }, { contact: '', key: 'k2' })
    expect(again).toMatchObject({ refusal: 'code-not-valid' })
    const { docs } = await store.find(auditRows, { index: 'line', county: COUNTY.adcode, limit: 10 })
    expect(docs.map(({ action, actor, facts }) => [action, actor.role, facts])).toEqual([
      ['invite-staff', 'operator', { roles: 'hall-operator+mediator', scope: 'townships' }],
      ['join-staff', 'staff', { roles: 'hall-operator+mediator', scope: 'townships' }],
    ])
    await town.stop()
  })

  it.each([
    [[], 'usage: npm run staff:invite'],
    [['--role', 'boss'], 'roles: system-admin, security'],
    [['--role', 'auditor', '--role', 'hall-operator'], 'do not fit'],
    [['--role', 'mediator', '--township', '没有的乡'], 'do not fit'],
    [['--role', 'station-operator', '--station', '山门村'], 'a station lies in one township'],
    [['--role', 'official', '--everything'], '--everything'],
  ])('refuses %j', async (args, why) => {
    const { code, out, err } = await invite(...args)
    expect([code, out, err]).toEqual([1, '', expect.stringContaining(why)])
  })
})
