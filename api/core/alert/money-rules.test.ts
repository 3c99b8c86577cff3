import { describe, expect, it } from '@jest/globals'
import type { AuditRow } from '../audit/audited.ts'
import { asId } from '../id.ts'
import type { Due } from '../job/due.ts'
import { fen } from '../money.ts'
import { anOpenJob, at } from '../testing/builders.ts'
import { childrenRefused, registrationBursts, staleData } from './hour-rules.ts'
import { arrearsOfMany, concentratedPayouts, oldArrears } from './money-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const due = (about: Partial<Due> & { of?: string; on?: string } = {}): Due => {
  const { of = 'li', on = '2026-11-10', ...rest } = about
  const head = { take: asId<'take'>(`take-${of}`), worker: asId<'person'>(of), kind: 'pay' as const, amountFen: fen(10_000) }
  return { ...head, since: at(`${on}T10:00:00+08:00`), bill: 1, state: 'open', settledAt: null, ...rest }
}
const owing = (dues: readonly Due[], township = '古镛镇') => anOpenJob({ dues, terms: { township } })

describe('arrears of more than a week', () => {
  it.each<[string, string, boolean]>([
    ['on the seventh day', '2026-11-17', false],
    ['on the eighth day', '2026-11-18', true],
    ['months later', '2027-02-01', true],
  ])('%s', (_when, on, fires) => {
    expect(oldArrears('cai', [owing([due()])], day(on))).toHaveLength(fires ? 1 : 0)
  })

  it('are those of one employer on all his jobs, each worker once, what is younger or paid left out', () => {
    const one = owing([due({}), due({ kind: 'compensation', amountFen: fen(500) }), due({ of: 'chen', state: 'paid' })])
    const other = owing([due({ of: 'wu', on: '2026-11-12' }), due({ of: 'hu', on: '2026-11-19' })], '万安镇')
    expect(oldArrears('cai', [one, other], day('2026-11-20'))).toEqual([
      {
        ...{ rule: 'arrears-over-week', subject: 'cai', township: '', demo: false, mutedBy: null, from: '2026-11-10', to: '2026-11-19' },
        ...{ numbers: { owedFen: 20_500, workers: 2 }, people: 2 },
      },
    ])
  })

  it('are the same alert the day after', () => {
    const [one, other] = ['2026-11-18', '2026-11-25'].map((on) => oldArrears('cai', [owing([due()])], day(on)))
    expect(one).toEqual(other)
  })
})

describe('arrears to many', () => {
  const workers = (count: number) => Array.from({ length: count }, (_, at) => due({ of: `w${at}` }))
  it.each([
    [9, 0],
    [10, 1],
  ])('to %i workers', (count, alerts) => {
    expect(arrearsOfMany('cai', [owing(workers(count))])).toHaveLength(alerts)
  })

  it('count a worker of two jobs once', () => {
    expect(arrearsOfMany('cai', [owing(workers(9)), owing(workers(9))])).toEqual([])
    expect(arrearsOfMany('cai', [owing(workers(9)), owing([due({ of: 'another', on: '2026-11-01' })])])).toMatchObject([
      { rule: 'arrears-of-many', township: '古镛镇', numbers: { owedFen: 100_000, workers: 10 }, from: '2026-11-01', to: '2026-11-02' },
    ])
  })
})

describe('payouts of a week', () => {
  const paid = (worker: string, amountFen: number, count = 1) => Array.from({ length: count }, () => ({ worker, amountFen, demo: false }))
  const SUNDAY = day('2026-11-22')

  it.each<[string, ReturnType<typeof paid>, number]>([
    ['half of it to one', [...paid('li', 9000), ...paid('wu', 1000, 9)], 1],
    ['less than half of it to one', [...paid('li', 8900), ...paid('wu', 1000, 4), ...paid('hu', 1000, 5)], 0],
    ['nine payouts in all', paid('li', 9000, 9), 0],
    ['nothing', [], 0],
  ])('%s', (_what, all, alerts) => {
    const found = concentratedPayouts(all, SUNDAY)
    expect(found.filter(({ subject }) => subject === 'li')).toHaveLength(alerts)
  })

  it('are looked at on Sundays', () => {
    const all = [...paid('li', 91_000), ...paid('wu', 1000, 9)]
    expect(concentratedPayouts(all, day('2026-11-21'))).toEqual([])
    expect(concentratedPayouts(all, SUNDAY)).toMatchObject([
      { subject: 'li', from: '2026-11-16', to: '2026-11-23', numbers: { share: 0.91, amountFen: 91_000, payouts: 10 }, people: 1 },
    ])
  })
})

describe('an hour', () => {
  const about = { day: day('2026-11-23'), demo: false }
  const rows = (count: number, action: AuditRow['action'], id = 'hall-1') =>
    Array.from({ length: count }, () => ({ action, actor: { role: 'staff', id } }) as AuditRow)

  it.each([
    [20, 0],
    [21, 1],
  ])('of %i registrations by one of the staff', (count, alerts) => {
    expect(registrationBursts(about, rows(count, 'register-person'))).toHaveLength(alerts)
  })

  it('of many registrations by several, or out of a file', () => {
    const two = [...rows(15, 'register-person'), ...rows(15, 'register-person', 'hall-2')]
    expect(registrationBursts(about, [...two, ...rows(50, 'import-people')])).toEqual([])
  })

  it('in which a child was sent away', () => {
    expect(childrenRefused(about, rows(3, 'register-person'))).toEqual([])
    expect(childrenRefused(about, [...rows(2, 'refuse-child'), ...rows(1, 'register-person')])).toMatchObject([
      { rule: 'child-refused', subject: '', numbers: { refused: 2 }, from: '2026-11-23' },
    ])
  })

  it.each<[string, number | undefined]>([
    ['2026-11-23T12:00:00+08:00', undefined],
    ['2026-11-23T12:00:01+08:00', 1],
    ['2026-11-25T09:59:59+08:00', 2],
    ['2026-11-25T10:00:00+08:00', 3],
  ])('at %s, after the last count on the 22nd at ten', (now, days) => {
    const [found] = staleData({ asOf: at('2026-11-22T10:00:00+08:00'), demo: false }, at(now))
    expect(found?.numbers).toEqual(days === undefined ? undefined : { days })
  })
})
