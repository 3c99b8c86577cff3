import { charges } from '@linggong/api/charge/charge.collection.ts'
import { assert } from '@linggong/api/core/assert.ts'
import { fen } from '@linggong/api/core/money.ts'
import { PAYMENT_LIMIT } from '@linggong/api/core/payment/payment-limit.ts'
import type { TaxSettings } from '@linggong/api/core/tax/withhold.ts'
import type { OutboxDoc } from '@linggong/api/event/outbox.ts'
import { createRelay } from '@linggong/api/event/relay.ts'
import type { Mount } from '@linggong/api/http/mounts.ts'
import { createJobDesk } from '@linggong/api/job/edit-job.ts'
import { jobs } from '@linggong/api/job/job.collection.ts'
import { createJobSubscribers } from '@linggong/api/job/job.subscribers.ts'
import { createJobTasks } from '@linggong/api/job/job.tasks.ts'
import { createPublishJob } from '@linggong/api/job/publish-job.ts'
import type { Log } from '@linggong/api/log.ts'
import { createCallbackMount } from '@linggong/api/payment/callback.routes.ts'
import { receiveCallback } from '@linggong/api/payment/callback.ts'
import { payments } from '@linggong/api/payment/payment.collection.ts'
import { payouts as payoutRows } from '@linggong/api/payment/payout.collection.ts'
import type { PaymentProvider, RawNotification } from '@linggong/api/payment/port.ts'
import { PREFIX } from '@linggong/api/payment/testing/payment-room.ts'
import { createPolicySubscriber } from '@linggong/api/policy/policy.subscribers.ts'
import { MemoryQueue } from '@linggong/api/queue/memory-queue.ts'
import { createSweep } from '@linggong/api/schedule/sweep.ts'
import type { MovableClock } from '@linggong/api/schedule/testing/movable-clock.ts'
import { createTimers } from '@linggong/api/schedule/timers.ts'
import { openStaffTask } from '@linggong/api/staff-task/open-staff-task.ts'
import { startMoney } from '@linggong/api/start-money.ts'
import { createEditor } from '@linggong/api/store/editor.ts'
import type { Collection, Store } from '@linggong/api/store/port.ts'
import { createLedger } from '@linggong/api/wallet/ledger.ts'
import type { BoundPayee } from '@linggong/api/wallet/payout-ports.ts'
import type { Life } from './life.ts'
import { RULES, type Rules, type Spoil, type Tasks, through } from './spoil.ts'

export interface ProcessParts {
  /** May die at any effect, as the provider's may. */
  readonly life: Life
  readonly store: Store
  readonly provider: PaymentProvider
  readonly county: string
  readonly clock: MovableClock
  readonly log: Log
  readonly spoil: Spoil
  readonly tax: TaxSettings
}

/** Everybody has named an account, long ago. */
const LONG_AGO = Temporal.Instant.from('2026-01-01T00:00:00Z')
const payeeOf = async (worker: string): Promise<BoundPayee> => ({ openid: `o-${worker}`, name: '王小明', mark: worker, from: LONG_AGO })

function roomsOf({ store: own, provider: real, county, clock, log, spoil, tax }: ProcessParts) {
  const store = through(spoil.store, own)
  const provider = through(spoil.provider, real)
  const editor = createEditor({ store, monotonicMs: () => performance.now() })
  const desk = through(spoil.desk, createJobDesk({ store, editor, county }))
  const ledger = through(spoil.ledger, createLedger({ store, county }))
  const timers = createTimers({ store, editor, county })
  const money = startMoney({
    ...{ store, editor, county, clock, log, desk, ledger, timers, provider, tax, payeeOf },
    ...{ unlookedFen: fen(PAYMENT_LIMIT.amountFen), personById: async () => undefined },
    openTask: (asked) => openStaffTask({ editor, county, clock }, asked),
    publicUrl: () => 'http://localhost:3000',
    newCode: () => crypto.randomUUID(),
  })
  assert(money.payouts !== undefined, 'a county with a provider sends money')
  return { store, editor, desk, ledger, timers, money, payouts: money.payouts }
}

type Rooms = ReturnType<typeof roomsOf>

/** Nobody is told of a write: what happened waits until somebody sweeps, so that anything may come in between. */
function relayOf({ county, log, spoil }: ProcessParts, { store, editor, desk, ledger, timers, money }: Rooms) {
  const queue = new MemoryQueue({ retryMs: () => 0 })
  const subscribers = through(spoil.subscribers, [
    ...money.subscribers,
    createPolicySubscriber({ store, editor, county, jobByNumber: desk.byNumber, moveMoney: ledger.append }),
    ...createJobSubscribers({ desk, setTimer: timers.set }),
  ])
  const collections = [jobs, charges, payments, payoutRows] as Collection<OutboxDoc>[]
  return { queue, relay: createRelay({ store, editor, queue, log, county, collections, subscribers, clearAfterMs: 1 }) }
}

function sweepOf({ county, clock, log, spoil }: ProcessParts, { store, desk, timers, money }: Rooms): () => Promise<number> {
  const own: Tasks = {
    ...createJobTasks({ desk, clock, setTimer: timers.set, tell: async () => undefined }),
    ...money.tasks,
  }
  const tasks = spoil.tasks === undefined ? own : spoil.tasks(own, desk)
  const handlers = Object.fromEntries(
    Object.entries(tasks).map(([kind, run]) => [kind, ({ subject }: { readonly subject: string }) => run(subject)]),
  )
  return createSweep({ store, clock, handlers, log, county, concurrency: 1 })
}

/** One process of a county, with everything that follows its money; what it remembers ends with it. */
export interface Process extends Pick<Rooms, 'desk' | 'money' | 'payouts'> {
  readonly life: Life
  readonly rules: Rules
  readonly publish: ReturnType<typeof createPublishJob>
  /** Whether a callback was taken for good. */
  receive(raw: RawNotification): Promise<boolean>
  readonly mount: Mount
  /** Tells what has happened until now; what happens by it waits. Says of how many documents. */
  tell(): Promise<number>
  /** Runs what is due. */
  runDue(): Promise<number>
  stop(): Promise<void>
}

export function startProcess(parts: ProcessParts): Process {
  const { life, county, log, spoil } = parts
  const rooms = roomsOf(parts)
  const { store, desk, money, payouts } = rooms
  const { queue, relay } = relayOf(parts, rooms)
  const receive = (raw: RawNotification) => receiveCallback(payouts.payment, raw)
  return {
    ...{ life, desk, money, payouts },
    rules: through(spoil.rules, RULES),
    publish: createPublishJob({
      store,
      county,
      desk,
      lend: money.lend,
      pay: { online: true, cash: true },
      whyNotFor: async () => undefined,
    }),
    receive: async (raw) => (await receive(raw)).ok,
    mount: createCallbackMount({ prefix: PREFIX, receive, log }),
    runDue: sweepOf(parts, rooms),
    async tell() {
      const found = await relay.sweep()
      await relay.idle()
      return found
    },
    async stop() {
      await relay.stop()
      await queue.close()
    },
  }
}
