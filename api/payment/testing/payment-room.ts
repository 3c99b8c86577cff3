import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DomainEvent } from '../../core/event.ts'
import { fen } from '../../core/money.ts'
import type { AskedStaffTask } from '../../core/staff-task/staff-task.ts'
import { createLog } from '../../log.ts'
import { MovableClock } from '../../schedule/testing/movable-clock.ts'
import { createEditor } from '../../store/editor.ts'
import type { Store } from '../../store/port.ts'
import { createCallbackMount } from '../callback.routes.ts'
import { receiveCallback } from '../callback.ts'
import { payments } from '../payment.collection.ts'
import { createPaymentTasks } from '../payment.tasks.ts'
import { paymentNumber } from '../payment-number.ts'
import type { AskTimer, Payee, PaymentPorts } from '../payment-ports.ts'
import { payouts } from '../payout.collection.ts'
import type { PaymentProvider, RawNotification } from '../port.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { makeSandboxKeys } from '../sandbox/sandbox-keys.ts'
import { createWechatProvider } from '../wechat/wechat-provider.ts'

export const COUNTY = '350428'
export const KEYS = makeSandboxKeys()
export const PREFIX = '/payment/notify'

/** The payment room of a county over a store, its timers kept in memory and run when a test says so. */
export function openRoom(store: Store, clock: MovableClock, provider: PaymentProvider, county = COUNTY) {
  const timers = new Map<string, AskTimer>()
  const lines: string[] = []
  const tasks = new Map<string, AskedStaffTask>()
  const payees = new Map<string, Payee>([['li', { openid: 'o-li', name: '李小明', mark: 'mark-li' }]])
  const ports: PaymentPorts = {
    store,
    editor: createEditor({ store, monotonicMs: () => performance.now() }),
    provider,
    clock,
    county,
    setTimer: async (timer) => void timers.set(`${timer.kind}:${timer.subject}`, timer),
    payeeOf: async (worker) => payees.get(worker),
    openTask: async (task) => void tasks.set(task.key, task),
    log: createLog({ level: 'debug', to: { write: (line: string) => void lines.push(line) } }),
  }
  const handlers = createPaymentTasks(ports)
  const receive = (raw: RawNotification) => receiveCallback(ports, raw)
  return {
    ports,
    timers,
    payees,
    /** What staff must look at, by key. */
    tasks,
    receive,
    mount: createCallbackMount({ prefix: PREFIX, receive, log: ports.log }),
    /** What was logged, as text. */
    logged: () => lines.join(''),
    /** Runs every timer that is due, once. */
    async runDue(): Promise<void> {
      const due = [...timers].filter(([, { dueAt }]) => Temporal.Instant.compare(dueAt, clock.now()) <= 0)
      for (const [key, { kind, subject }] of due) {
        timers.delete(key)
        await handlers[kind](subject)
      }
    },
    payment: (key: string) => store.get(payments, COUNTY, paymentNumber('payment', COUNTY, key)),
    payout: (key: string) => store.get(payouts, COUNTY, paymentNumber('payout', COUNTY, key)),
    /** Every event that is on a row, oldest row first. */
    async events(): Promise<readonly DomainEvent[]> {
      const query = { index: 'outbox', county: COUNTY, range: { field: 'outboxSince', from: '' }, limit: 100 }
      const rows = [...(await store.find(payments, query)).docs, ...(await store.find(payouts, query)).docs]
      return rows.flatMap(({ outbox }) => outbox)
    },
  }
}
export type Room = ReturnType<typeof openRoom>

export interface Town {
  readonly sandbox: Sandbox
  readonly clock: MovableClock
  /** Sends callbacks to another room from now on. */
  use(room: Pick<Room, 'mount'>): void
  readonly provider: PaymentProvider
  readonly url: string
  stop(): Promise<void>
}

/** A sandbox, the real adapter before it, and a server that hears its callbacks. */
export async function startTown(options: { readonly timeoutMs?: number } = {}): Promise<Town> {
  const clock = new MovableClock('2026-11-23T08:00:00Z')
  let current: Pick<Room, 'mount'> | undefined
  const server = createServer((request, response) => {
    if (!current?.mount.listener(request, response)) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo // a listening server has one
  const url = `http://127.0.0.1:${address.port}${PREFIX}`
  const sandbox = await startSandbox({ clock, keys: KEYS, retryMs: [] })
  return {
    sandbox,
    clock,
    provider: createWechatProvider({ ...sandbox.configFor(() => url), ...options }),
    url,
    use(room) {
      current = room
    },
    async stop() {
      await sandbox.stop()
      server.close()
      server.closeAllConnections()
    },
  }
}

export const aPayment = { key: 'hold:job-1', amountFen: fen(30_000), way: 'native', description: '橙子 10008', demo: false } as const
export const aPayout = {
  key: 'payout:li-1',
  worker: 'li',
  amountFen: fen(10_000),
  remark: '工钱',
  jobType: '采摘',
  payNote: '日结工钱',
  demo: false,
} as const
