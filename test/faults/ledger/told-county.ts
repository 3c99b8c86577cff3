import type { Subscriber } from '@linggong/api/event/handling.ts'
import { createPolicySubscriber } from '@linggong/api/policy/policy.subscribers.ts'
import { createEditor } from '@linggong/api/store/editor.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { createLedger } from '@linggong/api/wallet/ledger.ts'
import { createMoveMoney } from '@linggong/api/wallet/move-money.ts'
import type { Payment } from '@linggong/api/wallet/provider.ts'
import { createWalletSubscriber } from '@linggong/api/wallet/wallet.subscribers.ts'
import { Died, type Fate, mortal } from '../fate.ts'
import { type JobBoard, jobBoard, type Posted } from './job-board.ts'

/** What the payment provider has done under each key; it does the same once, and something else under the same key never. */
export type Payments = Map<string, number>

export interface ToldCounty {
  readonly county: string
  readonly board: JobBoard
  readonly payments: Payments
  /** Tells the next event of one job, as several processes at once may; whoever dies begins again where nothing was cleared. */
  tell(job: number): Promise<void>
  /** Tells everything that is left. */
  tellAll(): Promise<void>
}

export interface CountyParts {
  readonly county: string
  readonly store: Store
  readonly fate: Fate
  readonly jobs?: number
  readonly processes?: number
}

function remember(payments: Payments, { key }: Payment, amountFen: number): void {
  if ((payments.get(key) ?? amountFen) !== amountFen) throw new Error(`the provider was asked for two amounts under ${key}`)
  payments.set(key, amountFen)
}

export function toldCounty({ county, store, fate, jobs = 2, processes = 1 }: CountyParts): ToldCounty {
  const board = jobBoard(county, jobs)
  const payments: Payments = new Map()
  const provider = {
    payIn: (payment: Payment) => fate.effect(async () => remember(payments, payment, payment.amountFen)),
    refund: (payment: Payment) => fate.effect(async () => remember(payments, payment, -payment.amountFen)),
  }

  /** A process just started: nothing remembered. */
  function begin(): readonly Subscriber[] {
    const ownStore = mortal(store, fate)
    const ledger = createLedger({ store: ownStore, county })
    const moveMoney = createMoveMoney({ provider, append: ledger.append })
    const editor = createEditor({ store: ownStore, monotonicMs: () => performance.now() })
    return [
      createWalletSubscriber({ moveMoney, ledger, markPaid: (paid) => fate.effect(async () => board.markPaid(paid)) }),
      createPolicySubscriber({ store: ownStore, editor, county, moveMoney, jobByNumber: board.byNumber }),
    ]
  }
  const running = Array.from({ length: processes }, begin)

  /** Answers whether the process lived through it. */
  async function tellOne(process: number, on: Posted): Promise<boolean> {
    const event = on.events[on.handled]
    try {
      for (const subscriber of running[process] ?? []) if (event && subscriber.on.includes(event.type)) await subscriber.run(event)
      return true
    } catch (error) {
      if (!(error instanceof Died)) throw error
      running[process] = begin()
      return false
    }
  }

  async function tell(job: number): Promise<void> {
    const on = board.posted[job % jobs]
    if (on === undefined || on.handled >= on.events.length) return
    const lived = await Promise.all(running.map((_process, index) => tellOne(index, on)))
    on.handled = lived.every(Boolean) ? on.handled + 1 : on.cleared
    if (on.handled === on.events.length) on.cleared = on.handled
  }

  const pending = () => board.posted.findIndex(({ handled, events }) => handled < events.length)
  return {
    county,
    board,
    payments,
    tell,
    async tellAll() {
      for (let job = pending(); job >= 0; job = pending()) await tell(job)
    },
  }
}
