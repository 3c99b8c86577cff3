import { isBefore } from '@linggong/api/core/clock.ts'
import { lentFen } from '@linggong/api/core/credit/credit-line.ts'
import { openDues } from '@linggong/api/core/job/dues.ts'
import { holdFor } from '@linggong/api/core/job/publish-job.ts'
import { insurableTake } from '@linggong/api/core/policy/policy.ts'
import { quotePremium } from '@linggong/api/core/policy/premium.ts'
import type { JobDoc } from '@linggong/api/job/job.collection.ts'
import { entryUnder, eventsOf, heldNow, type Kept, type LawText, pendingOf, sum } from './books.ts'

const TOLD_WITHIN_HOURS = 25

const isOver = ({ state }: JobDoc): boolean => state === 'settled' || state === 'cancelled' || state === 'expired'

/** What a job's account must hold: what came in for it, less what its seats cost so far; nothing once it is over. */
function* escrowsAreRight(kept: Kept): Iterable<string> {
  for (const job of kept.jobs) {
    const paid = (purpose: string) =>
      kept.charges.find(({ key, state }) => key === `${purpose}:${job.id}` && state === 'paid')?.amountFen ?? 0
    const releasedFen = job.funding === 'escrow' ? sum(job.takes.map((take) => heldOfTake(job, take))) : 0
    const premiumFen = sum(
      kept.policies.flatMap((policy) => (policy.job === job.id && policy.state === 'booked' ? [policy.premiumFen] : [])),
    )
    const mustFen = isOver(job) ? 0 : paid('hold') + paid('cover') - releasedFen - premiumFen
    if (heldNow(kept, job) !== mustFen) yield `${job.id} ${job.state} holds ${heldNow(kept, job)}, not ${mustFen}`
  }
}

/** Who got cash for all of it took nothing out of the escrow; who got cash for what was owed beyond it did. */
function heldOfTake({ terms, dues }: JobDoc, { id, state, paidBy, agreedFen }: JobDoc['takes'][number]): number {
  const isReleased = state === 'confirmed' || state === 'paid'
  const isAllCash = paidBy === 'cash' && !dues.some((due) => due.take === id && due.kind === 'pay')
  return isReleased && !isAllCash ? Math.min(agreedFen ?? terms.payPerTakeFen, terms.payPerTakeFen) : 0
}

/** Money that came in for a job has moved it on, and a job is out only with its money. */
function* jobsFollowTheirMoney(kept: Kept): Iterable<string> {
  for (const job of kept.jobs) {
    const hold = kept.charges.find(({ key }) => key === `hold:${job.id}`)
    if (job.state === 'unpaid' && hold?.state !== 'asked') yield `${job.id} waits for money that is ${hold?.state}`
    const isOut = job.publishedAt !== null && job.funding === 'escrow'
    if (isOut && (hold?.state !== 'paid' || hold.amountFen < holdFor(job.terms))) yield `${job.id} is out, its money is ${hold?.state}`
    if (isOver(job) && hold?.state === 'asked') yield `${job.id} is over and its money still asked for`
    const cover = kept.charges.find(({ key }) => key === `cover:${job.id}`)
    if (isOver(job) && cover?.state === 'asked') yield `${job.id} is over and its cover still asked for`
    const isCovered = cover?.state === 'paid' || (hold?.state === 'paid' && hold.amountFen > holdFor(job.terms))
    if (job.insuredAt !== null && !isCovered) yield `${job.id} is insured by nobody's money`
  }
}

