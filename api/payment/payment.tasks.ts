import { askPayment } from './ask-payment.ts'
import type { AskTimer, PaymentPorts } from './payment-ports.ts'
import { pursuePayout } from './pursue-payout.ts'
import { askRefunds } from './refund-payment.ts'

type Task = (subject: string) => Promise<void>

/** What the timers of this room run, each with the number it is about. */
export function createPaymentTasks(ports: PaymentPorts): Readonly<Record<AskTimer['kind'], Task>> {
  return {
    async 'ask-payment'(number) {
      await askPayment(ports, number)
    },
    'ask-refunds': (number) => askRefunds(ports, number),
    async 'ask-payout'(number) {
      await pursuePayout(ports, number)
    },
  }
}
