import { countyDay } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import type { CompanyKind, CreditCode } from './credit-code.ts'

/** Who speaks for a company: the first is whoever registered it. */
export interface Representative {
  readonly person: PersonId
  /** Himself, the first of them by his id, or the account of the staff. */
  readonly addedBy: string
  readonly addedAt: Temporal.Instant
}

/** How far the look at it has come. */
export type Standing =
  | { readonly state: 'waiting' }
  /** On `checkOn` somebody has to look again. */
  | { readonly state: 'approved'; readonly reviewedBy: string; readonly reviewedAt: Temporal.Instant; readonly checkOn: Temporal.PlainDate }
  | { readonly state: 'rejected'; readonly reviewedBy: string; readonly reviewedAt: Temporal.Instant; readonly reason: string }

/** An employer that is no person, as somebody has shown its business licence; it counts once a second person has looked. */
export interface Company {
  readonly id: string
  readonly name: string
  readonly creditCode: CreditCode
  readonly kind: CompanyKind
  readonly representatives: readonly Representative[]
  readonly sentBy: string
  readonly sentAt: Temporal.Instant
  /** A newer picture than the one that was looked at last waits to be looked at. */
  readonly isSentAgain: boolean
  /** How often somebody has looked at it. */
  readonly looks: number
  readonly standing: Standing
}

/** How often qualifications are looked at again; 《关于规范网络平台招聘类信息发布的通知》 asks for every six months at least. */
export interface CheckPeriods {
  readonly everyMonths: number
  /** So long before the day its representatives hear of it. */
  readonly noticeDays: number
  /** So long after the day it may still publish. */
  readonly graceDays: number
}

export const HALF_YEARLY: CheckPeriods = { everyMonths: 6, noticeDays: 30, graceDays: 14 }

const isAfter = (day: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(day, other) > 0

/** The last day on which a company publishes without being looked at again. */
export const publishesUntil = (checkOn: Temporal.PlainDate, { graceDays }: CheckPeriods): Temporal.PlainDate =>
  checkOn.add({ days: graceDays })

export const isRepresentative = ({ representatives }: Pick<Company, 'representatives'>, person: string): boolean =>
  representatives.some((one) => one.person === person)

/** The "no" to publishing for a company; undefined where it may. */
export function whyNotPublish(
  company: Company,
  { person, now, periods }: { person: PersonId; now: Temporal.Instant; periods: CheckPeriods },
): Refused | undefined {
  if (!isRepresentative(company, person)) return refuse('not-a-representative')
  const { standing } = company
  if (standing.state !== 'approved') return refuse('company-not-approved')
  return isAfter(countyDay(now), publishesUntil(standing.checkOn, periods))
    ? refuse('company-check-over', { checkOn: standing.checkOn.toString() })
    : undefined
}

export type CompanyDecision = { readonly decision: 'approve' } | { readonly decision: 'reject'; readonly reason: string }

export interface CompanyReview {
  readonly by: string
  readonly at: Temporal.Instant
  readonly periods: CheckPeriods
}

/**
 * One look by somebody who did not send the picture: at a new company, at a newer picture, or again because half a year is over. What was
 * approved and is rejected publishes no more.
 */
export function reviewCompany<T extends Company>(company: T, decision: CompanyDecision, { by, at, periods }: CompanyReview): Result<T> {
  if (company.standing.state === 'rejected' && !company.isSentAgain) return refuse('company-reviewed')
  if (by === company.sentBy) return refuse('own-review')
  const review = { reviewedBy: by, reviewedAt: at }
  const standing: Standing =
    decision.decision === 'reject'
      ? { state: 'rejected', ...review, reason: decision.reason }
      : { state: 'approved', ...review, checkOn: countyDay(at).add({ months: periods.everyMonths }) }
  return accept({ ...company, isSentAgain: false, looks: company.looks + 1, standing })
}

/** What somebody shows of a company that is known already: its representatives a newer picture, somebody else only of one that was rejected. */
export function sendAgain<T extends Company>(
  company: T,
  { by, at, person, name }: { by: string; at: Temporal.Instant; person: PersonId; name: string },
): Result<T> {
  const isOurs = isRepresentative(company, person)
  if (!isOurs && company.standing.state !== 'rejected') return refuse('company-known')
  const representatives = isOurs ? company.representatives : [{ person, addedBy: by, addedAt: at }]
  return accept({ ...company, name, representatives, sentBy: by, sentAt: at, isSentAgain: company.standing.state !== 'waiting' })
}

/** The first of them, or the hall, says who else speaks for it. */
export function addRepresentative<T extends Company>(company: T, added: Representative): Result<T> {
  if (isRepresentative(company, added.person)) return accept(company)
  if (company.representatives.length >= LIMIT.representativesPerCompany) return refuse('too-many-representatives')
  return accept({ ...company, representatives: [...company.representatives, added] })
}

/** Without one of them; the next oldest is the first then. */
export const withoutRepresentative = <T extends Company>(company: T, person: string): T => ({
  ...company,
  representatives: company.representatives.filter((one) => one.person !== person),
})

/** Who may let others in. */
export const isFirst = ({ representatives: [first] }: Company, person: string): boolean => first?.person === person
