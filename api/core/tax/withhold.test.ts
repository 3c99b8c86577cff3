import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenPromise } from '../assert.ts'
import { asId, type JobId } from '../id.ts'
import { addFen, type Fen, fen, NO_FEN, subtractFen } from '../money.ts'
import { at } from '../testing/builders.ts'
import { cumulativeTax } from './cumulative-tax.ts'
import { taxRulesOn } from './tax-rules.ts'
import { type TaxablePay, type TaxedPay, type TaxSettings, withhold } from './withhold.ts'

const EVER = Temporal.PlainDate.from('2019-01-01')
const CUMULATIVE: TaxSettings = { mode: 'cumulative', from: EVER }
const PER_PAYMENT: TaxSettings = { mode: 'per-payment', from: EVER }

const yuan = (amount: number): Fen => fen(Math.round(amount * 100))
const job = (name: string): JobId => asId<'job'>(name)
const pay = (day: string, amountYuan: number, of = day): TaxablePay => ({
  at: at(`${day}T12:00:00+08:00`),
  job: job(of),
  amountFen: yuan(amountYuan),
})

/** What is withheld from each of several payments, one after the other. */
function inTurn(settings: TaxSettings, pays: readonly TaxablePay[]): readonly Fen[] {
  const taxed: TaxedPay[] = []
  for (const each of pays) taxed.push({ ...each, withheldFen: withhold(settings, each, taxed) })
  return taxed.map(({ withheldFen }) => withheldFen)
}
const sum = (amounts: readonly Fen[]): Fen => addFen(NO_FEN, ...amounts)
const monthly = (incomes: readonly number[], year = 2026): TaxablePay[] =>
  incomes.flatMap((income, month) => (income === 0 ? [] : [pay(`${year}-${String(month + 1).padStart(2, '0')}-10`, income)]))

describe('the cumulative method', () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ['6 250 yuan a month is just free', Array(12).fill(6_250), Array(12).fill(0)],
    ['10 000 a month stays in the first bracket all year', Array(12).fill(10_000), Array(12).fill(90)],
    ['20 000 a month climbs into the second in April', [20_000, 20_000, 20_000, 20_000, 20_000], [330, 330, 330, 890, 1_100]],
    ['36 000 taxable ends the first bracket', [51_250], [1_080]],
    ['144 000 taxable ends the second', [186_250], [11_880]],
    ['a bonus month, and the month after', [6_250, 6_250, 6_250, 6_250, 6_250, 30_000, 6_250], [0, 0, 0, 0, 0, 570, 0]],
    ['a bonus is set off against poor months before it', [1_000, 1_000, 1_000, 16_000], [0, 0, 0, 0]],
    ['a poor month gives nothing back, the next takes less', [20_000, 3_000, 20_000], [330, 0, 252]],
    ['a month without pay begins a new run', [20_000, 20_000, 0, 20_000], [330, 330, 330]],
    ['what a run did not use up is gone after a break', [1_000, 0, 10_000], [0, 90]],
    ['a very rich month reaches the last bracket', [2_000_000], [535_830]],
    ['small jobs once a month', [100, 800, 4_000], [0, 0, 0]],
  ])('%s', (_what, incomes, taxes) => {
    expect(inTurn(CUMULATIVE, monthly(incomes))).toEqual(taxes.map(yuan))
  })

  it('adds up the days of a month: 20 days at 300 are free, 30 at 400 are not', () => {
    const days = (count: number, dayYuan: number) =>
      Array.from({ length: count }, (_, day) => pay(`2026-06-${String(day + 1).padStart(2, '0')}`, dayYuan))
    expect(sum(inTurn(CUMULATIVE, days(20, 300)))).toBe(0)
    const taxes = inTurn(CUMULATIVE, days(30, 400))
    expect(sum(taxes)).toBe(yuan((12_000 * 0.8 - 5_000) * 0.03))
    expect(taxes.findIndex((tax) => tax > 0)).toBe(15)
  })

  it('begins again with the year, though December and January are neighbours', () => {
    expect(inTurn(CUMULATIVE, [...monthly([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60_000], 2026), ...monthly([10_000], 2027)])).toEqual([
      yuan(1_780),
      yuan(90),
    ])
  })

  it('knows the month by the county clock', () => {
    const lastMinute = { ...pay('2026-06-30', 10_000), at: at('2026-06-30T15:59:59Z') }
    const firstMinute = { ...pay('2026-07-01', 10_000), at: at('2026-06-30T16:00:00Z') }
    expect(inTurn(CUMULATIVE, [lastMinute, firstMinute])).toEqual([yuan(90), yuan(90)])
  })

  it('is not there before October 2025, and does not add up what came before', () => {
    expect(inTurn(CUMULATIVE, [pay('2025-09-30', 5_000), pay('2025-10-08', 10_000), pay('2025-11-08', 10_000)])).toEqual(
      [800, 90, 90].map(yuan),
    )
  })

  it('overlooks later months when a payment is booked late', () => {
    const march = { ...pay('2026-03-10', 10_000), withheldFen: yuan(90) }
    expect(withhold(CUMULATIVE, pay('2026-02-10', 10_000), [march])).toBe(yuan(90))
  })

  it('takes off what is exempt, other deductions and relief', () => {
    const rules = taxRulesOn(Temporal.PlainDate.from('2026-01-01'))?.cumulative
    if (!rules) throw new Error('there are cumulative rules in 2026')
    const soFar = { months: 1, incomeFen: yuan(20_000), withheldFen: yuan(30) }
    const more = { exemptFen: yuan(1_000), otherFen: yuan(2_000), reliefFen: yuan(10) }
    expect(cumulativeTax(rules, { ...soFar, ...more })).toBe(yuan(8_000 * 0.03 - 10 - 30))
    expect(cumulativeTax(rules, { ...soFar, otherFen: yuan(50_000) })).toBe(0)
  })
})

