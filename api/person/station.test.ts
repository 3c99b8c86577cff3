import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { writeXlsx } from 'hucre/xlsx'
import { auditRows } from '../audit/audit-row.collection.ts'
import { LIMIT } from '../core/limit.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import { isSmallZip } from './small-zip.ts'
import { aPersonRoom } from './testing/person-room.ts'

const CARD = { name: '陈小旺', idNumber: anIdNumber('19790805'), phone: '13800001111' }
const no = (refusal: string, facts: object = {}) => expect.objectContaining({ ok: false, refusal, facts: expect.objectContaining(facts) })
const csv = (...rows: readonly string[]) => Buffer.from(rows.join('\r\n'))
const HEAD = '姓名,身份证号,手机号,乡镇,登记'
const rowOf = (n: number, about = '古镛镇,找活') => `陈小旺,${anIdNumber('19790805', { sequence: n })},138000${String(10_000 + n)},${about}`

describe('registering at a station', () => {
  it('makes sure of somebody by his card and keeps who asked for his consent, when and how', async () => {
    const { atStation, stored, clock } = aPersonRoom()
    const answer = await atStation('k1', { ...CARD, township: '高唐镇' })
    expect(answer).toMatchObject({ ok: true, value: { card: { name: '陈*旺', verification: 'verified', township: '高唐镇' } } })
    expect(await atStation('k1', { ...CARD, township: '高唐镇' })).toEqual(answer)
    const [doc, ...others] = await stored()
    expect(others).toEqual([])
    expect(doc?.consents).toEqual([{ at: clock.at, how: 'paper', text: '2026-11', by: 'hall-1' }])
    expect(doc?.verification).toMatchObject({ state: 'verified', by: 'counter' })
    expect(doc?.contacts).toEqual([])
  })

  it.each([
    ['a child', { idNumber: anIdNumber('20101124') }, 'under-age'],
    ['a minor without guardian', { idNumber: anIdNumber('20091124') }, 'guardian-missing'],
    ['a wrong check digit', { idNumber: '350428197908050010' }, 'id-number-invalid'],
    ['a formula', { name: '=HYPERLINK("http://a")' }, 'name-invalid'],
    ['another county', { township: '石城镇' }, 'township-unknown'],
  ])('refuses %s, stores nothing and writes down that it was tried', async (_who, about, refusal) => {
    const { atStation, stored, store } = aPersonRoom()
    expect(await atStation('k1', { ...CARD, ...about })).toEqual(no(refusal))
    expect(await stored()).toEqual([])
    const { docs } = await store.find(auditRows, { index: 'line', county: '350428', limit: 10 })
    expect(docs.map(({ action }) => action)).toEqual(['register-person', 'refuse-action'])
    for (const secret of [CARD.idNumber, CARD.name, CARD.phone]) expect(JSON.stringify(docs)).not.toContain(secret)
  })

  it('refuses an ID number that is somebody else already', async () => {
    const { atStation } = aPersonRoom()
    await atStation('k1', CARD)
    expect(await atStation('k2', CARD)).toEqual(no('id-number-in-use'))
  })

  it('looks at the card of somebody whom the office gave no word about', async () => {
    const { register, verify, verifier, seeMe } = aPersonRoom()
    verifier.play('unavailable')
    await register('wx/chen', 'm1', CARD)
    expect(await verify('k1', { ...CARD, name: '陈大旺' })).toEqual(no('not-found'))
    expect(await verify('k2', { ...CARD, idNumber: anIdNumber('19800101') })).toEqual(no('not-found'))
    expect(await verify('k3', CARD)).toMatchObject({ ok: true, value: { card: { verification: 'verified' } } })
    expect(await seeMe('wx/chen')).toMatchObject({ ok: true, value: { verification: 'verified' } })
  })
})

describe('finding somebody', () => {
  const inPlace = (township: string) =>
    aStaffActor({ roles: ['station-operator'], scope: { kind: 'station', township, station: '山门村' } })

  it('tells of him masked where he lives, and elsewhere not even that he is there', async () => {
    const { atStation, find, store } = aPersonRoom()
    expect(await find(CARD.idNumber)).toEqual(no('not-found'))
    await atStation('k1', { ...CARD, township: '高唐镇' })
    const found = await find(CARD.idNumber, inPlace('高唐镇'))
    expect(found).toMatchObject({ ok: true, value: { card: { name: '陈*旺', phone: '138****1111' } } })
    expect(await find(CARD.idNumber, inPlace('古镛镇'))).toEqual(no('not-found'))
    expect(await find('350428')).toEqual(no('id-number-invalid'))
    const { docs } = await store.find(auditRows, { index: 'line', county: '350428', limit: 20 })
    expect(docs.filter(({ action }) => action === 'find-person')).toHaveLength(3)
    for (const secret of [CARD.idNumber, CARD.name, CARD.phone]) expect(JSON.stringify([docs, found])).not.toContain(secret)
  })
})

