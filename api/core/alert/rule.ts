import { METRIC_UNITS } from '../statistics/metric-row.ts'

/** When a rule is looked at: with the event itself, each hour, each night; `waiting`: nothing in the county tells of it yet. */
export const RULE_TIMES = ['immediate', 'hourly', 'nightly', 'waiting'] as const
export type RuleTime = (typeof RULE_TIMES)[number]

/** Who of the county has to look. */
export const DESKS = ['hall', 'inspection', 'station', 'insurance', 'statistics'] as const
export type Desk = (typeof DESKS)[number]

/** What a number of an alert counts: as the metrics do, and what only rules look at. */
export const ALERT_UNITS = [...METRIC_UNITS, 'years', 'class', 'counts'] as const
export type AlertUnit = (typeof ALERT_UNITS)[number]

interface RuleRow {
  /** Its letter in the county's list of rules. */
  readonly letter: string
  readonly time: RuleTime
  readonly desk: Desk
  /** Whether somebody should look today. */
  readonly urgent: boolean
  /** The numbers that fire it, in the order in which they are read. */
  readonly numbers: Readonly<Record<string, AlertUnit>>
}

const rule = <N extends Readonly<Record<string, AlertUnit>>>(
  [letter, time, desk]: readonly [string, RuleTime, Desk],
  numbers: N,
  urgent = false,
) => ({ letter, time, desk, urgent, numbers })
const urgent = <N extends Readonly<Record<string, AlertUnit>>>(about: readonly [string, RuleTime, Desk], numbers: N) =>
  rule(about, numbers, true)

/**
 * Every rule of the county's list, its words beside it in alert-copy.ts. What a rule says is a reason to look and never a verdict: nobody is
 * punished by one.
 */
const RULE_ROWS = {
  'high-risk-uninsured': urgent(['a', 'immediate', 'insurance'], { uninsured: 'takes' }),
  'coverage-low': rule(['b', 'nightly', 'insurance'], { coverage: 'ratio', started: 'takes', least: 'ratio' }),
  'coverage-fallen': rule(['b', 'nightly', 'insurance'], { coverage: 'ratio', before: 'ratio', started: 'takes' }),
  'arrears-over-week': urgent(['c', 'nightly', 'inspection'], { owedFen: 'fen', workers: 'people' }),
  'arrears-of-many': urgent(['c', 'immediate', 'inspection'], { owedFen: 'fen', workers: 'people' }),
  'complaints-surge': rule(['d', 'waiting', 'inspection'], {}),
  'contested-pay-surge': rule(['d', 'nightly', 'inspection'], { contested: 'takes', usual: 'takes' }),
  'fill-rate-slump': rule(['e', 'nightly', 'hall'], { fillRate: 'ratio', usual: 'ratio', seats: 'seats' }),
  'pay-below-floor': urgent(['f', 'immediate', 'inspection'], { hourFen: 'fen', floorFen: 'fen' }),
  'pay-below-usual': rule(['f', 'immediate', 'hall'], { dayFen: 'fen', usualFen: 'fen' }),
  'registration-burst': rule(['g', 'hourly', 'hall'], { registered: 'people', most: 'people' }),
  'overlapping-work': rule(['h', 'immediate', 'hall'], { jobs: 'jobs' }),
  'long-day': rule(['h', 'immediate', 'hall'], { minutes: 'minutes', most: 'minutes' }),
  'child-refused': urgent(['i', 'hourly', 'inspection'], { refused: 'cases' }),
  'minor-in-danger': urgent(['i', 'immediate', 'inspection'], { ageYears: 'years', riskClass: 'class' }),
  'payouts-concentrated': rule(['j', 'nightly', 'inspection'], { share: 'ratio', amountFen: 'fen', payouts: 'cases' }),
  'circular-pair': rule(['j', 'immediate', 'inspection'], { there: 'takes', back: 'takes' }),
  'policy-ending': rule(['k', 'waiting', 'insurance'], {}),
  'stale-data': rule(['l', 'hourly', 'statistics'], { days: 'days' }),
  'impossible-ratio': rule(['l', 'nightly', 'statistics'], { ratio: 'ratio' }),
  'sum-mismatch': rule(['l', 'nightly', 'statistics'], { whole: 'counts', parts: 'counts' }),
} as const satisfies Readonly<Record<string, RuleRow>>

export type RuleId = keyof typeof RULE_ROWS
export const RULE_IDS = Object.keys(RULE_ROWS) as [RuleId, ...RuleId[]] // the keys of the table the type is made of
export const RULES: Readonly<Record<RuleId, RuleRow>> = RULE_ROWS

/** What a rule brings when it fires. */
export type NumbersOf<R extends RuleId> = { readonly [Name in keyof (typeof RULE_ROWS)[R]['numbers']]: number }
