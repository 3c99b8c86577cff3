import { chargeKey } from '@linggong/api/core/charge/charge.ts'
import { asId, type TakeId } from '@linggong/api/core/id.ts'
import type { JobChange } from '@linggong/api/core/job/change.ts'
import { openPayDues } from '@linggong/api/core/job/dues.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { workerAccount } from '@linggong/api/core/ledger/account.ts'
import { addFen, fen } from '@linggong/api/core/money.ts'
import { type Result, refuse } from '@linggong/api/core/result.ts'
import { payOf } from '@linggong/api/core/take/pay-agreed.ts'
import type { ProposalKind, Side } from '@linggong/api/core/take/proposal.ts'
import { holdsSeat, type Take } from '@linggong/api/core/take/take.ts'
import { LATE_RULE } from '@linggong/api/core/testing/builders.ts'
import { openPayouts } from '@linggong/api/wallet/show-payout.ts'
import { takeBack } from '@linggong/api/wallet/take-back.ts'
import { withdraw } from '@linggong/api/wallet/withdraw.ts'
import type { Act, Move } from './move.ts'
import { compensationByHand, type Notary, payForHoursByHand } from './notary.ts'
import { employer, START_CODE, worker } from './people.ts'
import type { Process } from './process.ts'

/** One call to the county. The same key is the same call, however often it is made. */
export interface Called {
  readonly process: Process
  readonly notary: Notary
  readonly move: Move
  readonly key: string
  readonly now: Temporal.Instant
}

type Call = (called: Called) => Promise<unknown>
type Decide = (job: Job, called: Called) => Result<JobChange>

const onJob =
  (decide: Decide): Call =>
  async (called) => {
    const { process, move, key } = called
    const { number } = (await process.desk.byId(`job-${move.job}`)) ?? { number: '' }
    return process.desk.editByNumber(number, (job) => decide(job, called), { call: { key, digest: key } })
  }

const byEmployer = ({ move, now }: Called) => ({ employer: employer(move.job), now })
const byWorker = ({ move, now }: Called) => ({ worker: worker(move.worker), now })

/** The seat that a worker holds, or the last that he held. */
const seatOf = (job: Job, { move }: Called): Take | undefined => {
  const own = job.takes.filter((take) => take.worker === worker(move.worker))
  return own.find(holdsSeat) ?? own.at(-1)
}

const onSeat = (decide: (job: Job, take: Take, called: Called) => Result<JobChange>): Call =>
  onJob((job, called) => {
    const take = seatOf(job, called)
    return take === undefined ? refuse('no-take') : decide(job, take, called)
  })

const owedTo = (job: Job, { id }: Take): number => addFen(...openPayDues(job, id).map(({ amountFen }) => amountFen))

interface Offering {
  readonly job: Job
  readonly take: Take
  readonly kind: ProposalKind
  readonly called: Called
}

/** What an offer comes to, worked out by the rules and by hand. */
function amountsOf({ job, take, kind, called }: Offering): readonly [number, number] {
  const { rules } = called.process
  const { n } = called.move
  const payFen = payOf(job, take)
  if (kind === 'deduction') return [payFen - n, payFen - n]
  if (kind === 'cash' && take.state === 'confirmed') return [owedTo(job, take), payFen]
  if (kind === 'cash') return [payFen, payFen]
  const [ruled, byHand] = [rules.payForHours(job, take, { kind, hours: n }), payForHoursByHand(job, n)]
  return [ruled, kind === 'overtime' ? payFen + byHand : Math.min(byHand, job.terms.payPerTakeFen)]
}

const offer = (kind: ProposalKind, by: Side): Call =>
  onSeat((job, take, called) => {
    const [amountFen, byHand] = amountsOf({ job, take, kind, called })
    called.notary.offer(take.id, { by, amountFen: byHand })
    const about = { take: take.id, kind, by, amountFen, reason: 'x', now: called.now, workerAge: 40 }
    return called.process.rules.proposePay(job, about)
  })

const other = (side: Side): Side => (side === 'employer' ? 'worker' : 'employer')

const answer = (yes: boolean, isOwn = false): Call =>
  onSeat((job, take, { process: { rules }, notary, now }) => {
    const offeredBy = take.proposal?.by ?? 'employer'
    const by = isOwn ? offeredBy : other(offeredBy)
    if (yes) notary.yes(take.id, by)
    return rules.answerPay(job, { take: take.id, by, yes, now })
  })

