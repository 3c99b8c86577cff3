import { createArrearsRoutes } from './arrears/arrears.routes.ts'
import type { RootFiles } from './audit/root-files.ts'
import { charges } from './charge/charge.collection.ts'
import { forgetChat } from './chat/forget-chat.ts'
import { type ChatParts, keepMessages } from './chat/keep-messages.ts'
import { keepSessions } from './chat/keep-sessions.ts'
import type { Handlers } from './contract/handler.ts'
import { type Clock, isBefore } from './core/clock.ts'
import type { LateCancelRule } from './core/job/cancel-job.ts'
import { LIMIT } from './core/limit.ts'
import type { Fen } from './core/money.ts'
import type { TaxSettings } from './core/tax/withhold.ts'
import type { OutboxDoc } from './event/outbox.ts'
import { createRelay } from './event/relay.ts'
import { createDirectClient } from './http/direct-client.ts'
import { createDispatcher } from './http/dispatch.ts'
import { createJobDesk } from './job/edit-job.ts'
import { expireDrafts } from './job/expire-drafts.ts'
import { jobs } from './job/job.collection.ts'
import { createJobRoutes } from './job/job.routes.ts'
import { createJobSubscribers } from './job/job.subscribers.ts'
import { createJobTasks } from './job/job.tasks.ts'
import { createJobNumbers } from './job/job-number.ts'
import { listJobs } from './job/list-jobs.ts'
import type { Log } from './log.ts'
import { type FileNoticePorts, fileNotice } from './notice/file-notice.ts'
import { createHandNotice } from './notice/hand-notice.ts'
import { createNoticeRoutes } from './notice/notice.routes.ts'
import { createNoticeSubscribers } from './notice/notice.subscribers.ts'
import { createHandWaiting, nextWaiting } from './notice/waiting-notices.ts'
import { payments } from './payment/payment.collection.ts'
import { payouts } from './payment/payout.collection.ts'
import type { PaymentProvider } from './payment/port.ts'
import { createPeople } from './person/find-person.ts'
import { people as peopleCollection } from './person/person.collection.ts'
import { createPersonRoutes } from './person/person.routes.ts'
import { createPolicyRoutes } from './policy/policy.routes.ts'
import { createPolicySubscriber } from './policy/policy.subscribers.ts'
import type { Queue } from './queue/port.ts'
import { createSweep } from './schedule/sweep.ts'
import { createTimers } from './schedule/timers.ts'
import type { PasswordCost } from './staff/hash-password.ts'
import { openStaffTask } from './staff-task/open-staff-task.ts'
import { createStaffMoneyRoutes } from './staff-task/staff-money.routes.ts'
import { createStaffTaskRoutes } from './staff-task/staff-task.routes.ts'
import { startMoney } from './start-money.ts'
import { startPrivacy } from './start-privacy.ts'
import { startStaff } from './start-staff.ts'
import { createFolder } from './statistics/folder.ts'
import { statisticsHandlers } from './statistics/statistics.routes.ts'
import { statisticsSubscriber } from './statistics/statistics.subscribers.ts'
import type { Platform } from './statutory/export-platform-report.ts'
import { createStatutoryRoutes } from './statutory/statutory.routes.ts'
import { createEditor } from './store/editor.ts'
import type { Collection, Store } from './store/port.ts'
import { createPayRoutes } from './take/pay.routes.ts'
import { createTakeRoutes } from './take/take.routes.ts'
import { randomDigits } from './vault/digest.ts'
import { nodeRandom } from './vault/random.ts'
import type { Vault } from './vault/vault.ts'
import { createLedger } from './wallet/ledger.ts'
import { createPayoutSubscriber } from './wallet/payout.subscribers.ts'
import { createWalletRoutes } from './wallet/wallet.routes.ts'

/** What the rules need to know of the county itself. */
export interface CountySettings {
  readonly adcode: string
  /** Made up as a whole: whoever registers is counted as demo too. */
  readonly demo: boolean
  /** True unless said: what wakes people waits for the morning. */
  readonly quietAtNight?: boolean
  readonly floorFenPerHour: Fen
  readonly tradeOf: (trade: string) => { readonly riskClass: number; readonly licence: string | null }
  /** What a late word costs an employer. */
  readonly lateCancel: LateCancelRule
  /** Whether pay may change hands outside, as both sides say. */
  readonly cashAllowed: boolean
  /** Nothing is withheld unless said. */
  readonly tax?: TaxSettings
  /** What the tax office is told of the platform itself. */
  readonly platform: Platform
  /** How long wages are kept; not less than the law says. */
  readonly wagesKeptYears?: number
  readonly name: string
  readonly isTownship: (name: string) => boolean
}

