import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readXlsx } from 'hucre/xlsx'
import { auditRows } from '../audit/audit-row.collection.ts'
import { fen } from '../core/money.ts'
import { at } from '../core/testing/builders.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import type { StatutoryParts } from './statutory.routes.ts'
import { askStatutory, bytesOf, fileIn, rowsOf } from './testing/ask-statutory.ts'
import { aPaidCounty, idNumberOf, person, phoneOf } from './testing/paid-county.ts'

const noon = (day: string) => at(`${day}T12:00:00+08:00`)
const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

let county: ReturnType<typeof aPaidCounty>
beforeEach(async () => {
  county = aPaidCounty()
  await county.registerFirst(3)
})
afterEach(() => county.close())

const asking = (parts: Partial<StatutoryParts> = {}, staff = aStaffActor()) => askStatutory({ ...county.parts, ...parts }, staff)
const IN_ONE_TOWNSHIP = aStaffActor({ scope: { kind: 'townships', townships: ['古镛镇'] } })

describe('the wage ledger', () => {
  it('has one line a seat that was paid in the days asked for, in the order of the payments', async () => {
    await county.payJob([
      { worker: person(1), paidAt: noon('2026-11-20') },
      { worker: person(2), paidAt: noon('2026-11-10') },
    ])
    await county.payJob([
      { worker: person(1), paidAt: at('2026-10-31T23:59:59+08:00') },
      { worker: person(2), paidAt: at('2026-12-01T00:00:00+08:00') },
    ])
    await county.payJob([
      { worker: person(1), paidAt: at('2026-11-01T00:00:00+08:00') },
      { worker: person(2), paidAt: at('2026-11-30T23:59:59+08:00') },
    ])
    const [, ...lines] = await rowsOf(await asking().ledger(NOVEMBER))
    expect(lines.map((line) => line[2])).toEqual(['2026-11-01', '2026-11-10', '2026-11-20', '2026-11-30'])
  })

  it('has a seat once, with all that was paid for it within those days and what was not', async () => {
    const overtime = { kind: 'overtime', amountFen: fen(12_500), reason: '多干1小时', by: 'worker', agreedAt: noon('2026-11-23') } as const
    const take = { agreedFen: fen(12_500), deals: [overtime] }
    await county.payJob([{ worker: person(1), take, due: { amountFen: 2_500, at: noon('2026-11-25') } }])
    await county.payJob([{ worker: person(2), take, paidAt: noon('2026-11-24'), due: { amountFen: 2_500, at: noon('2026-12-02') } }])
    const [, both, first, ...more] = await rowsOf(await asking().ledger(NOVEMBER))
    expect([both?.[2], both?.[7], both?.[9]]).toEqual(['2026-11-23；2026-11-25', '工钱100元；加班25元（多干1小时）', '125'])
    expect([first?.[2], first?.[9], first?.[10]]).toEqual(['2026-11-24', '100', '平台支付凭证pay:take-2-0；另有25元不在本期支付'])
    expect(more).toEqual([])
    const [, later] = await rowsOf(await asking().ledger({ from: '2026-12-01', to: '2026-12-31' }))
    expect([later?.[2], later?.[9]]).toEqual(['2026-12-02', '25'])
  })

  it('tells cash as cash, and tax as what was kept back', async () => {
    await county.payJob([
      { worker: person(1), cashFen: 10_000 },
      { worker: person(2), payFen: 10_000, taxFen: 300, paidAt: noon('2026-11-24') },
    ])
    const [, cash, taxed] = await rowsOf(await asking().ledger(NOVEMBER))
    expect([cash?.[9], cash?.[10]]).toEqual(['100', '现金100元，双方2026-11-23在线确认，凭证cash:take-1-0'])
    expect([taxed?.[8], taxed?.[9]]).toEqual(['代扣个人所得税3元', '97'])
  })

  it('keeps to one employer where one is named', async () => {
    await county.payJob([{ worker: person(1) }])
    expect(await rowsOf(await asking().ledger({ ...NOVEMBER, employer: 'person-0' }))).toHaveLength(2)
    expect(await rowsOf(await asking().ledger({ ...NOVEMBER, employer: 'person-9' }))).toHaveLength(1)
  })

  it('masks people unless they are asked for as they are, and is nobody’s who works for a part of the county', async () => {
    await county.payJob([{ worker: person(2) }])
    const [, masked] = await rowsOf(await asking().ledger(NOVEMBER))
    expect(masked?.slice(3, 6)).toEqual(['陈*廖', expect.stringMatching(/^3504\*{10}\d{3}[\dX]$/), '138****0002'])
    const [, full] = await rowsOf(await asking().ledger({ ...NOVEMBER, full: '1' }))
    expect(full?.slice(3, 6)).toEqual(['陈大廖', `"\t${idNumberOf(2)}"`, phoneOf(2)])
    for (const full of [{}, { full: '1' as const }])
      expect(await asking({}, IN_ONE_TOWNSHIP).ledger({ ...NOVEMBER, ...full })).toMatchObject({ ok: false, refusal: 'not-allowed' })
  })

  it('is written down before it leaves, and so is what is refused and whose data are shown', async () => {
    const asked = { ...NOVEMBER, employer: 'person-0' }
    await county.payJob([{ worker: person(1) }, { worker: person(2) }])
    await rowsOf(await asking().ledger(asked))
    await asking({}, IN_ONE_TOWNSHIP).ledger({ ...asked, full: '1' })
    await rowsOf(await asking().ledger({ ...asked, full: '1' }))
    const { docs } = await county.store.find(auditRows, { index: 'line', county: '350428', limit: 10 })
    const facts = { file: 'wage-ledger', from: '2026-11-01', until: '2026-12-01' }
    expect(docs.map((row) => [row.action, row.facts, row.subjects.toSorted()])).toEqual([
      ['export-file', facts, ['person-0']],
      ['export-file', facts, ['person-0']],
      ['refuse-action', { line: 2, refusal: 'not-allowed' }, ['person-0']],
      ['export-file', facts, ['person-0']],
      ['open-personal-data', { purpose: 'wage-ledger', fields: 'name+idNumber+phone' }, ['person-0', 'person-1', 'person-2']],
    ])
  })

  it('is a workbook when asked for one, in which a name is never a formula', async () => {
    await county.register(3, { name: '=HYPERLINK("http://evil.example","点我")' })
    await county.payJob([{ worker: person(3) }])
    const answer = await asking().ledger({ ...NOVEMBER, full: '1', format: 'xlsx' })
    expect(fileIn(answer)).toMatchObject({ name: '工资支付台账2026-11-01至2026-11-30.xlsx', format: 'xlsx' })
    const { sheets } = await readXlsx(await bytesOf(fileIn(answer)))
    expect(sheets[0]?.rows[1]?.slice(3, 6)).toEqual(['=HYPERLINK("http://evil.example","点我")', idNumberOf(3), phoneOf(3)])
    expect(sheets[0]?.cells?.get('1,3')?.formula).toBeUndefined()
  })

  it('tells a person who is gone as a star', async () => {
    await county.payJob([{ worker: person(8) }])
    const [, line] = await rowsOf(await asking().ledger(NOVEMBER))
    expect(line?.slice(3, 6)).toEqual(['*', '', ''])
  })

  it.each([
    ['days in the wrong order', { from: '2026-11-30', to: '2026-11-01' }, 'query.to'],
    ['what need not have been kept', { from: '2023-12-14', to: '2026-11-01' }, 'query.from'],
  ])('refuses %s', async (_what, query, field) => {
    expect(await asking().ledger(query)).toMatchObject({ ok: false, refusal: 'bad-request', facts: { field } })
  })

  it('goes back as far as wages are kept', async () => {
    expect(await asking().ledger({ from: '2023-12-15', to: '2026-11-01' })).toMatchObject({ ok: true })
  })
})