describe('a file of people', () => {
  it('registers each row once, also when it is sent again', async () => {
    const { importFile, stored, events } = aPersonRoom()
    const file = csv(HEAD, rowOf(1), '', rowOf(2, '高唐镇,招人'), rowOf(3, ','))
    expect(await importFile('k1', file)).toEqual({ ok: true, value: { rows: 3, registered: 3, known: 0, bad: 0, faults: [] } })
    expect(await importFile('k2', file)).toEqual({ ok: true, value: { rows: 3, registered: 0, known: 3, bad: 0, faults: [] } })
    const docs = await stored()
    expect(docs.map(({ township }) => township).sort()).toEqual(['', '古镛镇', '高唐镇'].sort())
    expect(docs.map(({ roles }) => roles.join()).sort()).toEqual(['employer', 'worker', 'worker'])
    expect(new Set(docs.map(({ verification }) => verification.state))).toEqual(new Set(['unverified']))
    expect(await events()).toHaveLength(3)
  })

  it('names each bad row by its number and field, and writes nothing then', async () => {
    const { importFile, stored } = aPersonRoom()
    const good = rowOf(1)
    const file = csv(
      HEAD,
      good,
      `=cmd|' /C calc'!A0,${anIdNumber('19800101')},13800001111,古镛镇,找活`,
      `陈小旺,3.50428E+17,13800001111,古镛镇,找活`,
      `陈小旺,${anIdNumber('20150101')},13800001111,古镛镇,找活`,
      `陈小旺,${anIdNumber('20091124')},13800001111,古镛镇,找活`,
      `陈小旺,${anIdNumber('19810101')},12345,古镛镇,找活`,
      `陈小旺,${anIdNumber('19820101')},13800001111,石城镇,找活`,
      `陈小旺,${anIdNumber('19830101')},13800001111,古镛镇,老板娘`,
      good,
    )
    expect(await importFile('k1', file)).toMatchObject({
      ok: true,
      value: {
        ...{ rows: 9, registered: 0, bad: 8 },
        faults: [
          { row: 3, field: 'name', refusal: 'name-invalid' },
          { row: 4, field: 'idNumber', refusal: 'id-number-invalid' },
          { row: 5, field: 'idNumber', refusal: 'under-age' },
          { row: 6, field: 'idNumber', refusal: 'guardian-missing' },
          { row: 7, field: 'phone', refusal: 'phone-invalid' },
          { row: 8, field: 'township', refusal: 'township-unknown' },
          { row: 9, field: 'role', refusal: 'bad-request' },
          { row: 10, field: 'idNumber', refusal: 'id-number-twice' },
        ],
      },
    })
    expect(await stored()).toEqual([])
  })

  it('of a station has nobody in it from elsewhere, or from nobody knows where', async () => {
    const { importFile, stored } = aPersonRoom()
    const staff = aStaffActor({ roles: ['station-operator'], scope: { kind: 'station', township: '古镛镇', station: '山门村' } })
    const file = csv(HEAD, rowOf(1), rowOf(2, '高唐镇,招人'), rowOf(3, ','))
    const faults = [3, 4].map((row) => ({ row, field: 'township', refusal: 'township-unknown' }))
    expect(await importFile('k1', file, { staff })).toMatchObject({ ok: true, value: { rows: 3, registered: 0, bad: 2, faults } })
    expect(await stored()).toEqual([])
  })

  it('is only looked at where that is asked', async () => {
    const { importFile, stored } = aPersonRoom()
    expect(await importFile('k1', csv(HEAD, rowOf(1)), { onlyCheck: true })).toMatchObject({ ok: true, value: { rows: 1, registered: 0 } })
    expect(await stored()).toEqual([])
  })

  it('reads a workbook, its columns in any order, and what Excel writes as CSV in GBK', async () => {
    const { importFile } = aPersonRoom()
    const rows = [
      ['手机', '备注', '身份证', '姓名'],
      ['13800001111', 'x', anIdNumber('19790805'), '陈小旺'],
    ]
    const workbook = await writeXlsx({ sheets: [{ name: '名单', rows }] })
    expect(await importFile('k1', workbook, { format: 'xlsx' })).toMatchObject({ ok: true, value: { registered: 1 } })
    /** 姓名,身份证,手机 and 王芳 in GBK. */
    const gbk = Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7ddd6a42ccad6bbfa0a', 'hex'),
      Buffer.from('cdf5b7bc', 'hex'),
      Buffer.from(`,${anIdNumber('19900101')},13800002222\n`),
    ])
    expect(await importFile('k2', gbk)).toMatchObject({ ok: true, value: { registered: 1 } })
  })

  it.each([
    ['no zip', 'xlsx', Buffer.from('PK nothing'), 'file-unreadable'],
    ['an empty workbook file', 'xlsx', Buffer.alloc(0), 'file-unreadable'],
    ['a bomb', 'xlsx', aZip(deflateRawSync(Buffer.alloc(LIMIT.importInflatedBytes + 1)), 10), 'file-unreadable'],
    ['no columns', 'csv', csv('a,b,c', '1,2,3'), 'columns-missing'],
    ['no rows', 'csv', csv(HEAD), 'columns-missing'],
    ['nothing', 'csv', Buffer.alloc(0), 'columns-missing'],
    ['too many rows', 'csv', csv(HEAD, ...Array.from({ length: LIMIT.importRows + 1 }, () => 'a,b,c')), 'too-many-rows'],
  ] as const)('is refused as a whole: %s', async (_what, format, file, refusal) => {
    const { importFile } = aPersonRoom()
    expect(await importFile('k1', file, { format })).toEqual(no(refusal))
  })
})

/** A zip file of one entry that says of itself how long it is. */
function aZip(packed: Buffer, says: number): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(says, 24)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(head.length + packed.length, 16)
  return Buffer.concat([head, packed, entry, end])
}

describe('what a zip file unpacks to', () => {
  it.each([
    ['as much as allowed', deflateRawSync(Buffer.alloc(1000)), 1000, true],
    ['a byte more', deflateRawSync(Buffer.alloc(1001)), 1000, false],
    ['no deflated bytes', Buffer.from([0xff, 0xff, 0xff]), 1000, false],
  ])('%s', (_what, packed, maxBytes, isSmall) => {
    expect(isSmallZip(aZip(packed, 10), maxBytes)).toBe(isSmall)
  })
})
