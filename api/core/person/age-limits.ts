import { countyDay } from '../clock.ts'
import type { Terms } from '../job/job.ts'
import { type Refused, refuse } from '../result.ts'
import { ageOn, isMinor } from './age.ts'

/** From an age on only work of a lower risk class than this is open, and a licence for special operations (特种作业) counts no longer. */
export interface ElderRule {
  readonly fromYears: number
  readonly belowClass: number
}

/** What a county closes to whom; the law closes the rest. */
export interface AgeLimits {
  readonly elders: readonly ElderRule[]
  /** Licences for special operations: 18 to the age of retirement (特种作业人员安全技术培训考核管理规定). */
  readonly specialOperations: readonly string[]
}

export const NO_AGE_LIMITS: AgeLimits = { elders: [], specialOperations: [] }

/** Occupation classes from here on are closed to 16- and 17-year-olds. */
const RISKY_CLASS = 4

type Work = Pick<Terms, 'riskClass' | 'licences' | 'startsAt' | 'endsAt'>

/**
 * Ages count on the days of the work, not on the day of the grab: who turns 18 before the first day may, who comes to an elder's age before the
 * last day is over may not. A shift until midnight ends on the day before.
 */
export function closedByAge(work: Work, birthDay: Temporal.PlainDate, { elders, specialOperations }: AgeLimits): Refused | undefined {
  const isSpecial = work.licences.some((licence) => specialOperations.includes(licence))
  const first = ageOn(countyDay(work.startsAt), birthDay)
  if (isMinor(first) && (isSpecial || work.riskClass >= RISKY_CLASS)) return refuse('guardian-needed')
  const last = ageOn(countyDay(work.endsAt.subtract({ milliseconds: 1 })), birthDay)
  const rules = elders.filter(({ fromYears }) => last >= fromYears)
  const isClosed = rules.length > 0 && (isSpecial || rules.some(({ belowClass }) => work.riskClass >= belowClass))
  return isClosed ? refuse('over-age', { age: last }) : undefined
}
