import { assert } from '../core/assert.ts'
import type { PersonId } from '../core/id.ts'
import { PAYOUTS, workerAccount } from '../core/ledger/account.ts'
import { changeOn, type Entry } from '../core/ledger/entry.ts'
import { payOutOf, payoutKey } from '../core/ledger/payout-movement.ts'
import { LIMIT } from '../core/limit.ts'
import { checkPayout } from '../core/payment/check-payout.ts'
import { countedFrom, needsLook, outOf } from '../core/payment/look-at-payout.ts'
import type { Person } from '../core/person/person.ts'
import { type Result, refuse } from '../core/result.ts'
import { sendPayout } from '../payment/pay-out.ts'
import type { Payee } from '../payment/payment-ports.ts'
import type { PayoutDoc } from '../payment/payout.collection.ts'
import { deriveId } from '../vault/digest.ts'
import { PAYOUT_COPY } from './payout-copy.ts'
import type { PayoutPorts } from './payout-ports.ts'

export interface Withdrawal {
  readonly worker: Pick<Person, 'id' | 'demo'>
  readonly amountFen: number
  /** The caller's own: the same key is the same payout for ever. */
  readonly key: string
}

/** Whoever set the money aside has sent it long before, unless he died. */
const SENT_WITHIN_SECONDS = 120
const NOBODY: Pick<Payee, 'mark'> = { mark: 'nobody' }

/**
 * Takes money out of a worker's wallet and has it sent. It leaves the wallet before the provider is asked, under a key of its own, so that
 * it is spent once whoever dies in between; what was set aside is sent by a timer that stood there before.
 */
export async function withdraw(ports: PayoutPorts, { worker, amountFen, key }: Withdrawal): Promise<Result<PayoutDoc>> {
  const { ledger, payment, payeeOf, setTimer } = ports
  const payout = deriveId('payout', key)
  const before = await ledger.entryOf(payoutKey(payout))
  if (before !== undefined) return isSame(before, worker.id, amountFen) ? await send(ports, before) : refuse('key-reused')
  const now = payment.clock.now()
  const balanceFen = await ledger.amountOf(workerAccount(worker.id))
  const checked = checkPayout(amountFen, { balanceFen, payeeFrom: (await payeeOf(worker.id))?.from, now })
  if (!checked.ok) return checked
  const about = { worker: worker.id, demo: worker.demo, county: payment.county, at: now }
  const out = payOutOf({ ...about, payout, amountFen: checked.value })
  await setTimer({ kind: 'send-payout', subject: payout, dueAt: now.add({ seconds: SENT_WITHIN_SECONDS }) })
  const appended = await ledger.appendIfCovered(out)
  if (appended === 'other') return refuse('key-reused')
  if (appended === 'short') return refuse('balance-too-low', { balanceFen: await ledger.amountOf(workerAccount(worker.id)) })
  return await send(ports, out)
}

const isSame = (out: Entry, worker: string, amountFen: number): boolean =>
  'worker' in out && out.worker === worker && changeOn(PAYOUTS, out) === amountFen

/** Sends money that has left the wallet. It is meant for the account that its owner names now; a payout that was begun keeps its own. */
async function send(ports: PayoutPorts, out: Entry): Promise<Result<PayoutDoc>> {
  assert('worker' in out, 'a payout belongs to a worker')
  const { payment, payeeOf } = ports
  const { key, worker, demo } = out
  const held = await isToBeLookedAt(ports, worker, out.at)
  const asked = { key, worker, demo, amountFen: changeOn(PAYOUTS, out), ...PAYOUT_COPY, held }
  return await sendPayout(payment, asked, (await payeeOf(worker)) ?? NOBODY)
}

/**
 * Asked of the book once the money has left the wallet: of two payouts at once, whichever asks later sees both. A day with more entries than a
 * page is nobody's ordinary day.
 */
async function isToBeLookedAt({ ledger, unlookedFen }: PayoutPorts, worker: PersonId, at: Temporal.Instant): Promise<boolean> {
  const { docs, next } = await ledger.statement(workerAccount(worker), { from: countedFrom(at), limit: LIMIT.pageSize })
  return next !== undefined || needsLook(outOf(docs), unlookedFen)
}

/** Sends what was set aside by somebody who died before he could. Of what was never set aside nothing is known. */
export async function sendSetAside(ports: PayoutPorts, payout: string): Promise<void> {
  const out = await ports.ledger.entryOf(payoutKey(payout))
  if (out === undefined) return
  const sent = await send(ports, out)
  assert(sent.ok, 'what was set aside under a key is sent under it')
}
