import { countyDay } from '../clock.ts'

/**
 * What the law asks for in a trade on the days from `from` to `until`, the last one included; null where no end is known. A change of the law
 * is a further row, so that work before it is judged by the old row and work after it by the new one. Skill levels (技能等级) never stand here.
 */
export interface LicenceRule {
  readonly trade: string
  readonly cert: string
  readonly issuer: string
  /** How long it is valid; null where the paper itself says so. */
  readonly validMonths: number | null
  /** How often it is reviewed (复审) within that time; null where it is not. */
  readonly reviewMonths: number | null
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate | null
  /** How sure we are of it: seen in a source, only in a secondary one, or general knowledge, which is never told as law. */
  readonly mark: 'V' | 'V2' | 'BK'
  readonly source: string
}

/** The first and the last day of some work. */
export interface WorkDays {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

/** A shift until midnight ends on the day before. */
export const workDays = ({ startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }): WorkDays => ({
  first: countyDay(startsAt),
  last: countyDay(endsAt.subtract({ milliseconds: 1 })),
})

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? one : other

/** The last of some work days on which a rule is in force; undefined where it is on none of them. */
function lastInForce({ from, until }: LicenceRule, { first, last }: WorkDays): Temporal.PlainDate | undefined {
  const end = until === null ? last : earlier(until, last)
  const begins = Temporal.PlainDate.compare(from, first) > 0 ? from : first
  return Temporal.PlainDate.compare(begins, end) <= 0 ? end : undefined
}

/** The licences that the law asks for on at least one day of some work. */
export const licencesAsked = (rules: readonly LicenceRule[], trade: string, days: WorkDays): readonly string[] => [
  ...new Set(rules.filter((rule) => rule.trade === trade && lastInForce(rule, days) !== undefined).map(({ cert }) => cert)),
]

interface Work {
  readonly trade: string
  /** What stands on the job: the law's when it was posted, and the employer's own. */
  readonly licences: readonly string[]
}

/**
 * Each licence that a job asks for, with the last work day on which it must be valid: what the law asks for as long as it does, also where the
 * law has changed since the job was posted; everything else to the end.
 */
export function licencesNeeded(
  rules: readonly LicenceRule[],
  { trade, licences }: Work,
  days: WorkDays,
): ReadonlyMap<string, Temporal.PlainDate> {
  const needed = new Map<string, Temporal.PlainDate>()
  for (const rule of rules) {
    const end = rule.trade === trade ? lastInForce(rule, days) : undefined
    const known = needed.get(rule.cert)
    if (end !== undefined && (known === undefined || Temporal.PlainDate.compare(known, end) < 0)) needed.set(rule.cert, end)
  }
  for (const cert of licences) if (!needed.has(cert)) needed.set(cert, days.last)
  return needed
}

export interface ValidLicence {
  readonly cert: string
  readonly validUntil: Temporal.PlainDate
}

/** The first of them that somebody does not hold; one counts when it is valid on every work day that it is needed on, the last one included. */
export function lackedLicence(needed: ReadonlyMap<string, Temporal.PlainDate>, held: readonly ValidLicence[]): string | undefined {
  const covers = (cert: string, lastDay: Temporal.PlainDate) =>
    held.some((one) => one.cert === cert && Temporal.PlainDate.compare(one.validUntil, lastDay) >= 0)
  return [...needed].find(([cert, lastDay]) => !covers(cert, lastDay))?.[0]
}