const cancel = (weather: boolean): Call =>
  onJob((job, called) => {
    called.notary.compensate(job.id, weather ? 0 : compensationByHand(job, called.now))
    return called.process.rules.cancelJob(job, { ...byEmployer(called), rule: LATE_RULE, weather })
  })

const settle: Call = onSeat((job, take, called) => {
  const [payFen, amountFen] = [payOf(job, take), payOf(job, take) + called.move.n]
  if (amountFen >= payFen) called.notary.agree(take.id, amountFen)
  else called.notary.offer(take.id, { by: 'employer', amountFen })
  return called.process.rules.settleAmounts(job, { ...byEmployer(called), amounts: [{ take: take.id, amountFen, reason: 'x' }] })
})

const judge: Call = onSeat((job, take, { process: { rules }, notary, move, now }) => {
  if (take.contestedAt !== null) notary.agree(take.id, move.n)
  return rules.settleByStaff(job, { take: take.id, amountFen: move.n, now })
})

const publish =
  (payBy: 'online' | 'cash'): Call =>
  async ({ process, move, key, now }) => {
    const job = await process.desk.byId(`job-${move.job}`)
    const call = { key, digest: key }
    const published = await process.publish({ employer: employer(move.job), number: job?.number ?? '', payBy, call, now })
    return published.ok ? process.money.ordersOf(published.value) : published
  }

async function trust({ process, notary, move }: Called): Promise<unknown> {
  const line = { employer: employer(move.job), limitFen: fen(move.n) }
  notary.trust(line.employer, line.limitFen)
  return process.money.setCreditLine(line)
}

async function ask({ process, move }: Called): Promise<unknown> {
  const job = await process.desk.byId(`job-${move.job}`)
  return job === undefined ? undefined : process.money.ordersOf(job, { isAgain: true })
}

async function takeOut({ process: { payouts }, move, key }: Called): Promise<unknown> {
  const who = { id: worker(move.worker), demo: false }
  const allFen = await payouts.ledger.amountOf(workerAccount(who.id))
  return withdraw(payouts, { worker: who, amountFen: move.n === 0 ? allFen : move.n, key })
}

async function takeNewestBack({ process: { payouts }, move }: Called): Promise<unknown> {
  const { payment } = payouts
  const { store, county } = payment
  const [newest] = await openPayouts({ store, county }, worker(move.worker))
  return newest === undefined ? undefined : takeBack(payment, newest)
}

const takeId = (key: string): TakeId => asId<'take'>(`take-${key}`)
const BIRTH_DAY = Temporal.PlainDate.from('1980-05-01')

/** What people ask of the county. */
export const CALLS: Readonly<Partial<Record<Act, Call>>> = {
  publish: publish('online'),
  publishCash: publish('cash'),
  trust,
  insure: onJob((job, called) => called.process.rules.insureJob(job, byEmployer(called))),
  ask,
  cancel: cancel(false),
  rain: cancel(true),
  confirm: onJob((job, called) => called.process.rules.confirmWork(job, byEmployer(called))),
  settle,
  judge,
  take: onJob((job, called) =>
    called.process.rules.takeJob(job, { ...byWorker(called), take: takeId(called.key), birthDay: BIRTH_DAY, licences: [], busy: [] }),
  ),
  undo: onJob((job, called) => called.process.rules.undoTake(job, byWorker(called))),
  handBack: onJob((job, called) => called.process.rules.handBack(job, byWorker(called))),
  start: onJob((job, called) => called.process.rules.startWork(job, { ...byWorker(called), code: START_CODE })),
  finish: onJob((job, called) => called.process.rules.finishWork(job, byWorker(called))),
  part: offer('part-day', 'employer'),
  partBy: offer('part-day', 'worker'),
  less: offer('deduction', 'employer'),
  over: offer('overtime', 'employer'),
  overBy: offer('overtime', 'worker'),
  cash: offer('cash', 'employer'),
  yes: answer(true),
  no: answer(false),
  own: answer(true, true),
  withdraw: takeOut,
  takeBack: takeNewestBack,
}

/** The charges that a job may ever have asked for. */
export const chargeKeysOf = (job: Job): readonly string[] => [
  chargeKey.hold(job.id),
  chargeKey.cover(job.id),
  ...Array.from({ length: Math.max(0, ...job.dues.map(({ bill }) => bill)) }, (_, bill) => chargeKey.due(job.id, bill + 1)),
]
