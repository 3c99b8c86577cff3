import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { aCreditCode } from '@linggong/api/core/company/testing/credit-codes.ts'
import { aJpeg } from '@linggong/api/core/picture/testing/small-pictures.ts'
import { askContactCode } from '@linggong/api/staff/bind-contact.ts'
import { inviteStaff } from '@linggong/api/staff/invite-staff.ts'
import { renewRecoveryCodes } from '@linggong/api/staff/own-account.ts'
import { SEALED } from '@linggong/api/start-sealed.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { checkKeys, countOnAll } from '@linggong/api/vault/check-keys.ts'
import { readKeyRing } from '@linggong/api/vault/key-ring.ts'
import { rotateKeys } from '@linggong/api/vault/rotate-keys.ts'
import { createVault } from '@linggong/api/vault/vault.ts'
import { aCounty } from '../kit/a-county.ts'
import { LIVED, liveALife, PAID_BY, takeAllOut } from '../kit/a-life.ts'
import { HALL, seatStaff } from '../kit/seat-staff.ts'
import { INDEX_FIELDS, type IndexFate } from './kit/index-fields.ts'

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64')
const ringOf = (indexKey: string) => readKeyRing({ keys: `a:${base64(1)}`, indexKey }, { keys: 'KEYS', indexKey: 'INDEX' })
const [OLD, BOTH, AFTER] = [base64(9), `b:${base64(8)},${base64(9)}`, `b:${base64(8)},${base64(9)}:retired`].map(ringOf)
const INDEX = /^[\w-]{43}$/
/** Keys by which a call is known again; they are pushed out by later ones, and a call is repeated within minutes or never. */
const CALLS = /(^|\.)keys\.(key|digest)$/

interface Found {
  readonly place: string
  readonly text: string
}

function textsIn(value: unknown, place: string): readonly Found[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, place))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([field, each]) => textsIn(each, `${place}.${field}`))
}

/** Every text of every document, with its collection and path. */
function everyText(file: string): readonly Found[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%json TEXT%'`).all()
  const found = tables.flatMap(({ name }) =>
    database
      .prepare(`SELECT json FROM "${String(name)}"`)
      .all()
      .flatMap(({ json }) => textsIn(JSON.parse(String(json)), String(name).replace('$', ''))),
  )
  database.close()
  return found
}

const folder = mkdtempSync(path.join(tmpdir(), 'linggong-index-'))
const file = path.join(folder, 'county.sqlite')
const found = () => everyText(file).filter(({ text }) => text.split(':').some((part) => INDEX.test(part)))
const under =
  (...fates: readonly IndexFate[]) =>
  ({ place }: Found) =>
    fates.includes(INDEX_FIELDS[place] ?? 'over')

/** A county in which there is one of everything that an index key makes. */
async function live() {
  const town = await aCounty({ store: openSqlite({ file }), ring: OLD ?? ringOf('') })
  const { county, ports } = town
  await checkKeys(county.store, ports.vault, county.county)
  await liveALife(town)
  await takeAllOut(town)
  const as = (contact: string, key: string) => ({ contact, key })
  await county.client.letHelp({ body: { consent: true } }, as(LIVED.contact, 'help'))
  const picture = aJpeg().toString('base64')
  const sent = await county.client.registerCompany(
    { body: { name: '清语果业有限公司', creditCode: aCreditCode(), picture } },
    as(PAID_BY.contact, 'company'),
  )
  await county.client.inviteRepresentative({ params: { id: sent.ok ? sent.value.company : '' } }, as(PAID_BY.contact, 'invite'))
  const { id, token } = await seatStaff(county.staff, HALL)
  const staff = await county.staff.sessions.find(token, 'bearer')
  if (staff === undefined) throw new Error(`${id} sits there`)
  const caller = { role: 'staff', contact: '', key: 'staff', county: county.county, staff } as const
  await askContactCode(county.staff, caller)
  await renewRecoveryCodes(county.staff, caller)
  await inviteStaff(county.staff, 'invited', { roles: ['official'], scope: { kind: 'county' }, life: 'invited' })
  await town.stop()
  return county.county
}

let county: string
beforeAll(async () => {
  county = await live()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what an index key has made', () => {
  it('is found nowhere but where it is known what becomes of it', () => {
    const places = new Set(found().map(({ place }) => place))
    expect([...places].filter((place) => INDEX_FIELDS[place] === undefined && !CALLS.test(place))).toEqual([])
    expect(places.size).toBeGreaterThan(12)
  })

  it('is nowhere any more once its key is retired, but where it recognises, is a mark, or is over soon', async () => {
    const before = found().filter(under('renewed'))
    expect(before.length).toBeGreaterThan(6)
    const store = openSqlite({ file })
    for (const ring of [BOTH, AFTER]) {
      const vault = createVault(ring ?? ringOf(''))
      await checkKeys(store, vault, county)
      expect((await rotateKeys({ all: SEALED, store, county, vault, onProgress: () => undefined })).left).toEqual({})
      await countOnAll(store, vault, county)
    }
    await store.close()
    const left = everyText(file).filter(({ text }) => before.some((old) => text.includes(old.text)))
    expect([...new Set(left.map(({ place }) => INDEX_FIELDS[place] ?? place))].filter((fate) => fate !== 'kept')).toEqual([])
    expect(found().filter(under('renewed')).length).toBe(before.length)
  })
})
