import { countyDay, isBefore } from '../clock.ts'
import type { CountedFacts, DomainEvent, EventFacts } from '../event.ts'
import { employerTypeOf } from '../job/poster.ts'
import { LIMIT } from '../limit.ts'
import { HIGH_RISK_CLASS } from './catalogue.ts'
import { ratingCounts } from './count-ratings.ts'
import { binOf } from './histogram.ts'
import { add, dayOf, type Increments } from './increment.ts'
import { type Addition, everywhere, type Measure, OWED_BANDS, type OwedBand } from './measure.ts'

/** What an event adds. `key` is the effect's own: two events with one key count once. A late event still counts where it belongs. */
export interface Effect {
  readonly key: string
  readonly county: string
  readonly demo: boolean
  readonly at: Temporal.Instant
  readonly additions: readonly Addition[]
}

/** Until when confirmed pay may be on its way without being late. */
const payBy = (confirmedAt: Temporal.Instant): Temporal.Instant => confirmedAt.add({ hours: LIMIT.arrearsAfterHours })

function counted(event: DomainEvent): Increments {
  const day = countyDay(event.at)
  switch (event.type) {
    case 'personRegistered':
      return event.facts.roles.includes('worker') ? registered(event.facts, day) : []
    case 'personVerified':
      return event.facts.wasWorker ? [add('workersVerified', day)] : []
    case 'personErased':
      return event.facts.wasWorker ? erased(event.facts, day) : []
    case 'jobPublished':
      return published(event.facts, day)
    case 'jobCancelled':
      return event.facts.unpaid ? [] : [add('seatsDue', dayOf(event.facts.startsAt), -event.facts.seats)]
    case 'jobInsured':
      return [add('premiumFen', day, event.facts.premiumFen), add('jobsInsured', day)]
    case 'payDue':
      return owed(event.facts, day, 1)
    case 'billPaid':
    case 'billWithdrawn':
      return owed(event.facts, day, -1)
    default:
      return ofTake(event, day)
  }
}

function ofTake(event: DomainEvent, day: Temporal.PlainDate): Increments {
  switch (event.type) {
    case 'jobTaken':
      return taken(event)
    case 'takeUndone': {
      const { startsAt, publishedAt } = event.facts
      const start = dayOf(startsAt)
      return [add('applications', dayOf(publishedAt), -1), add('takesAccepted', start, -1), add('seatsFilled', start, -1)]
    }
    case 'takeHandedBack':
      return freed(event.facts, 'takesHandedBack')
    case 'takeCancelled':
      return freed(event.facts, event.facts.weather ? 'takesRainedOff' : 'takesCalledOff')
    case 'takeMissed':
      return [add('takesMissed', dayOf(event.facts.startsAt))]
    case 'takeStarted':
      return started(event.facts, day)
    case 'takeConfirmed':
      return confirmed(event)
    case 'takePaid':
      return paid(event)
    case 'ratingsShown':
      return ratingCounts(event.facts, day)
    default:
      return []
  }
}

function published(facts: EventFacts['jobPublished'], day: Temporal.PlainDate): Increments {
  const { seats, startsAt } = facts
  const kind = employerTypeOf(facts)
  return [
    ...[add('jobsPosted', day), add(`jobsPostedBy:${kind}`, day)],
    ...[add('seatsPosted', day, seats), add(`seatsPostedBy:${kind}`, day, seats)],
    add('seatsDue', dayOf(startsAt), seats),
  ]
}

const registered = ({ ageBand, channel, verified }: CountedFacts, day: Temporal.PlainDate): Increments => [
  add('workersRegistered', day),
  ...(ageBand === 0 ? [] : [add(`workersAged:${ageBand}`, day)]),
  ...(channel ? [add(`workersCame:${channel}`, day)] : []),
  ...(verified ? [add('workersVerified', day)] : []),
]

const erased = ({ ageBand, channel, verified }: CountedFacts, day: Temporal.PlainDate): Increments => [
  add('workersErased', day, -1),
  ...(ageBand === 0 ? [] : [add(`erasedAged:${ageBand}`, day, -1)]),
  ...(channel ? [add(`cameErased:${channel}`, day, -1)] : []),
  ...(verified ? [add('verifiedErased', day, -1)] : []),
]

function taken({ at, facts }: DomainEvent<'jobTaken'>): Increments {
  const published = Temporal.Instant.from(facts.publishedAt)
  const [posted, start] = [countyDay(published), dayOf(facts.startsAt)]
  const all = [add('applications', posted), add('takesAccepted', start), add('seatsFilled', start)]
  if (!facts.first) return all
  const bin = binOf('acceptMinutes', at.since(published).total('minutes'))
  return [...all, add('jobsAccepted', posted), add(`acceptMinutes:${bin}`, posted)]
}

const freed = ({ startsAt }: { readonly startsAt: string }, why: Measure): Increments => [
  add('seatsFilled', dayOf(startsAt), -1),
  add(why, dayOf(startsAt)),
]

