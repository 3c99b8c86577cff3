import type { Life } from '../life.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { SeasonKind } from '../statistics/season.ts'
import { LEAST_PEOPLE } from '../statistics/suppress.ts'
import type { NumbersOf, RuleId } from './rule.ts'

export const ALERT_STATES = ['new', 'acknowledged', 'closed'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** Numbers that change make it new again, whatever was said of those before. */
const NEXT_ALERT_STATE = {
  new: ['acknowledged'],
  acknowledged: ['closed', 'new'],
  closed: ['new'],
} as const satisfies Life<AlertState>

/** Something that happened to an alert, as it is told for ever. */
export interface AlertStep {
  readonly state: AlertState
  readonly at: Temporal.Instant
  /** The account of the staff; empty where the county itself did it. */
  readonly by: string
  readonly note: string
}

/** What a rule has found: where, about what, in which days, and by which numbers. */
export type Finding<R extends RuleId = RuleId> = {
  [Rule in R]: {
    readonly rule: Rule
    /** Empty: the county as a whole. */
    readonly township: string
    /** The id or number of what it is about; empty: the place itself. */
    readonly subject: string
    /** County days, half-open. */
    readonly from: string
    readonly to: string
    readonly numbers: NumbersOf<Rule>
    /** How many people stand behind the numbers. */
    readonly people: number
    readonly demo: boolean
    /** Days of the year that explain it: then nobody is called. */
    readonly mutedBy: SeasonKind | null
  }
}[R]

export interface Alert {
  readonly id: string
  readonly county: string
  readonly rule: RuleId
  readonly township: string
  readonly subject: string
  readonly from: string
  readonly to: string
  /** The last day of its period, by which it is listed. */
  readonly day: string
  readonly numbers: Readonly<Record<string, number>>
  readonly people: number
  readonly demo: boolean
  readonly mutedBy: SeasonKind | null
  readonly state: AlertState
  readonly firedAt: Temporal.Instant
  /** The newest last; only the last ones are kept, the audit has them all. */
  readonly steps: readonly AlertStep[]
}

const STEPS_MAX = 20

const stepped = <A extends Alert>(alert: A, step: AlertStep): A => ({
  ...alert,
  state: step.state,
  steps: [...alert.steps, step].slice(-STEPS_MAX),
})

const mayStep = ({ state }: Alert, to: AlertState): boolean => {
  const next: Life<AlertState> = NEXT_ALERT_STATE
  return next[state].includes(to)
}

/** One alert a rule, subject and period: what it is told apart by. */
export const alertKey = ({ rule, township, subject, from, to, demo }: Finding): string =>
  JSON.stringify([demo, rule, township, subject, from, to])

/** What is explained by the days of the year is written down and closed at once, so that it can be seen that it was looked at. */
const firstStep = (at: Temporal.Instant, mutedBy: SeasonKind | null): AlertStep => ({
  state: mutedBy === null ? 'new' : 'closed',
  at,
  by: '',
  note: '',
})

export function newAlert(finding: Finding, { id, county, at }: { id: string; county: string; at: Temporal.Instant }): Alert {
  const { numbers, ...about } = finding
  const step = firstStep(at, finding.mutedBy)
  const day = Temporal.PlainDate.from(finding.to).subtract({ days: 1 }).toString()
  return { ...about, id, county, day, numbers: { ...numbers }, state: step.state, firedAt: at, steps: [step] }
}

const isSame = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean =>
  Object.entries(one).every(([name, value]) => other[name] === value) && Object.keys(one).length === Object.keys(other).length

/** The same thing found again: the same numbers say nothing new, others make it new. */
export function fireAgain<A extends Alert>(alert: A, { numbers, people, mutedBy }: Finding, at: Temporal.Instant): A {
  if (isSame(alert.numbers, { ...numbers })) return alert
  return stepped({ ...alert, numbers: { ...numbers }, people, mutedBy, firedAt: at }, firstStep(at, mutedBy))
}

interface Said {
  readonly by: string
  readonly at: Temporal.Instant
  readonly note: string
}

/** Somebody looks into it. */
export function acknowledge<A extends Alert>(alert: A, said: Said): Result<A> {
  if (!mayStep(alert, 'acknowledged')) return refuse('alert-not-new')
  return accept(stepped(alert, { ...said, state: 'acknowledged' }))
}

/** Somebody has looked into it and says what came of it. */
export function close<A extends Alert>(alert: A, said: Said): Result<A> {
  if (!mayStep(alert, 'closed')) return refuse('alert-not-acknowledged')
  return accept(stepped(alert, { ...said, state: 'closed' }))
}

/** Whether its numbers are those of a handful of people, which who only sees figures is not told. */
export const isSmall = ({ people }: Pick<Alert, 'people'>): boolean => people > 0 && people < LEAST_PEOPLE
