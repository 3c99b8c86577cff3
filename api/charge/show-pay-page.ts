import { assert } from '../core/assert.ts'
import { attemptKey } from '../core/charge/charge.ts'
import type { Job } from '../core/job/job.ts'
import { holdFor } from '../core/job/publish-job.ts'
import { addFen, NO_FEN, subtractFen } from '../core/money.ts'
import { quotePremium } from '../core/policy/premium.ts'
import { jobs } from '../job/job.collection.ts'
import type { PayPart, PayState, PayView } from '../page/pay-view.ts'
import { type PaymentDoc, payments } from '../payment/payment.collection.ts'
import { paymentNumber } from '../payment/payment-number.ts'
import type { Store } from '../store/port.ts'
import { type Asked, askCharge, type ChargePorts } from './ask-charge.ts'
import { type ChargeDoc, charges } from './charge.collection.ts'

export interface PayPagePorts extends ChargePorts {
  readonly store: Pick<Store, 'get' | 'getBy'>
}

type Reading = Pick<PayPagePorts, 'store' | 'county'>

export const chargeByCode = ({ store, county }: Reading, code: string): Promise<ChargeDoc | undefined> =>
  store.getBy(charges, 'code', { county, code })

/** The attempt that was taken, else the newest; undefined where a crash came before it. */
const attemptOf = ({ store, county }: Reading, charge: ChargeDoc): Promise<PaymentDoc | undefined> =>
  store.get(payments, county, paymentNumber('payment', county, charge.paidBy ?? attemptKey(charge)))

/** What a page says of one thing to be paid. undefined: the code is nobody's. */
export async function payViewOf(ports: Reading, code: string): Promise<PayView | undefined> {
  const charge = await chargeByCode(ports, code)
  if (charge === undefined) return undefined
  const { store, county } = ports
  const [job, attempt] = await Promise.all([store.get(jobs, county, charge.job), attemptOf(ports, charge)])
  assert(job !== undefined, 'a job that money was asked for is kept')
  const { purpose, jobNumber, amountFen } = charge
  const facts = { purpose, jobNumber, amountFen, trade: job.terms.trade, place: job.terms.place, parts: partsOf(charge, job) }
  return { ...facts, ...stateOf(charge, attempt) }
}

/** Another code where the last was not used in time, and the provider's own word on whether it was. undefined: the code is nobody's. */
export async function renewCharge(ports: PayPagePorts, code: string): Promise<Asked | undefined> {
  const charge = await chargeByCode(ports, code)
  return charge?.state === 'asked' ? askCharge(ports, charge, { isAgain: true }) : undefined
}

/** Money that has come in shows at once, before the charge has heard of it. */
function stateOf({ state }: ChargeDoc, attempt: PaymentDoc | undefined): PayState {
  if (attempt?.state === 'paid') return { state: state === 'dropped' || hasGoneBack(attempt) ? 'returned' : 'paid' }
  if (state !== 'asked') return { state: state === 'paid' ? 'paid' : 'withdrawn' }
  if (attempt?.state === 'closed') return { state: 'expired' }
  if (attempt?.state !== 'asked' || attempt.means.way !== 'native') return { state: 'preparing' }
  return { state: 'asked', codeUrl: attempt.means.codeUrl, expiresAt: attempt.expiresAt }
}

/** All of it; of a part the payer had something. */
const hasGoneBack = ({ refunds, amountFen }: PaymentDoc): boolean =>
  addFen(NO_FEN, ...refunds.map((refund) => refund.amountFen)) === amountFen

function partsOf({ purpose, amountFen }: ChargeDoc, { terms }: Job): readonly PayPart[] {
  const people = terms.seats
  if (purpose === 'due') return [{ kind: 'pay', amountFen }]
  const payFen = purpose === 'hold' ? holdFor(terms) : NO_FEN
  const premiumFen = subtractFen(amountFen, payFen)
  const quote = quotePremium(terms)
  const pay: PayPart = { kind: 'pay', amountFen: payFen, each: { people, amountFen: terms.payPerTakeFen } }
  const each = quote.ok && quote.value.totalFen === premiumFen ? { each: { people, amountFen: quote.value.perTakeFen } } : {}
  return [...(payFen > 0 ? [pay] : []), ...(premiumFen > 0 ? [{ kind: 'premium' as const, amountFen: premiumFen, ...each }] : [])]
}
