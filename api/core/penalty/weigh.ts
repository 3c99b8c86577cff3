import { isBefore } from '../clock.ts'
import type { Penalty, PenaltyRules } from './penalty.ts'

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

/**
 * Until when somebody may not take or publish; undefined where he may. A pause begins with the penalty that brings too many points together, so it
 * follows from the penalties alone: one that is lifted takes with it what it has caused, and nothing else.
 */
export function pausedUntil(penalties: readonly Penalty[], now: Temporal.Instant, rules: PenaltyRules): Temporal.Instant | undefined {
  const ends = penalties.flatMap((penalty) => {
    if (isLifted(penalty)) return []
    const then = penalties.filter(({ at }) => !isBefore(penalty.at, at))
    const total = totalAt(then, penalty.at, rules)
    const pause = rules.pauses.findLast(({ points }) => total >= points)
    return pause ? [penalty.at.add({ hours: pause.hours })] : []
  })
  return ends
    .filter((end) => isBefore(now, end))
    .reduce<Temporal.Instant | undefined>((last, end) => (last && isBefore(end, last) ? last : end), undefined)
}
