import { assert } from '../core/assert.ts'
import { attemptKey, tryAgain } from '../core/charge/charge.ts'
import type { Clock } from '../core/clock.ts'
import { accept } from '../core/result.ts'
import { openPayment, refreshPayment } from '../payment/open-payment.ts'
import type { PaymentDoc } from '../payment/payment.collection.ts'
import type { PaymentPorts } from '../payment/payment-ports.ts'
import type { Editor } from '../store/editor.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { type ChargeDoc, chargeId, charges, newCharge, type Wanted } from './charge.collection.ts'
import { CHARGE_COPY } from './charge-copy.ts'

export interface ChargePorts {
  readonly store: Pick<Store, 'get'>
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly payment: PaymentPorts
  /** Something nobody can guess. */
  readonly newCode: () => string
}

/** A charge and the attempt by which it can be paid now, where it still can. */
export interface Asked {
  readonly charge: ChargeDoc
  readonly payment: PaymentDoc
}

/** The charge of the key, new or as it is. */
async function ensure({ store, editor, county, clock, newCode }: ChargePorts, wanted: Wanted): Promise<ChargeDoc> {
  const fresh = newCharge(wanted, { county, askedAt: clock.now(), code: newCode() })
  const inserted = await editor.insert(charges, fresh)
  if (inserted.ok) return fresh
  const before = await store.get(charges, county, fresh.id)
  assert(before !== undefined, 'a charge that is there already can be read')
  assert(before.amountFen === wanted.amountFen, 'a key asks for the same money each time')
  return before
}

/** What the provider shows to whoever pays. */
export const descriptionOf = ({ purpose, jobNumber }: Pick<ChargeDoc, 'purpose' | 'jobNumber'>): string =>
  `${CHARGE_COPY[purpose]} ${jobNumber}`

async function open({ payment }: ChargePorts, charge: ChargeDoc): Promise<PaymentDoc> {
  const { amountFen, demo } = charge
  const opened = await openPayment(payment, { key: attemptKey(charge), amountFen, way: 'native', description: descriptionOf(charge), demo })
  assert(opened.ok, 'what a charge asks for can be paid')
  return opened.value
}

/**
 * Asks an employer for money, once a key; `isAgain` where somebody wants to pay now: the provider is asked too. Whoever asks again gets the attempt that can be paid now, a new one where the last has closed.
 * The payment may be `unknown` while the provider is away; it opens by itself, and asking again shows it.
 */
export async function askCharge(ports: ChargePorts, wanted: Wanted, { isAgain = false }: { isAgain?: boolean } = {}): Promise<Asked> {
  const charge = await ensure(ports, wanted)
  const opened = await open(ports, charge)
  const payment = isAgain ? await refreshPayment(ports.payment, opened) : opened
  if (payment.state !== 'closed' || charge.state !== 'asked') return { charge, payment }
  const again = await ports.editor.edit(charges, { county: ports.county, id: charge.id }, (doc) => accept(tryAgain(doc, charge.attempt)))
  if (!again.ok) throw new StoreUnavailable('many change the same charge at once')
  return { charge: again.value, payment: await open(ports, again.value) }
}

export const chargeOf = ({ store, county }: Pick<ChargePorts, 'store' | 'county'>, key: string): Promise<ChargeDoc | undefined> =>
  store.get(charges, county, chargeId(key))
