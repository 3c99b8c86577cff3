import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { wageSlipView } from '../contract/statutory.contract.ts'
import { fen } from '../core/money.ts'
import { at } from '../core/testing/builders.ts'
import { askStatutory } from './testing/ask-statutory.ts'
import { aPaidCounty, person } from './testing/paid-county.ts'

const noon = (day: string) => at(`${day}T12:00:00+08:00`)

let county: ReturnType<typeof aPaidCounty>
beforeEach(async () => {
  county = aPaidCounty()
  await county.registerFirst(3)
})
afterEach(() => county.close())

const asking = () => askStatutory(county.parts)

describe('the wage slip', () => {
  it('tells the worker what was paid for which work, when and how', async () => {
    const broken = { kind: 'deduction', amountFen: fen(9_000), reason: '打碎玻璃', by: 'employer', agreedAt: noon('2026-11-23') } as const
    const number = await county.payJob([
      { worker: person(1), payFen: 9_000, taxFen: 120, take: { agreedFen: fen(9_000), deals: [broken] } },
    ])
    const slip = await asking().slip('person-1', number)
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
    expect(await asking().slip('person-1', number)).toMatchObject({ value: { payFen: 12_500, netFen: 10_000, openFen: 2_500 } })
    expect(await asking().slip('person-2', number)).toMatchObject({ value: { netFen: 10_000, payments: [{ by: 'cash' }] } })
  })

  it.each([
    ['who is not registered', 'wx/nobody', 'not-registered'],
    ['who held no seat', 'person-2', 'no-take'],
    ['the employer', 'person-0', 'no-take'],
  ])('is not for %s', async (_who, contact, refusal) => {
    const number = await county.payJob([{ worker: person(1) }])
    expect(await asking().slip(contact, number)).toMatchObject({ ok: false, refusal })
  })

  it('is not there before anything has been paid, nor for a job there is not', async () => {
    const number = await county.payJob([{ worker: person(1), payFen: 0 }])
    expect(await asking().slip('person-1', number)).toMatchObject({ refusal: 'not-paid' })
    expect(await asking().slip('person-1', '99999')).toMatchObject({ refusal: 'job-not-found' })
  })
})
