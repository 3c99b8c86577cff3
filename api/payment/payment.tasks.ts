import { askPayment } from './ask-payment.ts'
import { askForBill, compareDay } from './bill-clock.ts'
import type { AskTimer, PaymentPorts } from './payment-ports.ts'
import { pursuePayout } from './pursue-payout.ts'
import { askRefunds } from './refund-payment.ts'

type Task = (subject: string) => Promise<void>

/** What the timers of this room run, each with the number or the day it is about. */
export function createPaymentTasks(ports: PaymentPorts): Readonly<Record<AskTimer['kind'], Task>> {
  return {
    async 'ask-payment'(number) {
      await askPayment(ports, number)
    },
    'ask-refunds': (number) => askRefunds(ports, number),
    async 'ask-payout'(number) {
      await pursuePayout(ports, number)
    },
    'compare-bill': (day) => compareDay(ports, Temporal.PlainDate.from(day)),
    'ask-bill': (day) => askForBill(ports, Temporal.PlainDate.from(day)),
  }
}
