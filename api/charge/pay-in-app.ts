import { assert } from '../core/assert.ts'
import { chargeOfAttempt, inAppKey } from '../core/charge/charge.ts'
import { isBefore } from '../core/clock.ts'
import type { PagePay } from '../core/payment/payment.ts'
import { openPayment } from '../payment/open-payment.ts'
import { payments } from '../payment/payment.collection.ts'
import { deriveId } from '../vault/digest.ts'
import { descriptionOf } from './ask-charge.ts'
import { chargeByCode, type PayPagePorts } from './show-pay-page.ts'

/** Who pays, by the chat app's own word; kept as a digest only. */
interface Payer {
  readonly code: string
  readonly openid: string
}

/**
 * Orders the charge of a page for one account of the chat app and gives the order's number. undefined: the code is nobody's, or nothing is
 * to be paid. The code to scan stays good beside it; whatever comes in twice goes back.
 */
export async function orderInApp(ports: PayPagePorts, { code, openid }: Payer): Promise<string | undefined> {
  const charge = await chargeByCode(ports, code)
  if (charge?.state !== 'asked') return undefined
  const { amountFen, demo } = charge
  const key = inAppKey(charge, deriveId('payer', openid))
  const opened = await openPayment(ports.payment, {
    ...{ key, amountFen, demo, way: 'jsapi', payer: openid, description: descriptionOf(charge) },
  })
  assert(opened.ok, 'what a charge asks for can be paid')
  return opened.value.id
}

/** What the page hands to the chat app for an order of its charge, while it can be paid. */
export async function inAppOf(ports: PayPagePorts, { code, number }: { code: string; number: string }): Promise<PagePay | undefined> {
  const { store, county, clock } = ports
  const [charge, payment] = await Promise.all([chargeByCode(ports, code), store.get(payments, county, number)])
  if (charge?.state !== 'asked' || payment?.state !== 'asked' || payment.means.way !== 'jsapi') return undefined
  return chargeOfAttempt(payment.key) === charge.key && isBefore(clock.now(), payment.expiresAt) ? payment.means.page : undefined
}