function started({ covered, riskClass }: EventFacts['takeStarted'], day: Temporal.PlainDate): Increments {
  if (covered) return [add('takesStarted', day), add('takesStartedCovered', day)]
  return riskClass >= HIGH_RISK_CLASS ? [add('takesStarted', day), add('highRiskUninsured', day)] : [add('takesStarted', day)]
}

function confirmed({ at, facts }: DomainEvent<'takeConfirmed'>): Increments {
  const { days, minutesPerDay, payFen, startsAt } = facts
  const first = dayOf(startsAt)
  const worked = Array.from({ length: days }, (_, after) => first.add({ days: after }))
  return [
    add('takesConfirmed', countyDay(at)),
    add(`dayPayFen:${binOf('dayPayFen', payFen / days)}`, countyDay(at), days),
    add('takesDue', countyDay(payBy(at))),
    add(`takesDueFrom:${employerTypeOf(facts)}`, countyDay(payBy(at))),
    ...worked.flatMap((day) => [add('workMinutes', day, minutesPerDay), add('workDays', day)]),
  ]
}

function paid({ at, facts }: DomainEvent<'takePaid'>): Increments {
  const due = payBy(Temporal.Instant.from(facts.confirmedAt))
  const money = [add('paidFen', countyDay(at), facts.payFen), add('takesPaid', countyDay(at))]
  return isBefore(due, at)
    ? money
    : [...money, add('takesPaidOnTime', countyDay(due)), add(`takesPaidOnTimeFrom:${employerTypeOf(facts)}`, countyDay(due))]
}

/** Where a band of days ends; the last one never does. */
const bandEnd = (band: OwedBand): number | undefined => OWED_BANDS[OWED_BANDS.indexOf(band) + 1]

/**
 * What is owed passes from one band of days to the next by itself, so all its steps are counted when it falls due, also those to come; when it
 * is paid, what was still to come is taken back.
 */
function owed(facts: EventFacts['payDue'] | EventFacts['billPaid'], day: Temporal.PlainDate, sign: 1 | -1): Increments {
  const { since, amountFen, seats } = facts
  const due = dayOf(since)
  const kind = employerTypeOf(facts)
  const first = due.add({ days: OWED_BANDS[0] })
  const owedFrom = Temporal.PlainDate.compare(first, day) < 0 ? day : first
  const whole = [add(`owedFenBy:${kind}`, owedFrom, sign * amountFen), add(`owedSeatsBy:${kind}`, owedFrom, sign * seats)]
  const bands = OWED_BANDS.flatMap((band) => {
    const begins = due.add({ days: band })
    const from = Temporal.PlainDate.compare(begins, day) < 0 ? day : begins
    const end = bandEnd(band)
    const until = end === undefined ? undefined : due.add({ days: end })
    if (until !== undefined && Temporal.PlainDate.compare(from, until) >= 0) return []
    const steps: Increments = [add(`owedFen:${band}`, from, sign * amountFen), add(`owedSeats:${band}`, from, sign * seats)]
    return until === undefined ? steps : [...steps, ...steps.map((step) => ({ ...step, day: until, by: -step.by }))]
  })
  return [...bands, ...whole]
}

/** A person may be registered in steps, a role each; as a worker he is counted once. */
const keyOf = (event: DomainEvent): string => (event.type === 'personRegistered' ? `worker:${event.facts.person}` : event.id)

const workOf = ({ facts }: DomainEvent) => ({
  /** Money between the county and its provider moves nowhere in particular. */
  township: 'township' in facts ? facts.township : '',
  trade: 'trade' in facts ? facts.trade : null,
  riskClass: 'riskClass' in facts ? facts.riskClass : null,
})

/** Who told late where he lives was counted without a township: he is taken out there and counted again where he belongs. */
function moved({ at, facts }: DomainEvent<'townshipTold'>): readonly Addition[] {
  if (!facts.roles.includes('worker')) return []
  const none = { trade: null, riskClass: null }
  return registered(facts, countyDay(at)).flatMap(({ measure, day }) => [
    { ...none, township: '', measure, day: day.toString(), by: -1 },
    { ...none, township: facts.township, measure, day: day.toString(), by: 1 },
  ])
}

/** undefined: the event counts for nothing by itself. */
export function fold(event: DomainEvent): Effect | undefined {
  const additions = event.type === 'townshipTold' ? moved(event) : everywhere(workOf(event), counted(event))
  if (additions.length === 0) return undefined
  const { county, demo, at } = event
  return { key: keyOf(event), county, demo, at, additions }
}

/** The events that count for something. */
export const COUNTED_EVENTS = [
  'personRegistered',
  'townshipTold',
  'personVerified',
  'personErased',
  'jobPublished',
  'jobCancelled',
  'jobInsured',
  'payDue',
  'billPaid',
  'billWithdrawn',
  'jobTaken',
  'takeUndone',
  'takeHandedBack',
  'takeCancelled',
  'takeMissed',
  'takeStarted',
  'takeConfirmed',
  'takePaid',
  'ratingsShown',
] as const satisfies readonly DomainEvent['type'][]
