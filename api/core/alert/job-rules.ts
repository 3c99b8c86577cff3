import { countyDay, isBefore } from '../clock.ts'
import type { Job, Terms } from '../job/job.ts'
import { ageOn, isMinor } from '../person/age.ts'
import { coversWork } from '../policy/policy.ts'
import { HIGH_RISK_CLASS } from '../statistics/catalogue.ts'
import type { Mark } from '../statistics/mark.ts'
import { payOf, workHours } from '../take/pay-agreed.ts'
import { holdsSeat, type Take } from '../take/take.ts'
import type { Finding } from './alert.ts'

const MOST_MINUTES_PER_DAY = 12 * 60
const CIRCLE_DAYS = 30

/** What is about a job or one of its takes, on the day on which its work begins. */
function about({ terms, demo }: Job, subject: string) {
  const day = countyDay(terms.startsAt)
  return { township: terms.township, subject, demo, mutedBy: null, from: day.toString(), to: day.add({ days: 1 }).toString() }
}

/** Dangerous work that somebody has begun without cover. */
export function uninsuredStarts(job: Job): readonly Finding[] {
  if (job.terms.riskClass < HIGH_RISK_CLASS) return []
  const uninsured = job.takes.filter((take) => take.startedAt !== null && !coversWork(job, take, take.startedAt)).length
  return uninsured === 0 ? [] : [{ ...about(job, job.number), rule: 'high-risk-uninsured', numbers: { uninsured }, people: uninsured }]
}

/** Confirmed pay that comes to less an hour than the county's floor. Where both sides agreed on a part of the work, nobody knows the hours. */
export function payBelowFloor(job: Job, take: Take, floorFen: number): readonly Finding[] {
  if (take.deals.some(({ kind }) => kind === 'part-day')) return []
  const hourFen = Math.floor(payOf(job, take) / workHours(job.terms))
  if (hourFen >= floorFen) return []
  return [{ ...about(job, take.id), rule: 'pay-below-floor', numbers: { hourFen, floorFen }, people: 1 }]
}

/**
 * One job in twenty pays less than nineteen of twenty do, whatever they pay, and the line is known to some percent only: a reason to look is
 * who offers a tenth less than even that.
 */
const CLEARLY_BELOW = { of: 9, in: 10 } as const

/** Pay that is offered for clearly less than nearly everybody in the trade gets. */
export function payBelowUsual(job: Job, usualFen: number): readonly Finding[] {
  const dayFen = Math.floor(job.terms.payPerTakeFen / job.terms.days)
  if (dayFen * CLEARLY_BELOW.in >= usualFen * CLEARLY_BELOW.of) return []
  const numbers = { dayFen, usualFen: Math.round(usualFen) }
  return [{ ...about(job, job.number), rule: 'pay-below-usual', numbers, people: job.terms.seats }]
}

const overlaps = (one: Terms, other: Terms): boolean => isBefore(one.startsAt, other.endsAt) && isBefore(other.startsAt, one.endsAt)

const isHis = (worker: string) => (job: Job) => job.takes.some((take) => take.worker === worker && holdsSeat(take))

/** A worker who holds seats at one time in several places; `others` are jobs around this one. */
export function overlappingWork(job: Job, worker: string, others: readonly Job[]): readonly Finding[] {
  const clashing = others.filter(isHis(worker)).filter(({ id, terms }) => id !== job.id && overlaps(terms, job.terms))
  if (!isHis(worker)(job) || clashing.length === 0) return []
  return [{ ...about(job, worker), rule: 'overlapping-work', numbers: { jobs: clashing.length + 1 }, people: 1 }]
}

/** Each day of a job's work, and how long it is. */
function* workedDays({ terms }: Job): Generator<readonly [day: string, minutes: number]> {
  const minutes = Math.round((workHours(terms) / terms.days) * 60)
  const first = countyDay(terms.startsAt)
  for (let after = 0; after < terms.days; after += 1) yield [first.add({ days: after }).toString(), minutes]
}

/** The days of a job on which its worker has promised more hours than a day should have. */
export function longDays(job: Job, worker: string, others: readonly Job[]): readonly Finding[] {
  if (!isHis(worker)(job)) return []
  const promised = [job, ...others.filter(({ id }) => id !== job.id).filter(isHis(worker))].flatMap((each) => [...workedDays(each)])
  const minutesOn = (day: string) => promised.reduce((sum, [on, minutes]) => sum + (on === day ? minutes : 0), 0)
  return [...workedDays(job)].flatMap(([day]): Finding[] => {
    const minutes = minutesOn(day)
    if (minutes <= MOST_MINUTES_PER_DAY) return []
    const period = { from: day, to: Temporal.PlainDate.from(day).add({ days: 1 }).toString() }
    return [{ ...about(job, worker), ...period, rule: 'long-day', numbers: { minutes, most: MOST_MINUTES_PER_DAY }, people: 1 }]
  })
}

/** Somebody who is no adult on the day of dangerous work. The rules keep him from it; this is for the day on which they do not. */
export function minorInDanger(job: Job, take: Pick<Take, 'id'>, birthDay: Temporal.PlainDate): readonly Finding[] {
  const { riskClass, startsAt } = job.terms
  const ageYears = ageOn(countyDay(startsAt), birthDay)
  if (riskClass < HIGH_RISK_CLASS || !isMinor(ageYears)) return []
  return [{ ...about(job, take.id), rule: 'minor-in-danger', numbers: { ageYears, riskClass }, people: 1 }]
}

interface Circle {
  readonly one: string
  readonly other: string
  /** What they have finished for each other, this way and that. */
  readonly there: readonly Mark[]
  readonly back: readonly Mark[]
}

/** Two people who hire each other, within a month of an order that has just been confirmed; told once a month of the calendar. */
export function circularPair(job: Job, confirmedAt: Temporal.Instant, { one, other, there, back }: Circle): readonly Finding[] {
  const day = countyDay(confirmedAt)
  const isNear = (mark: Mark) => Math.abs(Temporal.PlainDate.from(mark.day).until(day).days) <= CIRCLE_DAYS
  const numbers = { there: there.filter(isNear).length, back: back.filter(isNear).length }
  if (numbers.there === 0 || numbers.back === 0) return []
  const month = day.toPlainYearMonth()
  const period = { from: month.toPlainDate({ day: 1 }).toString(), to: month.add({ months: 1 }).toPlainDate({ day: 1 }).toString() }
  return [{ ...about(job, [one, other].sort().join(':')), ...period, township: '', rule: 'circular-pair', numbers, people: 2 }]
}
