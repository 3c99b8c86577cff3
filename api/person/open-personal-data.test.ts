import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { createAudit } from '../audit/audit.ts'
import { auditRows } from '../audit/audit-row.collection.ts'
import { asId, type PersonId } from '../core/id.ts'
import { anIdNumber } from '../core/person/testing/id-numbers.ts'
import { StoreUnavailable } from '../store/port.ts'
import { bindPayee } from './bind-payee.ts'
import { createOpenPersonalData } from './open-personal-data.ts'
import { createPayeeToOrder } from './payee-to-order.ts'
import { aPersonRoom } from './testing/person-room.ts'

const county = '350428'
const ACTOR = { role: 'staff', id: 'hall' } as const
const opening = { key: 'export:1', actor: ACTOR, purpose: 'wage-ledger' } as const

describe('opening somebody’s data for somebody else', () => {
  let room: ReturnType<typeof aPersonRoom>
  let liao: PersonId
  let chen: PersonId
  const openWith = (audit = createAudit({ store: room.store, county, clock: room.clock })) =>
    createOpenPersonalData({ store: room.store, vault: room.vault, county, audit })
  const rows = async () => (await room.store.find(auditRows, { index: 'line', county, limit: 100 })).docs
  const idOf = async (contact: string) => (await room.people.byContact(contact))?.id ?? asId<'person'>('nobody')

  beforeEach(async () => {
    room = aPersonRoom()
    await room.register('wx/liao', 'm1')
    await room.register('wx/chen', 'm2', { name: '陈小旺', idNumber: anIdNumber('19900202'), phone: '13900001111' })
    liao = await idOf('wx/liao')
    chen = await idOf('wx/chen')
  })
  afterEach(() => room.store.close())

  it('gives what was asked for of everybody, once it is written down', async () => {
    const gone = asId<'person'>('gone')
    const found = await openWith()({ ...opening, people: [liao, gone, chen], fields: ['name', 'phone'] })
    expect([...found]).toEqual([
      [liao, { name: '廖大山', phone: '13800001234' }],
      [chen, { name: '陈小旺', phone: '13900001111' }],
    ])
    expect(await rows()).toMatchObject([
      {
        ...{ line: 1, actor: ACTOR, action: 'open-personal-data', subjects: [liao, gone, chen] },
        facts: { purpose: 'wage-ledger', fields: 'name+phone' },
      },
    ])
    expect(JSON.stringify(await rows())).not.toMatch(/廖|陈|138|139/)
  })

  it('opens nothing where it cannot be written down', async () => {
    let reads = 0
    const audit = () => Promise.reject(new StoreUnavailable('away'))
    const counting = { get: () => Promise.reject(new Error(`read ${++reads}`)) }
    const open = createOpenPersonalData({ store: counting, vault: room.vault, county, audit })
    await expect(open({ ...opening, people: [liao], fields: ['name'] })).rejects.toBeInstanceOf(StoreUnavailable)
    expect(reads).toBe(0)
  })

  it('is written once when it is tried again, and not where nobody is asked for', async () => {
    const open = openWith()
    for (const _twice of [1, 2]) await open({ ...opening, people: [liao], fields: ['idNumber'] })
    await open({ ...opening, key: 'export:2', people: [], fields: ['idNumber'] })
    expect(await rows()).toHaveLength(1)
  })

  it('names no more people in a row than it holds', async () => {
    const many = Array.from({ length: 501 }, (_, n) => asId<'person'>(`p${n}`))
    await expect(openWith()({ ...opening, people: many, fields: ['name'] })).rejects.toThrow('more people at once')
    await openWith()({ ...opening, people: many.slice(1), fields: ['name'] })
  })

  it('lets a payout have the name only where its provider compares it', async () => {
    await bindPayee(room.ports, { person: liao, openid: 'o-liao', cause: 'c1' })
    const payeeOf = createPayeeToOrder({ people: room.people, openPersonalData: openWith() })
    expect(await payeeOf(liao)).toMatchObject({ openid: 'o-liao', name: undefined })
    expect(await payeeOf(chen, 'O1')).toBeUndefined()
    expect(await rows()).toEqual([])
    for (const _twice of [1, 2]) expect(await payeeOf(liao, 'O1')).toMatchObject({ openid: 'o-liao', name: '廖大山' })
    expect(await rows()).toMatchObject([{ actor: { role: 'system' }, subjects: [liao], facts: { purpose: 'payout', fields: 'name' } }])
  })
})
