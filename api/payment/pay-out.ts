import { assert } from '../core/assert.ts'
import type { Fen } from '../core/money.ts'
import { payoutHeld } from '../core/payment/hear-payout.ts'
import { nextAsk } from '../core/payment/next-ask.ts'
import { isPayable, PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { EMPTY_OUTBOX, withEvents } from '../event/outbox.ts'
import { paymentNumber } from './payment-number.ts'
import type { Payee, PaymentPorts } from './payment-ports.ts'
import { type PayoutDoc, payouts } from './payout.collection.ts'
import { pursuePayout } from './pursue-payout.ts'

export interface AskedPayout {
  /** Such as `payout:WALLET-ENTRY`: the same key is the same payout for ever. One that has failed needs another key. */
  readonly key: string
  readonly worker: string
  readonly amountFen: Fen
  /** What the payee reads. */
  readonly remark: string
  readonly jobType: string
  readonly payNote: string
  readonly demo: boolean
}

/** Held: somebody of the hall has to look first. */
type ToSend = AskedPayout & { readonly held?: boolean }

const TEXTS = ['remark', 'jobType', 'payNote'] as const

function wrongTerms(asked: AskedPayout, payee: Payee | undefined): Result<never> | undefined {
  if (!isPayable(asked.amountFen)) return refuse('pay-out-of-range', { maxFen: PAYMENT_LIMIT.amountFen })
  if (asked.key === '' || asked.key.length > PAYMENT_LIMIT.keyCharacters) return refuse('bad-request', { field: 'key' })
  const field = TEXTS.find((name) => asked[name] === '' || [...asked[name]].length > PAYMENT_LIMIT.remarkCharacters)
  if (field !== undefined) return refuse('bad-request', { field })
  if (payee === undefined) return refuse('not-registered')
  return asked.amountFen >= PAYMENT_LIMIT.nameFromFen && payee.name === undefined ? refuse('name-invalid') : undefined
}

function rowOf({ county, clock }: PaymentPorts, { held = false, ...asked }: ToSend, payeeMark: string): PayoutDoc {
  const row: PayoutDoc = {
    ...asked,
    id: paymentNumber('payout', county, asked.key),
    county,
    version: 1,
    ...EMPTY_OUTBOX,
    payeeMark,
    createdAt: clock.now(),
    orders: 0,
    orderedAt: null,
    bill: null,
    doneOn: null,
    state: held ? 'held' : 'created',
  }
  return held ? withEvents(row, [payoutHeld(row, row.createdAt)]) : row
}

const isSame = (row: PayoutDoc, asked: AskedPayout): boolean =>
  row.key === asked.key && row.worker === asked.worker && row.amountFen === asked.amountFen

/**
 * Sends a worker money, who confirms it on a page with the package of a `waiting` row. The answer is the payout as far as it has come;
 * `payoutDone` or `payoutFailed` says how it ended.
 */
export async function payOut(ports: PaymentPorts, asked: AskedPayout): Promise<Result<PayoutDoc>> {
  const number = paymentNumber('payout', ports.county, asked.key)
  const payee = await ports.payeeOf(asked.worker, asked.amountFen >= PAYMENT_LIMIT.nameFromFen ? number : undefined)
  const wrong = wrongTerms(asked, payee)
  if (wrong !== undefined) return wrong
  assert(payee !== undefined, 'a payout without payee has wrong terms')
  return await sendPayout(ports, asked, payee)
}

/** The same for money that was set aside already: without the account it was meant for it fails by itself, and is told as a failure. */
export async function sendPayout(ports: PaymentPorts, asked: ToSend, { mark }: Pick<Payee, 'mark'>): Promise<Result<PayoutDoc>> {
  const row = rowOf(ports, asked, mark)
  if (row.state !== 'held') await askLater(ports, row)
  const inserted = await ports.editor.insert(payouts, row)
  const standing = inserted.ok ? row : await ports.store.get(payouts, ports.county, row.id)
  assert(standing !== undefined, 'a payout that is there already can be read')
  if (!isSame(standing, asked)) return refuse('key-reused')
  return accept((await pursuePayout(ports, row.id)) ?? standing)
}

const askLater = ({ setTimer }: PaymentPorts, { id, createdAt }: PayoutDoc): Promise<void> =>
  setTimer({ kind: 'ask-payout', subject: id, dueAt: nextAsk(createdAt, createdAt) })
