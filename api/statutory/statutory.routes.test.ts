import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { readXlsx } from 'hucre/xlsx'
import { auditRows } from '../audit/audit-row.collection.ts'
import type { FileAnswer } from '../contract/file-answer.ts'
import type { Caller } from '../contract/route.ts'
import { statutoryRoutes, wageSlipView } from '../contract/statutory.contract.ts'
import { fen } from '../core/money.ts'
import { at } from '../core/testing/builders.ts'
import { createStatutoryRoutes } from './statutory.routes.ts'
import { aPaidCounty, idNumberOf, person, phoneOf } from './testing/paid-county.ts'

const staff: Caller = { role: 'staff', contact: '', key: '', county: '350428' }
const noon = (day: string) => at(`${day}T12:00:00+08:00`)
type County = ReturnType<typeof aPaidCounty>

const bytesOf = async ({ bytes }: FileAnswer) => Buffer.concat(await Array.fromAsync(bytes))
const linesOf = async (file: FileAnswer) =>
  (await bytesOf(file))
    .toString('utf8')
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))

function ask(county: County, { may = false } = {}) {
  const routes = createStatutoryRoutes({ ...county.parts, mayOpenPersonal: () => may })
  const parse = <Row extends keyof typeof statutoryRoutes>(row: Row, query: object) => statutoryRoutes[row].query.parse(query)
  return {
    ledger: async (query: object) => {
      const parsed = parse('exportWageLedger', { format: 'csv', ...query })
      return routes.exportWageLedger({ params: {}, query: parsed as never, body: {}, caller: staff })
    },
    report: async (query: object) => {
      const parsed = parse('exportPlatformReport', { format: 'csv', ...query })
      return routes.exportPlatformReport({ params: {}, query: parsed as never, body: {}, caller: staff })
    },
    slip: (contact: string, number: string) =>
      routes.seeWageSlip({ params: { number }, query: {}, body: {}, caller: { ...staff, role: 'contact', contact } }),
  }
}

async function rows(answer: Awaited<ReturnType<ReturnType<typeof ask>['ledger']>>): Promise<string[][]> {
  if (!answer.ok) throw new Error(answer.refusal)
  return linesOf(answer.value)
}

