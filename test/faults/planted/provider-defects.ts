import type { Fen } from '@linggong/api/core/money.ts'
import type { PaymentProvider } from '@linggong/api/payment/port.ts'
import type { Spoil } from '../money/spoil.ts'
import type { Defects } from './defect.ts'

const provider = (wrap: (right: PaymentProvider) => Partial<PaymentProvider>): Spoil => ({
  provider: (right) => ({ ...right, ...wrap(right) }),
})

/** A number is changed once an answer to it did not come. */
function freshRefunds(): Spoil {
  const failed = new Set<string>()
  return provider((right) => ({
    async askRefund(number) {
      return failed.has(number) ? { state: 'absent' } : await right.askRefund(number)
    },
    async refund(order) {
      const number = failed.has(order.number) ? `${order.number}x` : order.number
      const report = await right.refund({ ...order, number })
      if (report.state === 'unknown') failed.add(order.number)
      return 'refund' in report ? { ...report, refund: order.number } : report
    },
  }))
}

function freshPayouts(): Spoil {
  const failed = new Set<string>()
  return provider((right) => ({
    async askPayout(number) {
      return failed.has(number) ? { state: 'absent' } : await right.askPayout(number)
    },
    async payOut(order) {
      const number = failed.has(order.number) ? `${order.number}x` : order.number
      const report = await right.payOut({ ...order, number })
      if (report.state === 'unknown') failed.add(order.number)
      return report.state === 'progress' ? { ...report, payout: order.number } : report
    },
  }))
}

/** What was ordered counts as what was paid. */
function believingAmounts(): Spoil {
  const ordered = new Map<string, Fen>()
  return provider((right) => ({
    async openPayment(order) {
      ordered.set(order.number, order.amountFen)
      return await right.openPayment(order)
    },
    readNotification(raw, now) {
      const read = right.readNotification(raw, now)
      if (!read.ok || read.fact.kind !== 'payment' || read.fact.report.state !== 'paid') return read
      const { payment, report } = read.fact
      return { ...read, fact: { kind: 'payment', payment, report: { ...report, amountFen: ordered.get(payment) ?? report.amountFen } } }
    },
  }))
}

function paidOnAsking(): Spoil {
  const ordered = new Map<string, Fen>()
  return provider((right) => ({
    async openPayment(order) {
      ordered.set(order.number, order.amountFen)
      return await right.openPayment(order)
    },
    async askPayment(number) {
      const report = await right.askPayment(number)
      const amountFen = ordered.get(number)
      if (report.state !== 'unpaid' || amountFen === undefined) return report
      return { state: 'paid', amountFen, transaction: `asked-${number}`, paidAt: Temporal.Instant.from('2026-11-23T02:00:00Z') }
    },
  }))
}

export const PROVIDER_DEFECTS: Defects = {
  'a refund that takes a fresh number after a failure': {
    breaks: 'An answer that was lost makes the same money go back twice.',
    spoil: freshRefunds,
    shows: 'a seat left over, and no answer to its refund',
  },
  'a payout that takes a fresh number after a failure': {
    breaks: 'An answer that was lost makes a worker be sent his money twice.',
    spoil: freshPayouts,
    shows: 'a payout whose answer is lost',
  },
  'an order that is asked for counts as paid': {
    breaks: 'A job opens on money that never came.',
    spoil: paidOnAsking,
    shows: 'nobody ever pays',
  },
  'a callback whose amount nobody checks': {
    breaks: 'Whoever can make the provider call with another amount is believed.',
    spoil: believingAmounts,
    shows: 'lies',
  },
  'a refund that is done when it is asked for': {
    breaks: 'What hangs at a bank is told to have arrived.',
    spoil: () =>
      provider((right) => ({
        async refund(order) {
          const report = await right.refund(order)
          return report.state === 'asked' ? { ...report, state: 'done' } : report
        },
      })),
    shows: 'refunds that take their time',
  },
  'a payout that is done when it waits': {
    breaks: 'What its payee never confirmed is booked as his.',
    spoil: () =>
      provider((right) => ({
        async payOut(order) {
          const report = await right.payOut(order)
          return report.state === 'progress' ? { ...report, standing: { state: 'done' } } : report
        },
      })),
    shows: 'withdrawals that fail, expire and are taken back',
  },
  'a refund of the whole payment': {
    breaks: 'More goes back than was left, because the payment is refunded and not the rest.',
    spoil: () => provider((right) => ({ refund: (order) => right.refund({ ...order, amountFen: order.paymentFen }) })),
    shows: 'taken back late',
  },
}
