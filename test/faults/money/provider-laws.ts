import { chargeOfAttempt } from '@linggong/api/core/charge/charge.ts'
import { employerAccount, PAYOUTS, PROVIDER, REFUNDS } from '@linggong/api/core/ledger/account.ts'
import { changeOn } from '@linggong/api/core/ledger/entry.ts'
import { payoutKey } from '@linggong/api/core/ledger/payout-movement.ts'
import { isOpenPayout } from '@linggong/api/core/payment/payout.ts'
import { entryUnder, eventsOf, type Kept, type LawText, movedFen, refundsOf, sum } from './books.ts'

const totalFen = ({ report }: Kept, account: string): number => report.totalsFen[account] ?? 0

const isPaidThere = (state: string): boolean => state === 'SUCCESS' || state === 'REFUND'

/** The provider's own book: what came in and what left, whatever we believe. */
function* providerAgrees(kept: Kept): Iterable<string> {
  const { orders, refunds, transfers } = kept.town.parts.place
  const cameFen = sum(orders.values().flatMap(({ state, totalFen: fen }) => (isPaidThere(state) ? [fen] : [])))
  const backFen = sum(refunds.values().flatMap(({ status, amountFen }) => (status === 'SUCCESS' ? [amountFen] : [])))
  const outFen = sum(transfers.values().flatMap(({ state, amountFen }) => (state === 'SUCCESS' ? [amountFen] : [])))
  const liesThere = cameFen - backFen - outFen
  if (totalFen(kept, 'provider') !== -liesThere) yield `${liesThere} lie there, the book says ${-totalFen(kept, 'provider')}`
}

/** Nothing moved at the provider that our rows do not know, by the same amount and as far as it has come. */
function* providerKnowsOurs(kept: Kept): Iterable<string> {
  const { orders, refunds, transfers } = kept.town.parts.place
  const [ours, back] = [new Map(kept.payments.map((row) => [row.id, row])), new Map(refundsOf(kept).map((row) => [row.number, row]))]
  for (const { number, state, totalFen: fen } of orders.values()) {
    const row = ours.get(number)
    if (row?.amountFen !== fen || isPaidThere(state) !== (row.state === 'paid')) yield `order ${number} is ${state}, ours is ${row?.state}`
  }
  const ends: Readonly<Record<string, string>> = { SUCCESS: 'done', CLOSED: 'closed', ABNORMAL: 'abnormal', PROCESSING: 'asked' }
  for (const { number, status, amountFen } of refunds.values()) {
    const row = back.get(number)
    if (row?.amountFen !== amountFen || row.state !== ends[status]) yield `refund ${number} is ${status}, ours is ${row?.state}`
  }
  const over: Readonly<Record<string, string>> = { SUCCESS: 'done', FAIL: 'failed', CANCELLED: 'cancelled', WAIT_USER_CONFIRM: 'waiting' }
  for (const { number, state, amountFen } of transfers.values()) {
    const row = kept.payouts.find(({ id }) => id === number)
    if (row?.amountFen !== amountFen || row.state !== over[state]) yield `transfer ${number} is ${state}, ours is ${row?.state}`
  }
}

/** All money that came in went one way: it paid its charge, or it went back. */
function* everyPaymentIsUsed(kept: Kept): Iterable<string> {
  for (const { key, state, amountFen } of kept.payments) {
    if (state !== 'paid') continue
    const charge = kept.charges.find((each) => each.key === chargeOfAttempt(key))
    const backFen = sum(
      kept.entries.flatMap((entry) =>
        entry.key === `surplus:${key}` || entry.key.startsWith(`surplus:${key}/`) ? [changeOn(REFUNDS, entry)] : [],
      ),
    )
    const takenFen = charge?.paidBy === key ? takenBy(kept, charge.key) : 0
    if (takenFen + backFen !== amountFen) yield `${key}: ${amountFen} came, ${takenFen} was taken, ${backFen} went back`
  }
}

/** What a charge brought into the book, apart from what of it was too much. */
function takenBy(kept: Kept, key: string): number {
  const [purpose = '', job = '', bill = ''] = key.split(':')
  if (purpose !== 'due') return -movedFen(kept, `${purpose}:${job}`, PROVIDER)
  const doc = kept.jobs.find(({ id }) => id === job)
  const paid = doc?.dues.filter((due) => String(due.bill) === bill && due.state === 'paid') ?? []
  return sum(paid.map(({ take, kind }) => -movedFen(kept, kind === 'pay' ? `due:${job}:${bill}:${take}` : `compensate:${take}`, PROVIDER)))
}