let county: County
beforeEach(async () => {
  county = aPaidCounty()
  await county.register(0)
  await county.register(1)
  await county.register(2)
})
afterEach(() => county.close())

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' }

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
    const [, ...lines] = await rows(await ask(county).ledger(NOVEMBER))
    expect(lines.map((line) => line[2])).toEqual(['2026-11-01', '2026-11-10', '2026-11-20', '2026-11-30'])
  })

  it('has a seat once, with all that was paid for it within those days and what was not', async () => {
    const overtime = { kind: 'overtime', amountFen: fen(12_500), reason: '多干1小时', by: 'worker', agreedAt: noon('2026-11-23') } as const
    const take = { agreedFen: fen(12_500), deals: [overtime] }
    await county.payJob([{ worker: person(1), take, due: { amountFen: 2_500, at: noon('2026-11-25') } }])
    await county.payJob([{ worker: person(2), take, paidAt: noon('2026-11-24'), due: { amountFen: 2_500, at: noon('2026-12-02') } }])
    const [, both, first, ...more] = await rows(await ask(county).ledger(NOVEMBER))
    expect([both?.[2], both?.[7], both?.[9]]).toEqual(['2026-11-23；2026-11-25', '工钱100元；加班25元（多干1小时）', '125'])
    expect([first?.[2], first?.[9], first?.[10]]).toEqual(['2026-11-24', '100', '平台支付凭证pay:take-2-0；另有25元不在本期支付'])
    expect(more).toEqual([])
    const [, later] = await rows(await ask(county).ledger({ from: '2026-12-01', to: '2026-12-31' }))
    expect([later?.[2], later?.[9]]).toEqual(['2026-12-02', '25'])
  })

  it('tells cash as cash, and tax as what was kept back', async () => {
    await county.payJob([
      { worker: person(1), cashFen: 10_000 },
      { worker: person(2), payFen: 10_000, taxFen: 300, paidAt: noon('2026-11-24') },
    ])
    const [, cash, taxed] = await rows(await ask(county).ledger(NOVEMBER))
    expect([cash?.[9], cash?.[10]]).toEqual(['100', '现金100元，双方2026-11-23在线确认，凭证cash:take-1-0'])
    expect([taxed?.[8], taxed?.[9]]).toEqual(['代扣个人所得税3元', '97'])
  })

  it('keeps to one employer where one is named', async () => {
    await county.payJob([{ worker: person(1) }])
    expect(await rows(await ask(county).ledger({ ...NOVEMBER, employer: 'person-0' }))).toHaveLength(2)
    expect(await rows(await ask(county).ledger({ ...NOVEMBER, employer: 'person-9' }))).toHaveLength(1)
  })

  it('masks people, shows them only to who may see them, and refuses who may not', async () => {
    await county.payJob([{ worker: person(2) }])
    const [, masked] = await rows(await ask(county).ledger(NOVEMBER))
    expect(masked?.slice(3, 6)).toEqual(['陈*廖', expect.stringMatching(/^3504\*{10}\d{3}[\dX]$/), '138****0002'])
    const [, full] = await rows(await ask(county, { may: true }).ledger({ ...NOVEMBER, full: '1' }))
    expect(full?.slice(3, 6)).toEqual(['陈大廖', `"\t${idNumberOf(2)}"`, phoneOf(2)])
    expect(await ask(county).ledger({ ...NOVEMBER, full: '1' })).toMatchObject({ ok: false, refusal: 'not-allowed' })
    expect(await rows(await ask(county, { may: true }).ledger(NOVEMBER))).toEqual(await rows(await ask(county).ledger(NOVEMBER)))
  })

  it('is written down before it leaves, and so is what is refused and whose data are shown', async () => {
    const asked = { ...NOVEMBER, employer: 'person-0' }
    await ask(county).ledger(asked)
    await ask(county).ledger({ ...asked, full: '1' })
    await ask(county, { may: true }).ledger({ ...asked, full: '1' })
    const { docs } = await county.store.find(auditRows, { index: 'line', county: '350428', limit: 10 })
    const facts = { file: 'wage-ledger', from: '2026-11-01', until: '2026-12-01' }
    expect(docs.map((row) => [row.action, row.facts, row.subjects])).toEqual([
      ['export-file', facts, ['person-0']],
      ['export-file', facts, ['person-0']],
      ['refuse-action', { line: 2, refusal: 'not-allowed' }, ['person-0']],
      ['export-file', facts, ['person-0']],
      ['open-personal-data', { purpose: 'wage-ledger', fields: 'name,idNumber,phone' }, ['person-0']],
    ])
  })

  it('is a workbook when asked for one, in which a name is never a formula', async () => {
    await county.register(3, { name: '=HYPERLINK("http://evil.example","点我")' })
    await county.payJob([{ worker: person(3) }])
    const answer = await ask(county, { may: true }).ledger({ ...NOVEMBER, full: '1', format: 'xlsx' })
    if (!answer.ok) throw new Error(answer.refusal)
    expect(answer.value).toMatchObject({ name: '工资支付台账2026-11-01至2026-11-30.xlsx', format: 'xlsx' })
    const { sheets } = await readXlsx(await bytesOf(answer.value))
    expect(sheets[0]?.rows[1]?.slice(3, 6)).toEqual(['=HYPERLINK("http://evil.example","点我")', idNumberOf(3), phoneOf(3)])
    expect(sheets[0]?.cells?.get('1,3')?.formula).toBeUndefined()
  })

  it('tells a person who is gone as a star', async () => {
    await county.payJob([{ worker: person(8) }])
    const [, line] = await rows(await ask(county).ledger(NOVEMBER))
    expect(line?.slice(3, 6)).toEqual(['*', '', ''])
  })

  it.each([
    ['days in the wrong order', { from: '2026-11-30', to: '2026-11-01' }, 'query.to'],
    ['what need not have been kept', { from: '2023-12-14', to: '2026-11-01' }, 'query.from'],
  ])('refuses %s', async (_what, query, field) => {
    expect(await ask(county).ledger(query)).toMatchObject({ ok: false, refusal: 'bad-request', facts: { field } })
  })

  it('goes back as far as wages are kept', async () => {
    expect(await ask(county).ledger({ from: '2023-12-15', to: '2026-11-01' })).toMatchObject({ ok: true })
  })
})

