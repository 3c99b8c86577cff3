import { isBefore } from '../clock.ts'
import type { Consequence, Penalty, PenaltyRules } from './penalty.ts'

type Decay = Pick<PenaltyRules, 'halveDays' | 'expireDays'>

export const isLifted = ({ appeal }: Penalty): boolean => appeal?.state === 'lifted'

/** What a penalty still weighs: whole points, never more than a moment before. */
export function pointsAt(penalty: Penalty, now: Temporal.Instant, { halveDays, expireDays }: Decay): number {
  const days = now.since(penalty.at).total('hours') / 24
  if (isLifted(penalty) || days < 0 || days >= expireDays) return 0
  return Math.floor(penalty.points / 2 ** Math.floor(days / halveDays))
}

export const totalAt = (penalties: readonly Penalty[], now: Temporal.Instant, decay: Decay): number =>
  penalties.reduce((sum, penalty) => sum + pointsAt(penalty, now, decay), 0)

/** What began with a penalty, by all that had been given until then. What is lifted has caused nothing. */
function broughtBy(penalty: Penalty, penalties: readonly Penalty[], rules: PenaltyRules): readonly Consequence[] {
  if (isLifted(penalty)) return []
  const then = penalties.filter(({ at }) => !isBefore(penalty.at, at))
  const total = totalAt(then, penalty.at, rules)
  return rules.consequences.filter(({ points }) => total >= points)
}

/**
 * Until when somebody may not take or publish; undefined where he may. A pause begins with the penalty that brings too many points together, so it
 * follows from the penalties alone: one that is lifted takes with it what it has caused, and nothing else.
 */
export function pausedUntil(penalties: readonly Penalty[], now: Temporal.Instant, rules: PenaltyRules): Temporal.Instant | undefined {
  const ends = penalties.flatMap((penalty) => {
    const pause = broughtBy(penalty, penalties, rules).findLast((brought) => brought.kind === 'pause')
    return pause ? [penalty.at.add({ hours: pause.hours })] : []
  })
  return ends
    .filter((end) => isBefore(now, end))
    .reduce<Temporal.Instant | undefined>((last, end) => (last && isBefore(end, last) ? last : end), undefined)
}

/**
 * Those that somebody has to talk over with a person of the hall before he takes or publishes again. What weighs nothing any more keeps nobody, so
 * it has an end even where nobody talks.
 */
export const toTalkOver = (penalties: readonly Penalty[], now: Temporal.Instant, rules: PenaltyRules): readonly Penalty[] =>
  penalties.filter(
    (penalty) =>
      penalty.talkedOverAt === null &&
      pointsAt(penalty, now, rules) > 0 &&
      broughtBy(penalty, penalties, rules).some(({ kind }) => kind === 'hall-first'),
  )