export interface CountyParts {
  readonly store: Store
  readonly queue: Queue
  readonly vault: Vault
  readonly clock: Clock
  readonly monotonicMs: () => number
  readonly log: Log
  readonly settings: CountySettings
  readonly health: Handlers['health']
  /** Where the money lies; undefined: from hand to hand only. */
  readonly provider: PaymentProvider | undefined
  /** Where the roots of the audit are written out to; none in a replay. */
  readonly auditRoots?: Pick<RootFiles, 'write'>
  /** Where people reach the county's pages, without a slash at the end. */
  readonly publicUrl: () => string
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
  /** Pays an attempt, by its number, where money is play money. */
  readonly payInPlay?: ((number: string) => Promise<void>) | undefined
  /** What stands in the address of a page; given by a replay. */
  readonly pageCode?: () => string
  /** Four digits; given by a replay that must always tell the same. */
  readonly startCode?: () => string
  /** What a staff password costs to try; less in a test that tries a thousand. */
  readonly passwordCost?: PasswordCost | undefined
  /** How many timers run at once; one at a time in a replay, so that what falls due together is told in one order. */
  readonly timersAtOnce?: number
}

/** A sweep leaves alone what is younger: whoever wrote it is still at it. */
const LEAVE_TO_WRITER_SECONDS = 5
const START_CODE_DIGITS = 4
const NO_TAX: TaxSettings = { mode: 'off', from: Temporal.PlainDate.from('2019-01-01') }
const CODE_BYTES = 16

type Tasks = Readonly<Record<string, (subject: string) => Promise<void>>>

export type County = ReturnType<typeof startCounty>