describe('the quarterly report', () => {
  const QUARTER = { year: '2026', quarter: '4' }
  beforeEach(async () => {
    await county.register(3, { registeredAt: at('2026-07-01T00:00:00+08:00') })
    await county.payJob([
      { worker: person(1), payFen: 900_000 },
      { worker: person(2), cashFen: 20_000 },
    ])
    await county.payJob(
      [
        { worker: person(1), payFen: 900_000, taxFen: 10_000 },
        { worker: person(3), payFen: 30_000 },
      ],
      { trade: '保洁' },
    )
    await county.payJob([{ worker: person(2), paidAt: at('2026-09-30T23:59:59+08:00') }])
  })

  it('tells who earned, once each, and who need not be told of further', async () => {
    const [headings, ...lines] = await rows(await ask(county).report({ ...QUARTER, form: 'identity' }))
    expect(headings).toEqual([
      '序号',
      '是否已取得登记证照',
      '姓名',
      '证件类型',
      '证件号码',
      '国家或地区',
      '是否存在免于报送收入信息情形',
      '店铺（用户）名称',
      '店铺（用户）唯一标识码',
      '联系人姓名',
      '联系电话',
      '经营开始时间',
      '信息状态标识',
    ])
    expect(lines.map(([nth]) => nth)).toEqual(['1', '2', '3'])
    expect(lines.map((line) => [line[8], line[6], line[11], line[12]]).sort()).toEqual([
      ['person-1', '否', '2026-10-05', '新增'],
      ['person-2', '否', '2026-10-05', '新增'],
      ['person-3', '是', '2026-07-01', ''],
    ])
  })

  it('tells what they earned, before tax and with cash, but not of small earners in household and transport work', async () => {
    const [, ...lines] = await rows(await ask(county).report({ ...QUARTER, form: 'income' }))
    expect(lines.map((line) => [line[8], line[6], line[9], line[10], line[12], line[13]]).sort()).toEqual([
      ['person-1', '将乐县零工市场', '18000', '18000', '0', '2'],
      ['person-2', '将乐县零工市场', '200', '200', '0', '1'],
    ])
  })

  it('tells of nobody in a quarter in which nobody was paid', async () => {
    expect(await rows(await ask(county).report({ year: '2026', quarter: '2', form: 'income' }))).toHaveLength(1)
  })

  it('tells of earners in household work who would owe tax', async () => {
    await county.payJob([{ worker: person(3), payFen: 2_000_000 }], { trade: '司机' })
    const [, ...lines] = await rows(await ask(county).report({ ...QUARTER, form: 'income' }))
    expect(lines.map((line) => line[8]).sort()).toEqual(['person-1', 'person-2', 'person-3'])
  })

  it('is not made of a quarter that need not have been kept', async () => {
    expect(await ask(county).report({ year: '2025', quarter: '4', form: 'income' })).toMatchObject({ ok: true })
    const late = { ...county, parts: { ...county.parts, clock: { now: () => at('2028-10-02T10:00:00+08:00') } } }
    expect(await ask(late).report({ year: '2025', quarter: '4', form: 'income' })).toMatchObject({ refusal: 'bad-request' })
  })

  it('shows people only to who may see them', async () => {
    expect(await ask(county).report({ ...QUARTER, form: 'income', full: '1' })).toMatchObject({ refusal: 'not-allowed' })
  })
})

describe('the wage slip', () => {
  it('tells the worker what was paid for which work, when and how', async () => {
    const broken = { kind: 'deduction', amountFen: fen(9_000), reason: '打碎玻璃', by: 'employer', agreedAt: noon('2026-11-23') } as const
    const number = await county.payJob([
      { worker: person(1), payFen: 9_000, taxFen: 120, take: { agreedFen: fen(9_000), deals: [broken] } },
    ])
    const slip = await ask(county).slip('person-1', number)
    expect(slip).toMatchObject({
      ok: true,
      value: {
        ...{ number, trade: '搬运', content: '搬办公桌', employerName: '蔡*云', days: 1, minutes: 480 },
        earned: [{ kind: 'work', amountFen: 10_000, reason: '' }],
        deducted: [{ kind: 'deduction', amountFen: 1_000, reason: '打碎玻璃' }],
        ...{ payFen: 9_000, taxFen: 120, netFen: 8_880, openFen: 0 },
        payments: [{ at: '2026-11-23T09:30:00.000Z', netFen: 8_880, by: 'wallet' }],
      },
    })
    expect(slip.ok && wageSlipView.safeParse(slip.value).success).toBe(true)
  })

  it('tells what is still owed, and cash', async () => {
    const take = { agreedFen: fen(12_500) }
    const number = await county.payJob([
      { worker: person(1), take, due: { amountFen: 2_500, at: null } },
      { worker: person(2), cashFen: 10_000 },
    ])
    expect(await ask(county).slip('person-1', number)).toMatchObject({ value: { payFen: 12_500, netFen: 10_000, openFen: 2_500 } })
    expect(await ask(county).slip('person-2', number)).toMatchObject({ value: { netFen: 10_000, payments: [{ by: 'cash' }] } })
  })

  it.each([
    ['who is not registered', 'wx/nobody', 'not-registered'],
    ['who held no seat', 'person-2', 'no-take'],
    ['the employer', 'person-0', 'no-take'],
  ])('is not for %s', async (_who, contact, refusal) => {
    const number = await county.payJob([{ worker: person(1) }])
    expect(await ask(county).slip(contact, number)).toMatchObject({ ok: false, refusal })
  })

  it('is not there before anything has been paid, nor for a job there is not', async () => {
    const number = await county.payJob([{ worker: person(1), payFen: 0 }])
    expect(await ask(county).slip('person-1', number)).toMatchObject({ refusal: 'not-paid' })
    expect(await ask(county).slip('person-1', '99999')).toMatchObject({ refusal: 'job-not-found' })
  })
})