/** Every fen that left a job's book for its payer was promised to the provider, by refunds of that entry. */
function* whatGoesBackIsAsked(kept: Kept): Iterable<string> {
  const refunds = refundsOf(kept)
  for (const entry of kept.entries) {
    const wayFen = entry.kind === 'return' || entry.kind === 'surplus' ? changeOn(REFUNDS, entry) : 0
    if (wayFen === 0) continue
    const askedFen = sum(refunds.flatMap(({ key, amountFen }) => (key.split('|')[0] === entry.key ? [amountFen] : [])))
    if (askedFen !== wayFen) yield `${entry.key}: ${wayFen} is to go back, ${askedFen} was asked for`
  }
}

/** What is on its way is in the book as that, and nowhere else. */
function* onItsWay(kept: Kept): Iterable<string> {
  const waysFen = sum(refundsOf(kept).flatMap(({ state, amountFen }) => (state === 'done' ? [] : [amountFen])))
  if (totalFen(kept, 'refunds') !== waysFen) yield `refunds: ${waysFen} are on their way, the book says ${totalFen(kept, 'refunds')}`
  const outFen = sum(kept.payouts.filter(isOpenPayout).map(({ amountFen }) => amountFen))
  if (totalFen(kept, 'payouts') !== outFen) yield `payouts: ${outFen} are on their way, the book says ${totalFen(kept, 'payouts')}`
}

/** Each withdrawal that left a wallet is one payout, and ended as that did. */
function* everyPayoutIsBooked(kept: Kept): Iterable<string> {
  const rows = new Map(kept.payouts.map((row) => [row.key, row]))
  for (const entry of kept.entries) {
    if (entry.kind !== 'payout') continue
    const row = rows.get(entry.key)
    if (row?.amountFen !== changeOn(PAYOUTS, entry)) yield `${entry.key} has no payout of its amount`
    const subject = entry.key.slice(payoutKey('').length)
    const [isDone, isBack] = [
      entryUnder(kept, `payout-done:${subject}`) !== undefined,
      entryUnder(kept, `payout-back:${subject}`) !== undefined,
    ]
    const isRight = isDone === (row?.state === 'done') && isBack === (row?.state === 'failed' || row?.state === 'cancelled')
    if (!isRight) yield `${entry.key} is ${row?.state}, done ${isDone}, back ${isBack}`
  }
  for (const key of rows.keys()) if (entryUnder(kept, key) === undefined) yield `${key} never left a wallet`
}

/** A callback that lies about an amount is never taken for true, and what has gone wrong stands in somebody's list. */
function* liesAreRefused({ town, tasks }: Kept): Iterable<string> {
  if (town.believed.length > 0) yield `${town.believed.length} lies were believed`
  const subjects = new Set(tasks.map(({ kind, subject }) => `${kind}:${subject}`))
  for (const { facts } of eventsOf(town, 'payContested')) {
    if (!subjects.has(`pay-disputed:${facts.take}`)) yield `nobody looks at the quarrel about ${facts.take}`
  }
  for (const { facts } of eventsOf(town, 'refundFailed')) {
    if (!subjects.has(`refund-stuck:${facts.refund}`)) yield `nobody looks at the refund ${facts.refund}`
  }
}

function* ledgerIsClean({ report }: Kept): Iterable<string> {
  for (const { where, fault } of report.faults) yield `${where}: ${fault}`
  if (report.trialBalanceFen !== 0) yield `the trial balance is ${report.trialBalanceFen}`
}

/** Money only passes through some accounts. */
function* whatPassesHasPassed(kept: Kept): Iterable<string> {
  for (const account of ['cash', 'compensation', 'employer']) {
    if (totalFen(kept, account) !== 0) yield `${account} stands at ${totalFen(kept, account)}`
  }
  for (const job of kept.jobs) {
    const leftFen = sum(kept.entries.map((entry) => changeOn(employerAccount(job.employer), entry)))
    if (leftFen !== 0) yield `${job.employer} has ${leftFen} in his hands`
  }
}

export const PROVIDER_LAWS: Readonly<Record<string, LawText>> = {
  'the ledger is clean': ledgerIsClean,
  'the provider agrees': providerAgrees,
  'the provider did nothing we do not know of': providerKnowsOurs,
  'every payment is used once': everyPaymentIsUsed,
  'what goes back is asked for': whatGoesBackIsAsked,
  'what is on its way is booked so': onItsWay,
  'every payout is booked': everyPayoutIsBooked,
  'lies are refused, quarrels are seen': liesAreRefused,
  'what passes has passed': whatPassesHasPassed,
}
