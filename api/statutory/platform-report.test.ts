import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { at } from '../core/testing/builders.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import type { StatutoryParts } from './statutory.routes.ts'
import { askStatutory, rowsOf } from './testing/ask-statutory.ts'
import { aPaidCounty, person } from './testing/paid-county.ts'

let county: ReturnType<typeof aPaidCounty>
beforeEach(async () => {
  county = aPaidCounty()
  await county.registerFirst(3)
})
afterEach(() => county.close())

const asking = (parts: Partial<StatutoryParts> = {}) => askStatutory({ ...county.parts, ...parts })

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
    const [headings, ...lines] = await rowsOf(await asking().report({ ...QUARTER, form: 'identity' }))
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
    const [, ...lines] = await rowsOf(await asking().report({ ...QUARTER, form: 'income' }))
    expect(lines.map((line) => [line[8], line[6], line[9], line[10], line[12], line[13]]).sort()).toEqual([
      ['person-1', '将乐县零工市场', '18000', '18000', '0', '2'],
      ['person-2', '将乐县零工市场', '200', '200', '0', '1'],
    ])
  })

  it('tells of nobody in a quarter in which nobody was paid', async () => {
    expect(await rowsOf(await asking().report({ year: '2026', quarter: '2', form: 'income' }))).toHaveLength(1)
  })

  it('tells of earners in household work who would owe tax', async () => {
    await county.payJob([{ worker: person(3), payFen: 2_000_000 }], { trade: '司机' })
    const [, ...lines] = await rowsOf(await asking().report({ ...QUARTER, form: 'income' }))
    expect(lines.map((line) => line[8]).sort()).toEqual(['person-1', 'person-2', 'person-3'])
  })

  it('is not made of a quarter that need not have been kept', async () => {
    expect(await asking().report({ year: '2025', quarter: '4', form: 'income' })).toMatchObject({ ok: true })
    const clock = { now: () => at('2028-10-02T10:00:00+08:00') }
    expect(await asking({ clock }).report({ year: '2025', quarter: '4', form: 'income' })).toMatchObject({ refusal: 'bad-request' })
  })

  it('is of the whole county, so it is nobody’s who works for a part of it', async () => {
    const inOneTownship = aStaffActor({ scope: { kind: 'townships', townships: ['古镛镇'] } })
    const asked = askStatutory(county.parts, inOneTownship).report({ ...QUARTER, form: 'income' })
    expect(await asked).toMatchObject({ refusal: 'not-allowed' })
  })
})
