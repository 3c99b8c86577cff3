import { countyDay } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import { HIGH_RISK_CLASS, type Measure } from './catalogue.ts'

/** One measure grows by so much, on the county day of the event's own time: a late event still counts where it belongs. */
export interface Increment {
  readonly measure: Measure
  readonly by: number
}

/** What an event adds, where and when. `key` is the effect's own: two events with one key count once. */
export interface Fold {
  readonly key: string
  readonly county: string
  readonly demo: boolean
  readonly at: Temporal.Instant
  readonly day: Temporal.PlainDate
  /** The work place's township, for a person the residence; empty where nobody said. */
  readonly township: string
  /** null: not about work. */
  readonly trade: string | null
  readonly riskClass: number | null
  readonly increments: readonly Increment[]
}

const add = (measure: Measure, by = 1): Increment => ({ measure, by })

function counted(event: DomainEvent): readonly Increment[] {
  switch (event.type) {
    case 'personRegistered':
      return event.facts.roles.includes('worker') ? [add('workersRegistered')] : []
    case 'jobPublished':
      return [add('jobsPosted'), add('seatsPosted', event.facts.seats)]
    case 'jobInsured':
      return [add('premiumFen', event.facts.premiumFen)]
    case 'takeStarted':
      return started(event.facts)
    case 'takeConfirmed':
      return [add('takesConfirmed')]
    case 'takePaid':
      return [add('paidFen', event.facts.payFen)]
    default:
      return []
  }
}

function started({ covered, riskClass }: { readonly covered: boolean; readonly riskClass: number }): readonly Increment[] {
  if (covered) return [add('takesStarted'), add('takesStartedCovered')]
  return riskClass >= HIGH_RISK_CLASS ? [add('takesStarted'), add('highRiskUninsured')] : [add('takesStarted')]
}

/** A person may be registered in steps, a role each; as a worker he is counted once. */
const keyOf = (event: DomainEvent): string => (event.type === 'personRegistered' ? `worker:${event.facts.person}` : event.id)

const workOf = (event: DomainEvent): Pick<Fold, 'trade' | 'riskClass'> =>
  'trade' in event.facts ? { trade: event.facts.trade, riskClass: event.facts.riskClass } : { trade: null, riskClass: null }

/** Money between the county and its provider moves nowhere in particular. */
export const townshipOf = ({ facts }: DomainEvent): string => ('township' in facts ? facts.township : '')

/** undefined: the event counts for nothing. */
export function fold(event: DomainEvent): Fold | undefined {
  const increments = counted(event)
  if (increments.length === 0) return undefined
  const { county, demo, at } = event
  return { key: keyOf(event), county, demo, at, day: countyDay(at), township: townshipOf(event), ...workOf(event), increments }
}
