import { assert } from '../core/assert.ts'
import type { DomainEvent, EventType } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { cashForTake } from '../core/ledger/cash.ts'
import { entryKey } from '../core/ledger/entry.ts'
import { compensateTake, payForTake } from '../core/ledger/movement.ts'
import type { Subscriber } from '../event/handling.ts'
import { bookRefund, giveRestBack, giveSurplusBack } from './give-back.ts'
import { takeIn } from './take-in.ts'
import { taxOf } from './tax-of.ts'
import type { WalletPorts } from './wallet-ports.ts'

const ON = [
  'chargePaid',
  'chargeSurplus',
  'takeConfirmed',
  'takeCashed',
  'takeCancelled',
  'jobCancelled',
  'jobExpired',
  'jobSettled',
  'refundDone',
] as const satisfies readonly EventType[]

/** What was put aside is paid out; where more is owed the take waits for it. */
async function release(ports: WalletPorts, event: DomainEvent<'takeConfirmed'>): Promise<void> {
  const { ledger, withholding, jobMoney } = ports
  const { job, take, worker, heldFen, cash } = event.facts
  if (heldFen > 0 && (await ledger.entryOf(entryKey('pay', take))) === undefined) {
    const taxFen = await withholding({ worker: asId<'person'>(worker), job: asId<'job'>(job), payFen: heldFen, at: event.at })
    await ledger.append(payForTake(event, { taxFen }))
  }
  if (!cash) await jobMoney.markPaid(job, take, await taxOf(ledger, [entryKey('pay', take)]))
}

async function giveBackSurplus(ports: WalletPorts, { at, facts }: DomainEvent<'chargeSurplus'>): Promise<void> {
  const charge = await ports.chargeOf(facts.charge)
  assert(charge !== undefined, 'what is too much was paid on a charge')
  await giveSurplusBack(ports, { charge, payment: facts.payment, at, amountFen: facts.amountFen })
}

/** Follows a job with its money: held when paid in, paid out when confirmed, the rest returned when over. */
export const createWalletSubscriber = (ports: WalletPorts): Subscriber => ({
  name: 'wallet',
  on: ON,
  async run(event) {
    switch (event.type) {
      case 'chargePaid':
        return takeIn(ports, event)
      case 'chargeSurplus':
        return giveBackSurplus(ports, event)
      case 'takeConfirmed':
        return release(ports, event)
      case 'takeCashed':
        await ports.ledger.append(cashForTake(event))
        await ports.jobMoney.markPaid(event.facts.job, event.facts.take, await taxOf(ports.ledger, [entryKey('pay', event.facts.take)]))
        return
      case 'takeCancelled':
        if (event.facts.heldFen > 0) await ports.ledger.append(compensateTake(event))
        return
      case 'jobCancelled':
      case 'jobExpired':
      case 'jobSettled':
        return giveRestBack(ports, event)
      case 'refundDone':
        return bookRefund(ports, event)
      default:
        return
    }
  },
})