/** What is owed stands on a bill that asks for exactly it, or can be asked for; and nobody is asked for what he does not owe. */
function* billsAskForWhatIsOwed(kept: Kept): Iterable<string> {
  for (const job of kept.jobs) {
    const owing = new Set(openDues(job).map((due) => due.bill))
    for (const bill of owing) {
      const owedFen = sum(job.dues.filter((due) => due.bill === bill).map(({ amountFen }) => amountFen))
      const charge = kept.charges.find(({ key }) => key === `due:${job.id}:${bill}`)
      const isAsked = charge === undefined ? job.funding === 'cash' : charge.state === 'asked' && charge.amountFen === owedFen
      if (!isAsked) yield `bill ${bill} of ${job.id} owes ${owedFen}, its charge is ${charge?.state} over ${charge?.amountFen}`
    }
    for (const { key, state, purpose } of kept.charges) {
      const [, of, bill] = key.split(':')
      if (purpose === 'due' && of === job.id && state === 'asked' && !owing.has(Number(bill))) yield `${key} is asked for and not owed`
    }
  }
}

/** A seat that is held on an insured job has one policy whose premium is paid; what is given up costs nothing. */
function* premiumsAreRight(kept: Kept): Iterable<string> {
  let insurerFen = 0
  for (const job of kept.jobs) {
    const quote = quotePremium(job.terms)
    const perTakeFen = quote.ok ? quote.value.perTakeFen : 0
    for (const { facts } of eventsOf(kept.town, 'jobTaken')) {
      if (facts.job !== job.id) continue
      const policy = kept.policies.find(({ take }) => take === facts.take)
      const isInsured = insurableTake(job, facts.take) !== undefined
      if ((policy?.state === 'booked') !== isInsured) yield `the policy of ${facts.take} is ${policy?.state}`
      if (isInsured) insurerFen += perTakeFen
      if (entryUnder(kept, `premium-return:${facts.take}`) !== undefined && isInsured) yield `the premium of ${facts.take} came back`
    }
  }
  const hasFen = kept.report.totalsFen['insurer'] ?? 0
  if (hasFen !== insurerFen) yield `the insurer has ${hasFen}, not ${insurerFen}`
}

/** A line carries the jobs that are on it, and nothing that is over and paid. */
function* creditIsRight({ town, credit, jobs }: Kept): Iterable<string> {
  for (const line of credit) {
    for (const { job: id } of line.lent) {
      const job = jobs.find((each) => each.id === id)
      if (job?.funding === 'credit' && isOver(job) && openDues(job).length === 0) yield `${id} is over and still on credit`
    }
    const due = jobs.filter(
      (job) => job.employer === line.employer && job.funding === 'credit' && !(isOver(job) && openDues(job).length === 0),
    )
    for (const { id } of due) if (!line.lent.some(({ job }) => job === id)) yield `${id} is on nobody's credit`
    const trustedFen = town.notary.trustedFen(line.employer)
    if (lentFen(line) > trustedFen) yield `${line.employer} was trusted with ${trustedFen} and has ${lentFen(line)}`
  }
}

/** Staff know of everybody who has owed a worker for more than a day: what was told names all that was owed then. */
function* arrearsAreTold({ town, jobs }: Kept): Iterable<string> {
  for (const { id, owedSince } of jobs) {
    if (owedSince === null || town.parts.clock.now().since(owedSince).total('hours') < TOLD_WITHIN_HOURS) continue
    const isTold = eventsOf(town, 'jobInArrears').some(({ at, facts }) => facts.job === id && !isBefore(at, owedSince))
    if (!isTold) yield `${id} owes since ${owedSince}, and nobody was told`
  }
}

/** Nothing that has happened waits to be told. */
function* everybodyHeard(kept: Kept): Iterable<string> {
  const pending = [kept.jobs, kept.charges, kept.payments, kept.payouts].flatMap((docs) => pendingOf(docs))
  if (pending.length > 0) yield `${pending.join(' ')} was not heard: ${kept.town.errors.slice(-3).join(' ')}`
}

export const JOB_LAWS: Readonly<Record<string, LawText>> = {
  'escrows hold what they must': escrowsAreRight,
  'jobs follow their money': jobsFollowTheirMoney,
  'bills ask for what is owed': billsAskForWhatIsOwed,
  'premiums are right': premiumsAreRight,
  'credit is right': creditIsRight,
  'arrears are told': arrearsAreTold,
  'everybody has heard': everybodyHeard,
}
