import { countyDay, isBefore } from '../clock.ts'
import type { DomainEvent, EventType } from '../event.ts'
import { asId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { AppealWhy, Conduct, Penalty, PenaltyReason, PenaltyRules } from './penalty.ts'
import { pausedUntil, toTalkOver } from './weigh.ts'

export interface ConductChange<C extends Conduct> {
  readonly conduct: C
  readonly events: readonly DomainEvent[]
}

/** What happened; what it weighs the table says. */
type GivenPenalty = Omit<Penalty, 'points' | 'appeal' | 'talkedOverAt'>

const headOf = (type: EventType, conduct: Conduct, { id, reason, job }: Penalty, at: Temporal.Instant) => ({
  ...{ id: `${type}:${id}`, county: conduct.county, at, demo: conduct.demo },
  facts: { person: conduct.id, penalty: id, reason, job },
})

/** A word that was not kept; the same one again, one of before the rules, and one that would weigh nothing any more change nothing. */
export function givePenalty<C extends Conduct>(
  conduct: C,
  given: GivenPenalty,
  { rules, now }: { rules: PenaltyRules; now: Temporal.Instant },
): ConductChange<C> {
  const isOld = Temporal.PlainDate.compare(countyDay(given.at), rules.from) < 0
  const isOver = !isBefore(now, given.at.add({ hours: 24 * rules.expireDays }))
  if (isOld || isOver || conduct.penalties.some(({ id }) => id === given.id)) return { conduct, events: [] }
  const penalty: Penalty = { ...given, points: rules.points[given.reason], appeal: null, talkedOverAt: null }
  const penalties = [...conduct.penalties, penalty].slice(-LIMIT.penaltiesPerPerson)
  const paused = pausedUntil(penalties, given.at, rules) !== undefined && pausedUntil(conduct.penalties, given.at, rules) === undefined
  const hallFirst = toTalkOver(penalties, now, rules).length > toTalkOver(conduct.penalties, now, rules).length
  const { facts, ...head } = headOf('penaltyGiven', conduct, penalty, given.at)
  return { conduct: { ...conduct, penalties }, events: [{ ...head, type: 'penaltyGiven', facts: { ...facts, paused, hallFirst } }] }
}

const replaced = <C extends Conduct>(conduct: C, changed: Penalty): C => ({
  ...conduct,
  penalties: conduct.penalties.map((penalty) => (penalty.id === changed.id ? changed : penalty)),
})

/** Not my fault: a person of the hall looks at it. Once for each penalty. */
export function appealPenalty<C extends Conduct>(
  conduct: C,
  { penalty: id, why, now, rules }: { penalty: string; why: AppealWhy; now: Temporal.Instant; rules: PenaltyRules },
): Result<ConductChange<C>> {
  const penalty = conduct.penalties.find((each) => each.id === id)
  if (!penalty) return refuse('penalty-not-found')
  if (penalty.appeal !== null) return refuse('already-appealed')
  if (!isBefore(now, penalty.at.add({ hours: 24 * rules.appealDays }))) return refuse('appeal-too-late', { days: rules.appealDays })
  const appealed = replaced(conduct, { ...penalty, appeal: { state: 'waiting', why, at: now } })
  const { facts, ...head } = headOf('penaltyAppealed', conduct, penalty, now)
  return accept({ conduct: appealed, events: [{ ...head, type: 'penaltyAppealed', facts: { ...facts, why } }] })
}

interface Decided {
  readonly penalty: string
  /** What the penalty was given, as whoever decides has seen it. */
  readonly points: number
  readonly lifted: boolean
  readonly reason: string
  /** Who of the staff. */
  readonly by: string
  readonly now: Temporal.Instant
}

/** A person has looked, and says why; what he has decided stays. */
export function decideAppeal<C extends Conduct>(conduct: C, decided: Decided): Result<ConductChange<C>> {
  const penalty = conduct.penalties.find(({ id }) => id === decided.penalty)
  if (!penalty) return refuse('penalty-not-found')
  if (!penalty.appeal) return refuse('not-appealed')
  if (penalty.points !== decided.points) return refuse('bad-request', { field: 'body.points' })
  if (penalty.appeal.state !== 'waiting') return refuse('appeal-decided')
  const { lifted, reason, by, now } = decided
  const appeal = { ...penalty.appeal, state: lifted ? ('lifted' as const) : ('upheld' as const), decidedAt: now, reason }
  const { facts, ...head } = headOf('appealDecided', conduct, penalty, now)
  const told: DomainEvent = { ...head, type: 'appealDecided', facts: { ...facts, lifted, by } }
  return accept({ conduct: replaced(conduct, { ...penalty, appeal }), events: [told] })
}

interface TalkedOver {
  /** The penalties that whoever talked with him has seen; one that came since is to be talked over too. */
  readonly seen: readonly string[]
  readonly by: string
  /** The call, by which what is told has its key. */
  readonly cause: string
  readonly now: Temporal.Instant
  readonly rules: PenaltyRules
}

/** A person of the hall has talked with him, and lets him go on. Said twice is said once. */
export function talkOver<C extends Conduct>(conduct: C, { seen, by, cause, now, rules }: TalkedOver): Result<ConductChange<C>> {
  if (seen.some((id) => !conduct.penalties.some((penalty) => penalty.id === id))) return refuse('penalty-not-found')
  const talked = new Set(toTalkOver(conduct.penalties, now, rules).filter(({ id }) => seen.includes(id)))
  if (talked.size === 0) return accept({ conduct, events: [] })
  const penalties = conduct.penalties.map((penalty) => (talked.has(penalty) ? { ...penalty, talkedOverAt: now } : penalty))
  const { id: person, county, demo } = conduct
  const isFree = toTalkOver(penalties, now, rules).length === 0
  const facts = { person, seen, by, isFree }
  const told: DomainEvent = { id: `conductTalkedOver:${person}:${cause}`, type: 'conductTalkedOver', county, demo, at: now, facts }
  return accept({ conduct: { ...conduct, penalties }, events: [told] })
}

interface Broken {
  readonly person: string
  readonly penalty: GivenPenalty
}

/** Who has broken his word by what has happened, if anybody has. `lateHours`: from how long before the start on it is late. */
export function brokenBy(event: DomainEvent, lateHours: number): Broken | undefined {
  const of = (person: string, reason: PenaltyReason, of: string, { job, number }: { job: string; number: string }): Broken => ({
    person,
    penalty: { id: `${reason}:${of}`, reason, job: asId<'job'>(job), jobNumber: number, at: event.at },
  })
  const isLate = (startsAt: string): boolean => !isBefore(event.at, Temporal.Instant.from(startsAt).subtract({ hours: lateHours }))
  switch (event.type) {
    case 'takeMissed':
      return of(event.facts.worker, 'no-show', event.facts.take, event.facts)
    case 'takeHandedBack':
      return isLate(event.facts.startsAt) ? of(event.facts.worker, 'late-hand-back', event.facts.take, event.facts) : undefined
    case 'takeCancelled':
      return isLate(event.facts.startsAt) && !event.facts.weather
        ? of(event.facts.employer, 'late-cancel', event.facts.job, event.facts)
        : undefined
    case 'jobInArrears':
      return of(event.facts.employer, 'late-pay', event.facts.job, event.facts)
    default:
      return undefined
  }
}
