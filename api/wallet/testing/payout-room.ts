import { asId } from '../../core/id.ts'
import { PROVIDER, workerAccount } from '../../core/ledger/account.ts'
import { entry, entryKey } from '../../core/ledger/entry.ts'
import { outgoingFigure } from '../../core/ledger/figure.ts'
import { aMemo } from '../../core/ledger/testing/entries.ts'
import { type Fen, fen } from '../../core/money.ts'
import { PAYMENT_LIMIT } from '../../core/payment/payment-limit.ts'
import type { OutboxDoc } from '../../event/outbox.ts'
import { createRelay, type Relay } from '../../event/relay.ts'
import { createCallbackMount } from '../../payment/callback.routes.ts'
import { receiveCallback } from '../../payment/callback.ts'
import { payments } from '../../payment/payment.collection.ts'
import { createPaymentTasks } from '../../payment/payment.tasks.ts'
import { payouts } from '../../payment/payout.collection.ts'
import type { PaymentProvider } from '../../payment/port.ts'
import { openRoom, PREFIX, type Town } from '../../payment/testing/payment-room.ts'
import { MemoryQueue } from '../../queue/memory-queue.ts'
import { createSweep } from '../../schedule/sweep.ts'
import { createTimers } from '../../schedule/timers.ts'
import { createEditor } from '../../store/editor.ts'
import type { Collection, Store } from '../../store/port.ts'
import { createLedger } from '../ledger.ts'
import { createPayoutSubscriber } from '../payout.subscribers.ts'
import { createPayoutTasks } from '../payout.tasks.ts'
import type { BoundPayee, PayoutPorts } from '../payout-ports.ts'
import { openPayouts } from '../show-payout.ts'
import { verifyLedger } from '../verify-ledger.ts'
import { type Withdrawal, withdraw } from '../withdraw.ts'

const LI = { id: asId<'person'>('li'), demo: false }

interface Setting {
  readonly store: Store
  readonly county: string
  readonly town: Town
  readonly provider?: PaymentProvider
  /** As much as it takes unless said. */
  readonly unlookedFen?: Fen
}

/** One process of a county whose workers have money sent: book, payment room, durable timers and the relay over a store that outlives it. */
export function startPurse({ store, county, town, provider = town.provider, unlookedFen = fen(PAYMENT_LIMIT.amountFen) }: Setting) {
  const told: { relay?: Relay } = {}
  const room = openRoom(store, town.clock, provider, county)
  const editor = createEditor({ store, monotonicMs: () => performance.now(), onWritten: (...written) => told.relay?.notify(...written) })
  const ledger = createLedger({ store, county })
  const timers = createTimers({ store, editor, county })
  const payees = new Map<string, BoundPayee>(['li', 'chen'].map((id) => [id, payeeAt(town, id)]))
  const payeeOf = async (worker: string) => payees.get(worker)
  const payment = { ...room.ports, editor, setTimer: timers.set, payeeOf }
  const ports: PayoutPorts = { ledger, payment, payeeOf, setTimer: timers.set, unlookedFen }
  const queue = new MemoryQueue({ retryMs: () => 1 })
  const collections = [payments, payouts] as Collection<OutboxDoc>[]
  const parts = { store, editor, queue, log: payment.log, county, collections, clearAfterMs: 1 }
  const relay = createRelay({ ...parts, subscribers: [createPayoutSubscriber({ ledger })] })
  told.relay = relay
  const tasks = Object.entries({ ...createPaymentTasks(payment), ...createPayoutTasks(ports) })
  const handlers = Object.fromEntries(tasks.map(([kind, task]) => [kind, ({ subject }: { subject: string }) => task(subject)]))
  const sweepTimers = createSweep({ store, clock: town.clock, handlers, log: payment.log, county, concurrency: 1 })
  const receive = (raw: Parameters<typeof receiveCallback>[1]) => receiveCallback(payment, raw)

  return {
    ports,
    payees,
    ledger,
    mount: createCallbackMount({ prefix: PREFIX, receive, log: payment.log }),
    /** What the worker li asks for. */
    withdraw: (amountFen: number, key = 'k1', worker: Withdrawal['worker'] = LI) => withdraw(ports, { worker, amountFen, key }),
    /** Puts so much into a wallet. */
    fill: (amountFen: number, worker = 'li') => {
      const memo = aMemo({ county, key: entryKey('due', `${worker}-${amountFen}`), kind: 'due' })
      return ledger.append(
        entry(memo)
          .debit(PROVIDER, fen(amountFen))
          .credit(workerAccount(asId(worker)))
          .done(),
      )
    },
    /** Everybody has heard what happened. */
    settle: () => relay.idle(),
    async later(duration: Temporal.DurationLike): Promise<void> {
      town.clock.forward(duration)
      await sweepTimers()
      await relay.sweep()
      await relay.idle()
    },
    /** What li has, and has on its way, in fen. */
    purse: async (worker = 'li') => [
      await ledger.amountOf(workerAccount(asId(worker))),
      await ledger.amountOf(outgoingFigure(asId(worker))),
    ],
    open: () => openPayouts({ store, county }, 'li'),
    verify: () => verifyLedger({ store, county }),
    async stop(): Promise<void> {
      await relay.stop()
      await queue.close()
    },
  }
}
export type Purse = ReturnType<typeof startPurse>

export const payeeAt = ({ clock }: Pick<Town, 'clock'>, id: string, mark = `mark-${id}`): BoundPayee => ({
  openid: `o-${mark}`,
  name: '李小明',
  mark,
  from: clock.now(),
})
