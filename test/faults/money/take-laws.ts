import { asId } from '@linggong/api/core/id.ts'
import { TAX, workerAccount } from '@linggong/api/core/ledger/account.ts'
import { changeOn, type EntryKind } from '@linggong/api/core/ledger/entry.ts'
import type { Take } from '@linggong/api/core/take/take.ts'
import type { JobDoc } from '@linggong/api/job/job.collection.ts'
import { eventsOf, type Kept, type LawText, sum } from './books.ts'
import { WORKERS, worker } from './people.ts'

interface Got {
  readonly byWalletFen: number
  readonly byCashFen: number
  readonly taxFen: number
}

/** What the book says that one seat brought its worker for the work. */
function gotFor(kept: Kept, { id, worker: who }: Take): Got {
  const own = (...kinds: readonly EntryKind[]) => kept.entries.filter((entry) => kinds.includes(entry.kind) && entry.key.endsWith(`:${id}`))
  const byWalletFen = sum(own('pay', 'due').map((entry) => changeOn(workerAccount(who), entry)))
  const taxFen = sum(own('pay', 'due').map((entry) => changeOn(TAX, entry)))
  const cashFen = own('cash').map(({ postings }) =>
    sum(postings.flatMap(({ account, amountFen }) => (account === workerAccount(who) && amountFen > 0 ? [amountFen] : []))),
  )
  return { byWalletFen, byCashFen: sum(cashFen), taxFen }
}

const payOf = ({ terms }: JobDoc, { agreedFen }: Take): number => agreedFen ?? terms.payPerTakeFen
const owedOf = ({ dues }: JobDoc, { id }: Take, kind: string): number =>
  sum(dues.flatMap((due) => (due.take === id && due.kind === kind && due.state === 'open' ? [due.amountFen] : [])))

/** A paid seat got exactly what was agreed; a confirmed one what was put aside, and the rest is owed; any other got nothing. */
function* paysAreAsAgreed(kept: Kept): Iterable<string> {
  for (const job of kept.jobs) {
    for (const take of job.takes) {
      const { byWalletFen: netFen, byCashFen, taxFen } = gotFor(kept, take)
      const byWalletFen = netFen + taxFen
      const [payFen, owedFen] = [payOf(job, take), owedOf(job, take, 'pay')]
      const isConfirmed = take.state === 'confirmed' || take.state === 'paid'
      if (byWalletFen + byCashFen + owedFen !== (isConfirmed ? payFen : 0))
        yield `${take.id} ${take.state}: ${payFen} agreed, ${byWalletFen} by wallet, ${byCashFen} in cash, ${owedFen} owed`
      if (take.state === 'paid' && owedFen > 0) yield `${take.id} is paid and ${owedFen} owed`
      if (take.state === 'confirmed' && owedFen === 0) yield `${take.id} is confirmed, owed nothing and not paid`
      if (isConfirmed && (take.paidBy === 'cash') !== byCashFen > 0) yield `${take.id} got ${byCashFen} in cash, it says ${take.paidBy}`
      const heldFen = job.funding === 'escrow' && take.paidBy !== 'cash' ? Math.min(payFen, job.terms.payPerTakeFen) : 0
      if (isConfirmed && byWalletFen < heldFen) yield `${take.id} was held ${heldFen}, got ${byWalletFen}`
      if (!kept.town.notary.mayBePaid(job, take, payFen)) yield `nobody agreed that ${take.id} is paid ${payFen}`
    }
  }
}

/** Who lost a seat late got what the county lets it cost, or is owed it. */
function* compensationsAreRight(kept: Kept): Iterable<string> {
  for (const { facts } of eventsOf(kept.town, 'takeCancelled')) {
    const job = kept.jobs.find(({ id }) => id === facts.job)
    if (job === undefined) continue
    const entry = kept.entries.find(({ key }) => key === `compensate:${facts.take}`)
    const gotFen = entry === undefined ? 0 : changeOn(workerAccount(asId(facts.worker)), entry)
    const owedFen = sum(job.dues.flatMap((due) => (due.take === facts.take && due.state === 'open' ? [due.amountFen] : [])))
    if (gotFen + owedFen !== facts.compensationFen) yield `${facts.take}: ${facts.compensationFen} to get, ${gotFen} got, ${owedFen} owed`
    if (!kept.town.notary.mayBeCompensated(job, facts.compensationFen)) yield `${facts.take} is not to get ${facts.compensationFen}`
  }
}

/** While two sides disagree no clock says what is paid. */
function* noClockEndsAQuarrel({ town }: Kept): Iterable<string> {
  const open = new Set<string>()
  for (const event of town.seen.values()) {
    if (event.type === 'payContested') open.add(event.facts.take)
    if (event.type === 'payAgreed') open.delete(event.facts.take)
    if (event.type !== 'takeConfirmed') continue
    if (event.facts.automatic && open.has(event.facts.take)) yield `a clock paid ${event.facts.take} in the middle of a quarrel`
    open.delete(event.facts.take)
  }
}

/** A wallet is what came into it less what left, and never less than nothing. */
function* walletsAreRight(kept: Kept): Iterable<string> {
  for (let index = 0; index < WORKERS; index += 1) {
    const account = workerAccount(worker(index))
    let balanceFen = 0
    for (const entry of kept.entries) {
      balanceFen += changeOn(account, entry)
      if (balanceFen < 0) yield `${account} fell to ${balanceFen} with ${entry.key}`
    }
    const outFen = sum(
      kept.payouts.flatMap((row) =>
        row.worker === worker(index) && row.state !== 'failed' && row.state !== 'cancelled' ? [row.amountFen] : [],
      ),
    )
    const earnedFen = sum(
      kept.jobs.flatMap(({ takes }) => takes.filter((take) => take.worker === worker(index)).map((take) => gotFor(kept, take).byWalletFen)),
    )
    const compensatedFen = sum(kept.entries.filter(({ kind }) => kind === 'compensate').map((entry) => changeOn(account, entry)))
    if (balanceFen !== earnedFen + compensatedFen - outFen)
      yield `${account} has ${balanceFen}, earned ${earnedFen + compensatedFen}, took ${outFen}`
  }
}

/** An hour until the employer is reminded, a day until the clock pays, and the time until somebody looks. */
const PAID_WITHIN_HOURS = 27

/** Work that is done comes to its pay without anybody's help, unless it is in question. */
function* nobodyIsForgotten({ town, jobs }: Kept): Iterable<string> {
  const now = town.parts.clock.now()
  const late = eventsOf(town, 'takeFinished').filter(({ at }) => now.since(at).total('hours') > PAID_WITHIN_HOURS)
  const ids = new Set(late.map(({ facts }) => facts.take))
  for (const { id, state, proposal, contestedAt } of jobs.flatMap(({ takes }) => takes)) {
    if (!ids.has(id) || state !== 'finished' || contestedAt !== null) continue
    const isOffered = proposal !== null && now.since(proposal.at).total('hours') < PAID_WITHIN_HOURS
    if (!isOffered) yield `${id} has been finished for more than a day and nobody pays`
  }
}

export const TAKE_LAWS: Readonly<Record<string, LawText>> = {
  'pay is as agreed': paysAreAsAgreed,
  'compensations are right': compensationsAreRight,
  'no clock ends a quarrel': noClockEndsAQuarrel,
  'wallets are right': walletsAreRight,
  'nobody is forgotten': nobodyIsForgotten,
}
