import type { Charge } from '@linggong/api/core/charge/charge.ts'
import { coverForJob, holdForJob } from '@linggong/api/core/ledger/movement.ts'
import { NO_FEN } from '@linggong/api/core/money.ts'
import type { Subscriber } from '@linggong/api/event/handling.ts'
import { createPolicySubscriber } from '@linggong/api/policy/policy.subscribers.ts'
import { createEditor } from '@linggong/api/store/editor.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { createLedger } from '@linggong/api/wallet/ledger.ts'
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

function remember(payments: Payments, key: string, amountFen: number): void {
  if ((payments.get(key) ?? amountFen) !== amountFen) throw new Error(`the provider was asked for two amounts under ${key}`)
  payments.set(key, amountFen)
}

/** What a job's employer paid for it, by the keys of the two charges that a job can have. */
function chargesOf(board: JobBoard, key: string): Charge | undefined {
  const [purpose, id] = key.split(':')
  const on = board.posted.find(({ job }) => job.id === id)
  const event = on?.events.find(({ type }) => type === (purpose === 'hold' ? 'jobPublished' : 'jobInsured'))
  if (on === undefined || event === undefined) return undefined
  const amountFen = event.type === 'jobPublished' ? event.facts.holdFen : event.type === 'jobInsured' ? event.facts.premiumFen : NO_FEN
  const { county, demo, id: job, number: jobNumber, employer } = on.job
  const about = { county, demo, job, jobNumber, employer, amountFen, askedAt: event.at, attempt: 1 }
  return { ...about, key, purpose: purpose === 'hold' ? 'hold' : 'cover', state: 'paid', paidBy: `${key}#1` }
}

export function toldCounty({ county, store, fate, jobs = 2, processes = 1 }: CountyParts): ToldCounty {
  const board = jobBoard(county, jobs)
  const payments: Payments = new Map()
  const pay = (key: string, amountFen: number) => fate.effect(async () => remember(payments, key, amountFen))

  /** A process just started: nothing remembered. */
  function begin(): readonly Subscriber[] {
    const ownStore = mortal(store, fate)
    const ledger = createLedger({ store: ownStore, county })
    const editor = createEditor({ store: ownStore, monotonicMs: () => performance.now() })
    const chargeOf = async (key: string) => chargesOf(board, key)
    const taken: Subscriber = {
      name: 'taken-in',
      on: ['jobPublished', 'jobInsured'],
      async run(event) {
        if (event.type !== 'jobPublished' && event.type !== 'jobInsured') return
        const entry = event.type === 'jobPublished' ? holdForJob(event) : coverForJob(event)
        await pay(entry.key, event.type === 'jobPublished' ? event.facts.holdFen : event.facts.premiumFen)
        await ledger.append(entry)
      },
    }
    const wallet = createWalletSubscriber({
      ledger,
      chargeOf,
      withdrawCharge: chargeOf,
      refund: ({ key, amountFen }) => pay(`back ${key}`, -amountFen),
      jobMoney: {
        fund: async () => undefined,
        cover: async () => undefined,
        payBill: async () => [],
        markPaid: (job, take) => fate.effect(async () => board.markPaid({ job, take })),
      },
      withholding: async () => NO_FEN,
    })
    return [
      taken,
      wallet,
      createPolicySubscriber({ store: ownStore, editor, county, moveMoney: ledger.append, jobByNumber: board.byNumber }),
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