describe('payment by payment', () => {
  it.each([
    [0.01, 0],
    [800, 0],
    [800.02, 0],
    [800.03, 0.01],
    [1_000, 40],
    [2_000, 240],
    [4_000, 640],
    [4_000.01, 640],
    [5_000, 800],
    [25_000, 4_000],
    [30_000, 5_200],
    [62_500, 13_000],
    [100_000, 25_000],
  ])('%d yuan is taxed with %d', (income, tax) => {
    expect(withhold(PER_PAYMENT, pay('2026-11-23', income), [])).toBe(yuan(tax))
  })

  it('counts what one job pays within a month as one payment, and other jobs as others', () => {
    const pays = [pay('2026-11-03', 3_000, 'roof'), pay('2026-11-04', 700, 'garden'), pay('2026-11-20', 2_000, 'roof')]
    expect(inTurn(PER_PAYMENT, pays)).toEqual([440, 0, 360].map(yuan))
    expect(inTurn(PER_PAYMENT, [pay('2026-11-03', 3_000, 'roof'), pay('2026-12-03', 2_000, 'roof')])).toEqual([440, 240].map(yuan))
  })
})

describe('when nothing is withheld', () => {
  const rich = pay('2026-11-23', 90_000)
  it.each<[string, TaxSettings, TaxablePay]>([
    ['where it is switched off', { mode: 'off', from: EVER }, rich],
    ['before the county begins with it', { mode: 'cumulative', from: Temporal.PlainDate.from('2026-11-24') }, rich],
    ['before there were rules', { mode: 'per-payment', from: Temporal.PlainDate.from('2000-01-01') }, pay('2018-12-31', 90_000)],
  ])('%s', (_when, settings, payment) => {
    expect(withhold(settings, payment, [])).toBe(0)
  })

  it('adds up only what came since the county began with it', () => {
    const fromJuly: TaxSettings = { mode: 'cumulative', from: Temporal.PlainDate.from('2026-07-01') }
    expect(inTurn(fromJuly, [pay('2026-06-10', 90_000), pay('2026-07-10', 10_000)])).toEqual([0, 90].map(yuan))
  })
})

