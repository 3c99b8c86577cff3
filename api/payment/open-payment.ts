import { assert } from '../core/assert.ts'
import { isBefore } from '../core/clock.ts'
import type { Fen } from '../core/money.ts'
import { hearOpened } from '../core/payment/hear-payment.ts'
import { nextAsk } from '../core/payment/next-ask.ts'
import type { PaymentWay } from '../core/payment/payment.ts'
import { isPayable, PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { EMPTY_OUTBOX } from '../event/outbox.ts'
import { askPayment } from './ask-payment.ts'
import { type PaymentDoc, payments } from './payment.collection.ts'
import { tellPayment } from './payment-book.ts'
import { paymentNumber } from './payment-number.ts'
import type { PaymentPorts } from './payment-ports.ts'

export interface AskedPayment {
  /** What it is for, such as `hold:JOB`: the same key is the same payment for ever. One that has closed needs another key. */
  readonly key: string
  readonly amountFen: Fen
  readonly way: PaymentWay
  readonly description: string
  readonly demo: boolean
  /** The payer's id with the chat app, for `jsapi`. */
  readonly payer?: string
  readonly openMinutes?: number
}

function rowOf({ county, clock }: PaymentPorts, asked: AskedPayment): PaymentDoc {
  const { key, amountFen, way, description, demo, openMinutes = PAYMENT_LIMIT.openMinutes } = asked
  const createdAt = clock.now()
  const expiresAt = createdAt.add({ minutes: Math.min(openMinutes, PAYMENT_LIMIT.openMinutes) })
  const terms = { key, amountFen, way, description, demo, createdAt, expiresAt, refunds: [] }
  return { id: paymentNumber('payment', county, key), county, version: 1, ...EMPTY_OUTBOX, ...terms, state: 'created', code: null }
}

const characters = (text: string): number => [...text].length

function wrongTerms({ key, amountFen, way, description, payer }: AskedPayment): Result<never> | undefined {
  if (!isPayable(amountFen)) return refuse('pay-out-of-range', { maxFen: PAYMENT_LIMIT.amountFen })
  if (key === '' || characters(key) > PAYMENT_LIMIT.keyCharacters) return refuse('bad-request', { field: 'key' })
  const length = characters(description)
  if (length === 0 || length > PAYMENT_LIMIT.descriptionCharacters) return refuse('bad-request', { field: 'description' })
  return way === 'jsapi' && payer === undefined ? refuse('bad-request', { field: 'payer' }) : undefined
}

/** The row of the key, new or as it was. The timer is there before it, so that no crash leaves a row nobody asks after. */
async function ensureRow(ports: PaymentPorts, asked: AskedPayment): Promise<Result<PaymentDoc>> {
  const row = rowOf(ports, asked)
  await ports.setTimer({ kind: 'ask-payment', subject: row.id, dueAt: nextAsk(row.createdAt, row.createdAt) })
  const inserted = await ports.editor.insert(payments, row)
  if (inserted.ok) return accept(row)
  const before = await ports.store.get(payments, ports.county, row.id)
  assert(before !== undefined && before.key === asked.key, 'a number belongs to one key')
  return before.amountFen === asked.amountFen ? accept(before) : refuse('key-reused')
}

/** Orders the payment of a row under its number. */
async function order(ports: PaymentPorts, { id, way, amountFen, description, expiresAt }: PaymentDoc, payer?: string): Promise<PaymentDoc> {
  const report = await ports.provider.openPayment({ number: id, way, amountFen, description, expiresAt, payer })
  const told = await tellPayment(ports, id, (payment) => hearOpened(payment, report))
  assert(told.kind === 'news' || told.kind === 'known', 'opening contradicts nothing')
  return told.doc.state === 'unknown' ? ((await askPayment(ports, id)) ?? told.doc) : told.doc
}

/**
 * Opens a payment, or shows the one that the key has: to be paid by its means, paid already, or closed. `unknown` when the provider gave no
 * answer to believe: to be asked for again, which opens it under the same number.
 */
export async function openPayment(ports: PaymentPorts, asked: AskedPayment): Promise<Result<PaymentDoc>> {
  const wrong = wrongTerms(asked)
  if (wrong !== undefined) return wrong
  const row = await ensureRow(ports, asked)
  if (!row.ok) return row
  const isFresh = isBefore(ports.clock.now(), row.value.expiresAt)
  const isUnopened = ['created', 'unknown', 'failed'].includes(row.value.state)
  return isFresh && isUnopened ? accept(await order(ports, row.value, asked.payer)) : row
}

/** Somebody is about to pay: what the provider knows of it is asked for, and an order that it has forgotten is given again. */
export async function refreshPayment(ports: PaymentPorts, payment: PaymentDoc): Promise<PaymentDoc> {
  if (payment.state !== 'asked' || payment.means.way !== 'native') return payment
  const isFresh = isBefore(ports.clock.now(), payment.expiresAt)
  const report = await ports.provider.askPayment(payment.id)
  if (report.state === 'absent' && isFresh) return await order(ports, payment)
  return (await askPayment(ports, payment.id)) ?? payment
}
