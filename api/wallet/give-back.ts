import { assert } from '../core/assert.ts'
import { type Charge, chargeKey } from '../core/charge/charge.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { jobAccount, REFUNDS } from '../core/ledger/account.ts'
import { changeOn, type Entry } from '../core/ledger/entry.ts'
import { holdCharge, refundDone, returnKey, returnRest, surplusOf } from '../core/ledger/movement.ts'
import { type Fen, fen } from '../core/money.ts'
import type { AskedRefund, WalletPorts } from './wallet-ports.ts'

export type Ended = DomainEvent<'jobCancelled' | 'jobExpired' | 'jobSettled'>
type Purse = { readonly charge: Charge; readonly paidBy: string }

/** Of which entry a refund is a part: `return:JOB|hold:JOB`. */
const SEPARATOR = '|'

/**
 * What is left of a job that is over goes back. First nobody may pay for it any more; what was paid in the same moment is in the book before
 * the rest is worked out. That happens once: afterwards the entry says how much it was, however often we come back to finish.
 */
export async function giveRestBack(ports: WalletPorts, event: Ended): Promise<void> {
  const { ledger } = ports
  const { job } = event.facts
  const purses = await closePurses(ports, event)
  const begun = await ledger.entryOf(returnKey(job))
  if (begun !== undefined) return sendBack(ports, begun, purses)
  const restFen = await ledger.amountOf(jobAccount(asId<'job'>(job)))
  if (restFen <= 0) return
  const entry = returnRest(event, restFen)
  await ledger.append(entry)
  await sendBack(ports, entry, purses)
}

async function closePurses({ ledger, withdrawCharge }: WalletPorts, { at, facts: { job } }: Ended): Promise<readonly Purse[]> {
  const purses: Purse[] = []
  for (const key of [chargeKey.hold(job), chargeKey.cover(job)]) {
    const charge = await withdrawCharge(key)
    if (charge === undefined || charge.paidBy === null || charge.purpose === 'due') continue
    await ledger.append(holdCharge({ charge: { ...charge, purpose: charge.purpose }, at }))
    purses.push({ charge, paidBy: charge.paidBy })
  }
  return purses
}

/** Each payment gives back at most what it brought. */
export function shareOut(restFen: Fen, broughtFen: readonly Fen[]): readonly Fen[] {
  let left: number = restFen
  return broughtFen.map((most) => {
    const share = Math.min(left, most)
    left -= share
    return fen(share)
  })
}

async function sendBack({ ledger, refund }: WalletPorts, entry: Entry, purses: readonly Purse[]): Promise<void> {
  const restFen = changeOn(REFUNDS, entry)
  if (purses.length === 0) return writeOff({ ledger }, entry, restFen)
  const shares = shareOut(
    restFen,
    purses.map(({ charge }) => charge.amountFen),
  )
  assert(shares.reduce((sum, share) => sum + share, 0) === restFen, 'no more goes back than came in')
  for (const [index, { charge, paidBy }] of purses.entries()) {
    const amountFen = shares[index] ?? fen(0)
    if (amountFen > 0) await refund({ key: `${entry.key}${SEPARATOR}${charge.key}`, of: paidBy, amountFen })
  }
}

/** The money of a retold story never came through a provider, so it goes back the moment it is said. */
async function writeOff({ ledger }: Pick<WalletPorts, 'ledger'>, entry: Entry, amountFen: Fen): Promise<void> {
  assert('job' in entry, 'only of a job there is a rest')
  await ledger.append(refundDone(entry, { refund: `told:${entry.key}`, amountFen, at: entry.at }))
}

/** Money that nobody had asked for any more. */
export async function giveSurplusBack(
  ports: WalletPorts,
  { charge, payment, at, amountFen, part }: { charge: Charge; payment: string; at: Temporal.Instant; amountFen: Fen; part?: string },
): Promise<void> {
  const entry = surplusOf({ charge, payment, at }, part === undefined ? { amountFen } : { amountFen, part })
  await ports.ledger.append(entry)
  const asked: AskedRefund = { key: entry.key, of: payment, amountFen }
  await ports.refund(asked)
}

/** The provider says that a refund has arrived. */
export async function bookRefund({ ledger }: Pick<WalletPorts, 'ledger'>, { at, facts }: DomainEvent<'refundDone'>): Promise<void> {
  const [key = ''] = facts.key.split(SEPARATOR)
  const of = await ledger.entryOf(key as Entry['key'])
  assert(of !== undefined && 'job' in of, 'what was refunded had left the book of a job')
  await ledger.append(refundDone(of, { refund: facts.refund, amountFen: facts.amountFen, at }))
}