describe('silly amounts', () => {
  it.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, Number.MAX_SAFE_INTEGER])('%p fen is no pay', (amount) => {
    const payment = { ...pay('2026-11-23', 1), amountFen: amount as Fen }
    for (const settings of [CUMULATIVE, PER_PAYMENT]) expect(() => withhold(settings, payment, [])).toThrow(BrokenPromise)
  })

  it('sums that overflow are refused, not rounded', () => {
    const most = { ...pay('2026-11-01', 1), amountFen: fen(Number.MAX_SAFE_INTEGER), withheldFen: NO_FEN }
    expect(() => withhold(CUMULATIVE, pay('2026-11-23', 100), [most])).toThrow(BrokenPromise)
  })
})

const settings = fc.constantFrom(CUMULATIVE, PER_PAYMENT)
/** One yuan is the least that anybody is paid; smaller pieces cannot carry their share of a fen of tax. */
const amount = fc.integer({ min: 100, max: 10_000_000 }).map(fen)
const somePay = fc.record({
  day: fc.integer({ min: 0, max: 364 }),
  amountFen: amount,
  job: fc.constantFrom('roof', 'garden', 'wall').map(job),
})
const somePays = fc
  .array(somePay, { maxLength: 25 })
  .map((all) => all.toSorted((one, other) => one.day - other.day).map(({ day, ...each }) => ({ ...each, at: instantOf(day) })))
const instantOf = (day: number) => at('2026-01-01T12:00:00+08:00').add({ hours: day * 24 })

describe('whatever is paid', () => {
  it('something stays with the worker and nothing is given back', () => {
    fc.assert(
      fc.property(settings, somePays, (how, pays) => {
        for (const [nth, tax] of inTurn(how, pays).entries()) {
          expect(tax).toBeGreaterThanOrEqual(0)
          expect(tax).toBeLessThan(pays[nth]?.amountFen ?? 0)
        }
      }),
    )
  })

  it('who is paid more is not taxed less, and never so much more that he had better been paid less', () => {
    fc.assert(
      fc.property(settings, somePays, somePay, fc.integer({ min: 1, max: 1_000_000 }), (how, pays, { day, ...last }, moreFen) => {
        const before = pays.map((each) => ({ ...each, withheldFen: NO_FEN }))
        const less = { ...last, at: instantOf(day) }
        const more = { ...less, amountFen: addFen(less.amountFen, fen(moreFen)) }
        const [lessTax, moreTax] = [withhold(how, less, before), withhold(how, more, before)]
        expect(lessTax).toBeLessThanOrEqual(moreTax)
        expect(subtractFen(less.amountFen, lessTax)).toBeLessThanOrEqual(subtractFen(more.amountFen, moreTax))
      }),
    )
  })

  it('paying in two parts changes nothing', () => {
    fc.assert(
      fc.property(settings, somePays, somePay, amount, (how, pays, { day, ...last }, partFen) => {
        const before = pays.map((each, nth) => ({ ...each, withheldFen: inTurn(how, pays)[nth] ?? NO_FEN }))
        const whole = { ...last, at: instantOf(day), amountFen: addFen(last.amountFen, partFen) }
        const first = { ...whole, amountFen: last.amountFen }
        const firstTax = withhold(how, first, before)
        const second = withhold(how, { ...whole, amountFen: partFen }, [...before, { ...first, withheldFen: firstTax }])
        expect(addFen(firstTax, second)).toBe(withhold(how, whole, before))
      }),
    )
  })

  it('the order in which earlier payments are told does not matter', () => {
    fc.assert(
      fc.property(settings, somePays, somePay, (how, pays, { day, ...last }) => {
        const before = pays.map((each) => ({ ...each, withheldFen: fen(7) }))
        const payment = { ...last, at: instantOf(day) }
        expect(withhold(how, payment, before.toReversed())).toBe(withhold(how, payment, before))
      }),
    )
  })
})
