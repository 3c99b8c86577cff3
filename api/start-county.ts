import { createArrearsRoutes } from './arrears/arrears.routes.ts'
import { type ChatParts, keepMessages } from './chat/keep-messages.ts'
import { keepSessions } from './chat/keep-sessions.ts'
import type { Handlers } from './contract/handler.ts'
import { isBefore } from './core/clock.ts'
import { LIMIT } from './core/limit.ts'
import type { OwnTell } from './core/notice/own-notices.ts'
import type { OpenStaffTask } from './core/staff-task/staff-task.ts'
import type { TaxSettings } from './core/tax/withhold.ts'
import { createRelay } from './event/relay.ts'
import { createFlagRoutes } from './flag/flag.routes.ts'
import { withHelpers } from './helper/act-for.ts'
import { createHelperRoutes } from './helper/helper.routes.ts'
import { createDirectClient } from './http/direct-client.ts'
import { createDispatcher } from './http/dispatch.ts'
import { createJobDesk } from './job/edit-job.ts'
import { expireDrafts } from './job/expire-drafts.ts'
import { createJobRoutes } from './job/job.routes.ts'
import { createJobSubscribers } from './job/job.subscribers.ts'
import { createJobTasks } from './job/job.tasks.ts'
import { createJobNumbers } from './job/job-number.ts'
import { announceOpenJobs } from './notice/announce-open-jobs.ts'
import { fileNotice } from './notice/file-notice.ts'
import { fileOwnNotice } from './notice/file-own-notice.ts'
import { createHandNotice } from './notice/hand-notice.ts'
import { createNoticeRoutes } from './notice/notice.routes.ts'
import { createNoticeSubscribers, type NoticeSubscriberPorts } from './notice/notice.subscribers.ts'
import { createHandWaiting, nextWaiting } from './notice/waiting-notices.ts'
import { forgetBindingCodes } from './person/bind-contact.ts'
import { forgetIdentityTries } from './person/count-identity-tries.ts'
import { createPeople } from './person/find-person.ts'
import { createNamesIn } from './person/names-in.ts'
import { createPersonRoutes } from './person/person.routes.ts'
import { createPersonSubscribers, createPersonTasks } from './person/person.tasks.ts'
import { createStationRoutes } from './person/station.routes.ts'
import { createPolicyRoutes } from './policy/policy.routes.ts'
import { createPolicySubscriber } from './policy/policy.subscribers.ts'
import { forgetOld } from './retention/forget-old.ts'
import { createSweep } from './schedule/sweep.ts'
import { createTimers } from './schedule/timers.ts'
import { openStaffTask } from './staff-task/open-staff-task.ts'
import { createStaffMoneyRoutes } from './staff-task/staff-money.routes.ts'
import { createStaffTaskRoutes } from './staff-task/staff-task.routes.ts'
import type { CountyParts } from './start-county-parts.ts'
import { EVENTFUL } from './start-eventful.ts'
import { startMoney } from './start-money.ts'
import { startOwnData } from './start-own-data.ts'
import { startPages } from './start-pages.ts'
import { startPapers } from './start-papers.ts'
import { startPrivacy } from './start-privacy.ts'
import { startStaff } from './start-staff.ts'
import { startStatistics } from './start-statistics.ts'
import { startTrust } from './start-trust.ts'
import { createStatutoryRoutes } from './statutory/statutory.routes.ts'
import { createEditor } from './store/editor.ts'
import { createPayRoutes } from './take/pay.routes.ts'
import { randomDigits } from './vault/digest.ts'
import { nodeRandom } from './vault/random.ts'
import { createLedger } from './wallet/ledger.ts'
import { createWalletRoutes } from './wallet/wallet.routes.ts'

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
  const privacy = startPrivacy({ store, county, clock, vault, people, timers, auditRoots: parts.auditRoots })
  const newCode = parts.pageCode ?? (() => Buffer.from(nodeRandom.bytes(CODE_BYTES)).toString('base64url'))
  const namesIn = createNamesIn(people)
  const staff = startStaff({
    ...{ store, editor, vault, county, clock, audit: privacy.audit, audited: privacy.audited, passwordCost: parts.passwordCost },
    ...{ isTownship: (name) => settings.townships.includes(name), namesIn, issuer: settings.name, aloneFen: settings.aloneFen },
  })
  const openTask: OpenStaffTask = (asked) => openStaffTask({ editor, county, clock }, asked)
  const money = startMoney({
    ...{ store, editor, county, clock, log, desk, ledger, timers, provider: parts.provider },
    ...{ publicUrl: parts.publicUrl, chatUrl: parts.chatUrl, payInPlay: parts.payInPlay, payees: parts.payees },
    openTask,
    ...{ tax: settings.tax ?? NO_TAX, unlookedFen: settings.unlookedFen, personById: people.byId },
    ...{ payeeOf: privacy.payeeToOrder, newCode },
  })
  const pages = startPages({
    ...{ store, editor, county, clock, vault, log, people, ledger, newCode, payouts: money.payouts, payees: parts.payees },
    ...{ publicUrl: parts.publicUrl, chatUrl: parts.chatUrl, jobByNumber: desk.byNumber, licenceNames: settings.licenceNames },
    ...{ audited: privacy.audited, staffOf: staff.byContact },
  })
  const { openPersonalData } = privacy
  const personParts = { store, editor, clock, people, vault, timers, openPersonalData, verifier: parts.verifier }
  const statistics = startStatistics({
    ...{ store, editor, county, clock, people, places: settings, audited: privacy.audited, setTimer: timers.set },
    ...{ floorFenPerHour: settings.floorFenPerHour, staffByContact: staff.byContact },
  })
  const trust = startTrust({ store, editor, county, clock, desk, settings, personById: people.byId, openTask })
  const hand = createHandNotice({ run: (task, payload, options) => queue.run(task, payload, options), log })
  const handWaiting = createHandWaiting({ store, county, clock, hand })
  const quietAtNight = settings.quietAtNight ?? true
  const noticePorts: NoticeSubscriberPorts = { editor, county, clock, desk, hand, quietAtNight, toldFirst: trust.toldFirst }
  const jobPorts = { jobByNumber: desk.byNumber, editJob: desk.editByNumber }
  const tell = (cause: string, told: OwnTell) => fileOwnNotice(noticePorts, cause, told)
  const papers = startPapers({ ...personParts, county, settings, openTask, audited: privacy.audited, tell })
  const keptYears = settings.wagesKeptYears ?? LIMIT.leastWageYears
  const ownData = startOwnData({
    ...{ ...personParts, ...privacy, county, ledger, tell, keptYears, townships: settings.townships },
    whyPaused: trust.known.whyPaused,
  })
  const relay = createRelay({
    ...{ store, editor, queue, log, county },
    collections: [...EVENTFUL, ...papers.collections],
    subscribers: [
      ...money.subscribers,
      createPolicySubscriber({ store, editor, county, jobByNumber: desk.byNumber, moveMoney: ledger.append }),
      ...createPersonSubscribers(personParts),
      ...papers.subscribers,
      ...createJobSubscribers({ desk, setTimer: timers.set }),
      ...trust.subscribers,
      ...createNoticeSubscribers(noticePorts),
      ...statistics.subscribers,
    ],
  })

  const tasks: Tasks = {
    ...createJobTasks({ desk, clock, setTimer: timers.set, tell: (cause, job, tell) => fileNotice(noticePorts, cause, job, tell) }),
    ...money.tasks,
    ...createPersonTasks(personParts),
    ...papers.tasks,
    ...privacy.tasks,
    ...statistics.tasks,
    ...ownData.tasks,
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
    ...{ ordersOf: money.ordersOf, audited: privacy.audited, ageLimits: settings.ageLimits },
    ...{ licenceRules: settings.licenceRules, ...trust.known },
    mayWork: ({ verified }: { readonly verified: boolean }) => verified || !settings.workNeedsVerified,
  }
  const stationParts = { ...shared, ...personParts, demo: settings.demo, townships: settings.townships }
  const newDigits = parts.oneTimeCode ?? (() => randomDigits(LIMIT.bindingCodeDigits))
  const raw: Handlers = {
    health: parts.health,
    ...createPersonRoutes({ ...stationParts, trades: settings.trades, codeSender: parts.codeSender, newPhoneCode: newDigits }),
    ...createStationRoutes({ ...stationParts, newBindingCode: newDigits }),
    ...papers.handlers,
    ...createJobRoutes({
      ...shared,
      nextNumber: createJobNumbers({ editor, county }),
      startCode: parts.startCode ?? (() => randomDigits(START_CODE_DIGITS)),
      ...{ floorFenPerHour: settings.floorFenPerHour, tradeOf: settings.tradeOf },
      lateCancel: settings.lateCancel,
      ...{ lend: money.lend, whyNotFor: papers.whyNotFor },
      pay: { online: parts.provider !== undefined, cash: settings.cashAllowed },
    }),
    ...trust.handlers(shared),
    ...createStaffMoneyRoutes({ ...shared, personById: people.byId, setCreditLine: money.setCreditLine }),
    ...createPayRoutes({ ...shared, personById: people.byId, cashAllowed: settings.cashAllowed }),
    ...createWalletRoutes({ ...shared, ledger, jobByNumber: desk.byNumber, payeeOf: people.payeeOf }),
    ...pages.handlers,
    ...ownData.handlers,
    ...createPolicyRoutes({ ...shared, ...jobPorts }),
    ...createNoticeRoutes({ ...shared, reachOf: people.reachOf, contactBefore: people.contactBefore }),
    ...createHelperRoutes({ ...stationParts, newCode: newDigits }),
    ...statistics.handlers,
    ...createStatutoryRoutes({
      ...{ ...shared, ledger, vault, jobByNumber: desk.byNumber, platform: settings.platform },
      keptYears,
      openPersonalData,
    }),
    ...{ ...createStaffTaskRoutes({ ...shared, namesIn }), ...createArrearsRoutes(shared), ...createFlagRoutes({ ...shared, openTask }) },
    ...staff.handlers,
  }
  const handlers = withHelpers(raw, { people, audited: privacy.audited })
  const dispatcher = createDispatcher(handlers, staff.guard)
  const chat: ChatParts = { store, vault, county, clock }

  return {
    county,
    store,
    editor,
    people,
    ...{ desk, timers, ledger },
    mounts: [...money.mounts, ...pages.mounts],
    /** Whether a provider moves the money. */
    online: parts.provider !== undefined,
    ...{ fold: statistics.fold, trust, handlers, seeBoard: statistics.seeBoard, dispatcher },
    ...{ staff: staff.ports, findStaff: staff.find },
    client: createDirectClient({ dispatcher, county, log }),
    keepMessages: <Message extends { account: string; id: string }>(form: Parameters<typeof keepMessages<Message>>[1]) =>
      keepMessages(chat, form),
    keepSessions: <Session>() => keepSessions<Session>(chat),
    /** To be said where time passes by itself: closes months that are long over, each night. */
    ...{ windStatistics: statistics.wind, lookBack: statistics.lookBack },
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
      await forgetOld({ store, county, clock })
      await pages.forget()
      await forgetIdentityTries(personParts)
      await forgetBindingCodes(personParts)
      await staff.forget()
    },
    /** Puts the soonest open jobs before the market groups, for a chat that has just begun and is still empty. */
    announceOpenJobs: (count: number) => announceOpenJobs(noticePorts, store, count),
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
