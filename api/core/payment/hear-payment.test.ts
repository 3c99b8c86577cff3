import { describe, expect, it } from '@jest/globals'
import { fen } from '../money.ts'
import { hearOpened, hearPayment } from './hear-payment.ts'
import { NEXT_PAYMENT_STATE, type Payment, type PaymentStanding, type PaymentState, type PaymentTerms } from './payment.ts'
import type { PaymentReport } from './report.ts'

const at = Temporal.Instant.from('2026-11-23T08:00:00Z')
const terms: PaymentTerms = {
  ...{ id: 'P1', county: '350428', demo: false, key: 'hold:job-1', way: 'native', amountFen: fen(30_000) },
  ...{ description: 'x', createdAt: at, expiresAt: at.add({ minutes: 120 }), refunds: [] },
}
const STANDING: Readonly<Record<PaymentState, PaymentStanding>> = {
  created: { state: 'created', code: null },
  unknown: { state: 'unknown', code: 'no-answer' },
  asked: { state: 'asked', means: { way: 'native', codeUrl: 'weixin://x' } },
  failed: { state: 'failed', code: 'PAYERROR' },
  closed: { state: 'closed', code: null },
  paid: { state: 'paid', transaction: 'T1', paidAt: at, paidOn: '2026-11-23' },
}
const STATES = Object.keys(NEXT_PAYMENT_STATE) as PaymentState[]
const payment = (state: PaymentState): Payment => ({ ...terms, ...STANDING[state] })
const paid = { state: 'paid', amountFen: fen(30_000), transaction: 'T1', paidAt: at } as const
const heard = (state: PaymentState, report: PaymentReport, when = at) => {
  const outcome = hearPayment(payment(state), report, when)
  if (outcome.kind === 'news') return [outcome.doc.state, ...outcome.events.map(({ type }) => type)].join(' ')
  return outcome.kind === 'contradiction' ? outcome.why : outcome.kind
}
const late = at.add({ minutes: 120 })

describe('hearing of a payment', () => {
  it.each(STATES.filter((state) => state !== 'paid'))('money that came in is received from %s', (state) => {
    expect(heard(state, paid)).toBe('paid paymentReceived')
  })

  it.each(STATES)('another amount is never believed, %s', (state) => {
    expect(heard(state, { ...paid, amountFen: fen(30_001) })).toBe('other-amount')
  })

  it.each(STATES)('no answer and less than we know change nothing of %s', (state) => {
    expect([heard(state, { state: 'unknown', code: 'no-answer' }), heard(state, { state: 'unpaid' })]).toEqual(['known', 'known'])
    expect(heard(state, { state: 'absent' })).toBe('known')
  })

  it.each<readonly [PaymentState, PaymentReport, string]>([
    ['paid', paid, 'known'],
    ['paid', { ...paid, transaction: 'T2' }, 'other-transaction'],
    ['paid', { state: 'closed' }, 'after-the-end'],
    ['paid', { state: 'failed', code: 'PAYERROR' }, 'known'],
    ['asked', { state: 'closed' }, 'closed paymentClosed'],
    ['failed', { state: 'closed' }, 'closed paymentClosed'],
    ['closed', { state: 'closed' }, 'known'],
    ['asked', { state: 'failed', code: 'PAYERROR' }, 'failed'],
  ])('%s, told %p, is %s', (state, report, expected) => expect(heard(state, report)).toBe(expected))

  it.each<readonly [PaymentState, string]>([
    ['created', 'closed paymentClosed'],
    ['unknown', 'closed paymentClosed'],
    ['asked', 'closed paymentClosed'],
    ['closed', 'known'],
    ['paid', 'known'],
  ])('what the provider never heard of is over once it has expired: %s', (state, expected) => {
    expect(heard(state, { state: 'absent' }, late)).toBe(expected)
  })

  it('what was received is told with what it was for', () => {
    const facts = { payment: 'P1', key: 'hold:job-1', amountFen: 30_000, transaction: 'T1' }
    expect(hearPayment(payment('asked'), paid, at)).toMatchObject({ events: [{ id: 'paymentReceived:P1', demo: false, facts }] })
  })
})

describe('opening', () => {
  const means = { way: 'native', codeUrl: 'weixin://y' } as const
  it.each<readonly [PaymentState, string]>([
    ['created', 'news'],
    ['unknown', 'news'],
    ['paid', 'known'],
    ['closed', 'known'],
  ])('of what is %s is %s', (state, expected) => expect(hearOpened(payment(state), { state: 'open', means }).kind).toBe(expected))

  it('of what was asked for already is news only with another code', () => {
    const asked = payment('asked')
    const same = asked.state === 'asked' ? asked.means : means
    expect(hearOpened(asked, { state: 'open', means: same }).kind).toBe('known')
    expect(hearOpened(asked, { state: 'open', means: { way: 'native', codeUrl: 'weixin://new' } })).toMatchObject({
      doc: { state: 'asked', means: { codeUrl: 'weixin://new' } },
    })
  })

  it('without an answer leaves what is better known', () => {
    expect(hearOpened(payment('created'), { state: 'unknown', code: 'no-answer' })).toMatchObject({ doc: { state: 'unknown' } })
    expect(hearOpened(payment('asked'), { state: 'unknown', code: 'no-answer' }).kind).toBe('known')
  })
})
