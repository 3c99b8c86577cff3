import { assert } from '../core/assert.ts'
import { billOf, type Charge } from '../core/charge/charge.ts'
import type { DomainEvent } from '../core/event.ts'
import type { Due } from '../core/job/due.ts'
import { entryKey } from '../core/ledger/entry.ts'
import { dueKey, holdCharge, payDue } from '../core/ledger/movement.ts'
import { addFen, NO_FEN, subtractFen } from '../core/money.ts'
import { giveSurplusBack } from './give-back.ts'
import { taxOf } from './tax-of.ts'
import type { WalletPorts } from './wallet-ports.ts'

interface Came {
  readonly charge: Charge
  readonly payment: string
  readonly at: Temporal.Instant
}

/** What an employer was asked for has come in: it is booked, and then the job is told. */
export async function takeIn(ports: WalletPorts, { at, facts }: DomainEvent<'chargePaid'>): Promise<void> {
  const charge = await ports.chargeOf(facts.charge)
  assert(charge !== undefined, 'a charge that was paid is there')
  const { purpose, job } = charge
  if (purpose === 'due') return takeInDues(ports, { charge, payment: facts.payment, at })
  await ports.ledger.append(holdCharge({ charge: { ...charge, purpose }, at }))
  await (purpose === 'hold' ? ports.jobMoney.fund(job) : ports.jobMoney.cover(job))
}

/**
 * The job says first which dues of the bill this money settles; what had changed hands meanwhile goes back to the employer. Each worker's
 * part is in the book before his take is called paid.
 */
async function takeInDues(ports: WalletPorts, came: Came): Promise<void> {
  const { jobMoney } = ports
  const bill = billOf(came.charge)
  assert(bill !== undefined, 'a charge for dues names its bill')
  const dues = await jobMoney.payBill(came.charge.job, bill)
  for (const due of dues) {
    if (due.state === 'paid') await bookDue(ports, came, due)
    else await giveSurplusBack(ports, { ...came, amountFen: due.amountFen, part: due.take })
    if (due.kind === 'pay')
      await jobMoney.markPaid(came.charge.job, due.take, await taxOf(ports.ledger, [entryKey('pay', due.take), dueKey(came, due)]))
  }
  await giveBackMoved(ports, came, dues)
}

/** Paid in the moment in which the bill was withdrawn: what stands on the next bill now is asked for there. */
async function giveBackMoved(ports: WalletPorts, came: Came, dues: readonly Due[]): Promise<void> {
  const movedFen = subtractFen(came.charge.amountFen, addFen(...dues.map(({ amountFen }) => amountFen)))
  if (movedFen > 0) await giveSurplusBack(ports, { ...came, amountFen: movedFen, part: 'moved' })
}

async function bookDue(ports: WalletPorts, came: Came, due: Due): Promise<void> {
  const { ledger, withholding } = ports
  const known = await ledger.entryOf(dueKey(came, due))
  if (known !== undefined) return
  const taxFen =
    due.kind === 'pay' ? await withholding({ worker: due.worker, job: came.charge.job, payFen: due.amountFen, at: came.at }) : NO_FEN
  await ledger.append(payDue(came, { ...due, taxFen }))
}
