import { instantText } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import { asId } from '../id.ts'
import { jobEvent, publishedText, takeEvent } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { NO_FEN } from '../money.ts'
import { coversWork } from '../policy/policy.ts'
import { quotePremium } from '../policy/premium.ts'
import { ratingsShown } from '../rating/rate-takes.ts'
import { payOf, workHours } from '../take/pay-agreed.ts'
import { NEW_TAKE, type Take } from '../take/take.ts'

/**
 * What a job's document says must have happened to it, as far as it is counted: the counts of it are those of the events it really caused. In
 * no particular order, and under ids of its own.
 */
export function retellJob(job: Job): readonly DomainEvent[] {
  const { publishedAt } = job
  if (publishedAt === null) return []
  const { seats } = job.terms
  const events: DomainEvent[] = [jobEvent('jobPublished', { job, at: publishedAt }, { seats, holdFen: NO_FEN })]
  const quote = quotePremium(job.terms)
  if (job.insuredAt !== null && quote.ok)
    events.push(jobEvent('jobInsured', { job, at: job.insuredAt }, { premiumFen: quote.value.totalFen }))
  if (job.state === 'cancelled') events.push(jobEvent('jobCancelled', { job, at: publishedAt }, { seats, workers: [], unpaid: false }))
  return [...events, ...firstGrab(job), ...forgotten(job), ...job.takes.flatMap((take) => retellTake(job, take)), ...retellDues(job)]
}

const standIn = (name: string, takenAt: Temporal.Instant): Take => ({
  ...NEW_TAKE,
  ...{ id: asId<'take'>(name), worker: asId<'person'>(name), takenAt, coveredFrom: null, wrongCodes: 0 },
})

const taken = (job: Job, take: Take, first: boolean): DomainEvent =>
  takeEvent('jobTaken', { job, take, at: take.takenAt }, { insured: false, publishedAt: publishedText(job), first })

/** How long it took counts, though who was first may have thought better of it and left no trace. */
function firstGrab(job: Job): readonly DomainEvent[] {
  if (job.firstTakenAt === null) return []
  const take = standIn(`first:${job.id}`, job.firstTakenAt)
  return [taken(job, take, true), takeEvent('takeUndone', { job, take, at: job.firstTakenAt }, { publishedAt: publishedText(job) })]
}

function forgotten(job: Job): readonly DomainEvent[] {
  const at = job.firstTakenAt ?? job.postedAt
  return Array.from({ length: job.forgottenHandBacks }, (_, count) => standIn(`forgotten:${job.id}:${count}`, at)).flatMap((take) => [
    taken(job, take, false),
    takeEvent('takeHandedBack', { job, take, at }, {}),
  ])
}

function retellTake(job: Job, take: Take): readonly DomainEvent[] {
  if (take.freedBy === 'undone') return []
  const events = [taken(job, take, false)]
  const about = { job, take, at: take.takenAt }
  if (take.freedBy === 'worker') events.push(takeEvent('takeHandedBack', about, {}))
  if (take.freedBy === 'employer' || take.freedBy === 'weather')
    events.push(takeEvent('takeCancelled', about, { compensationFen: NO_FEN, heldFen: NO_FEN, weather: take.freedBy === 'weather' }))
  if (take.state === 'missed') events.push(takeEvent('takeMissed', about, {}))
  const { startedAt } = take
  if (startedAt !== null) events.push(takeEvent('takeStarted', { ...about, at: startedAt }, { covered: coversWork(job, take, startedAt) }))
  return [...events, ...retellPay(job, take)]
}

function retellPay(job: Job, take: Take): readonly DomainEvent[] {
  const { confirmedAt, paidAt } = take
  if (confirmedAt === null) return []
  const cash = take.paidBy === 'cash'
  const payFen = payOf(job, take)
  const { days } = job.terms
  const minutesPerDay = Math.round((workHours(job.terms) / days) * 60)
  const facts = { payFen, heldFen: NO_FEN, automatic: false, cash, days, minutesPerDay }
  const confirmed = takeEvent('takeConfirmed', { job, take, at: confirmedAt }, facts)
  if (paidAt === null) return [confirmed]
  const paid = { payFen, taxFen: NO_FEN, cash, confirmedAt: instantText(confirmedAt) }
  const shown = take.ratingsShownAt === null ? [] : [ratingsShown(job, take, { by: 'clock', at: take.ratingsShownAt })]
  return [confirmed, takeEvent('takePaid', { job, take, at: paidAt }, paid), ...shown]
}

/** Each due by itself: what moved from one bill to another in between comes to nothing. */
function retellDues(job: Job): readonly DomainEvent[] {
  return job.dues.flatMap(({ amountFen, since, settledAt, bill }, index) => {
    const facts = { bill, amountFen, seats: 1, since: instantText(since) }
    const again = `retold:${index}`
    const due = jobEvent('payDue', { job, at: since, again }, { ...facts, cash: false })
    return settledAt === null ? [due] : [due, jobEvent('billPaid', { job, at: settledAt, again }, facts)]
  })
}