/** Puts the slices of one county together over one store and one queue: who hears which event, which timer runs what, which route calls whom. */
export function startCounty(parts: CountyParts) {
  const { store, queue, vault, clock, log, settings } = parts
  const county = settings.adcode
  const editor = createEditor({ store, monotonicMs: parts.monotonicMs, onWritten: (collection, doc) => relay.notify(collection, doc) })
  const people = createPeople({ store, vault, clock, county })
  const desk = createJobDesk({ store, editor, county })
  const timers = createTimers({ store, editor, county })
  const ledger = createLedger({ store, county })
  const privacy = startPrivacy({ store, county, clock, timers, auditRoots: parts.auditRoots })
  const staff = startStaff({
    ...{ store, editor, vault, county, clock, audit: privacy.audit, audited: privacy.audited },
    ...{ isTownship: settings.isTownship, issuer: settings.name, passwordCost: parts.passwordCost },
  })
  const money = startMoney({
    ...{ store, editor, county, clock, log, desk, ledger, timers, provider: parts.provider },
    ...{ publicUrl: parts.publicUrl, chatUrl: parts.chatUrl, payInPlay: parts.payInPlay },
    openTask: (asked) => openStaffTask({ editor, county, clock }, asked),
    tax: settings.tax ?? NO_TAX,
    newCode: parts.pageCode ?? (() => Buffer.from(nodeRandom.bytes(CODE_BYTES)).toString('base64url')),
  })
  const fold = createFolder(store)
  const hand = createHandNotice({ run: (task, payload, options) => queue.run(task, payload, options), log })
  const handWaiting = createHandWaiting({ store, county, clock, hand })
  const noticePorts: FileNoticePorts = { editor, county, clock, desk, hand, quietAtNight: settings.quietAtNight ?? true }
  const jobPorts = { jobByNumber: desk.byNumber, editJob: desk.editByNumber }

  const relay = createRelay({
    store,
    editor,
    queue,
    log,
    county,
    collections: [jobs, peopleCollection, charges, payments, payouts] as Collection<OutboxDoc>[],
    subscribers: [
      ...money.subscribers,
      createPolicySubscriber({ store, editor, county, jobByNumber: desk.byNumber, moveMoney: ledger.append }),
      createPayoutSubscriber({ ledger }),
      ...createJobSubscribers({ desk, setTimer: timers.set }),
      ...createNoticeSubscribers(noticePorts),
      statisticsSubscriber(fold),
    ],
  })

  const tasks: Tasks = {
    ...createJobTasks({ desk, clock, tell: (cause, job, tell) => fileNotice(noticePorts, cause, job, tell) }),
    ...money.tasks,
    ...privacy.tasks,
  }
  const sweepTimers = createSweep({
    ...(parts.timersAtOnce === undefined ? {} : { concurrency: parts.timersAtOnce }),
    store,
    clock,
    log,
    county,
    handlers: Object.fromEntries(Object.entries(tasks).map(([kind, run]) => [kind, ({ subject }: { subject: string }) => run(subject)])),
  })

  const shared = {
    ...{ store, editor, county, clock, desk, personOf: people.byContact, nameOf: people.maskedNameOf },
    ...{ ordersOf: money.ordersOf, audited: privacy.audited },
  }
  const handlers: Handlers = {
    health: parts.health,
    ...createPersonRoutes({ editor, clock, people, vault, demo: settings.demo }),
    ...createJobRoutes({
      ...shared,
      nextNumber: createJobNumbers({ editor, county }),
      startCode: parts.startCode ?? (() => randomDigits(START_CODE_DIGITS)),
      floorFenPerHour: settings.floorFenPerHour,
      tradeOf: settings.tradeOf,
      lateCancel: settings.lateCancel,
      lend: money.lend,
      pay: { online: parts.provider !== undefined, cash: settings.cashAllowed },
    }),
    ...createTakeRoutes(shared),
    ...createStaffMoneyRoutes({ ...shared, personById: people.byId, setCreditLine: money.setCreditLine }),
    ...createPayRoutes({ ...shared, personById: people.byId, cashAllowed: settings.cashAllowed }),
    ...createWalletRoutes({ ...shared, ledger, jobByNumber: desk.byNumber }),
    ...createPolicyRoutes({ ...shared, ...jobPorts }),
    ...createNoticeRoutes({ ...shared, contactOf: people.contactOf }),
    ...statisticsHandlers({ store, clock }),
    ...createStatutoryRoutes({
      ...{ ...shared, ledger, vault, jobByNumber: desk.byNumber, platform: settings.platform },
      keptYears: settings.wagesKeptYears ?? LIMIT.leastWageYears,
      audited: privacy.audited,
    }),
    ...createStaffTaskRoutes(shared),
    ...createArrearsRoutes(shared),
    ...staff.handlers,
  }
  const dispatcher = createDispatcher(handlers, staff.guard)
  const chat: ChatParts = { store, vault, county, clock }

  return {
    county,
    store,
    editor,
    people,
    desk,
    timers,
    ledger,
    mounts: money.mounts,
    /** Whether a provider moves the money. */
    online: parts.provider !== undefined,
    fold,
    handlers,
    dispatcher,
    staff: staff.ports,
    findStaff: staff.find,
    client: createDirectClient({ dispatcher, county, log }),
    keepMessages: <Message extends { account: string; id: string }>(form: Parameters<typeof keepMessages<Message>>[1]) =>
      keepMessages(chat, form),
    keepSessions: <Session>() => keepSessions<Session>(chat),
    /** To be said at every start, by whoever sweeps. */
    async wind(): Promise<void> {
      await privacy.wind()
      await money.wind()
    },
    /** Does what is due: timers, events a crash left, notices the night or a failure held back; ends and forgets what nobody needs. */
    async sweep({ leaveSeconds = LEAVE_TO_WRITER_SECONDS }: { leaveSeconds?: number } = {}): Promise<void> {
      await sweepTimers()
      await relay.sweep(clock.now().subtract({ seconds: leaveSeconds }).add({ milliseconds: 1 }))
      await handWaiting({ olderThanSeconds: leaveSeconds })
      await expireDrafts({ store, county, clock, desk })
      await forgetChat(chat)
      await staff.forget()
    },
    /** Puts the soonest open jobs before the market groups, for a chat that has just begun and is still empty. */
    async announceOpenJobs(count: number): Promise<void> {
      const now = clock.now()
      const { jobs: open } = await listJobs({ store, county }, { limit: count }, now)
      const tell = { kind: 'job-opened', to: { market: true }, urgent: true } as const
      for (const { id } of open) await fileNotice(noticePorts, `announce:${now}:${id}`, id, tell)
    },
    /** When something falls due next: a timer, or a notice that waits for the morning. */
    async nextDue(): Promise<Temporal.Instant | undefined> {
      const [timer, notice] = await Promise.all([timers.nextWake(), nextWaiting({ store, county })])
      return timer && notice ? (isBefore(notice, timer) ? notice : timer) : (timer ?? notice)
    },
    /** Resolves when everything that has happened here has had its effects. */
    async settle(): Promise<void> {
      await relay.idle()
      await queue.idle()
    },
    async stop(): Promise<void> {
      await relay.stop()
      await queue.close()
    },
  }
}
