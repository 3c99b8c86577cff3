import type { AlertView } from '../contract/alert.contract.ts'
import { type Alert, isSmall } from '../core/alert/alert.ts'
import { RULES } from '../core/alert/rule.ts'
import { instantText } from '../core/clock.ts'
import { can, type StaffRights } from '../core/staff/policy.ts'
import { SEASON_NAME } from '../statistics/statistics-copy.ts'
import { ALERT_WORDS, DESK_NAME, RULE_COPY, UNIT_TEXT } from './alert-copy.ts'

/** Who reads: one of the staff, or the dashboards' token. */
export interface Reader {
  readonly county: string
  readonly staff?: StaffRights
}

/** Whether somebody sees the figures of a township, or of the county (''); the dashboards' token sees all of it. */
export const maySeeFigures = ({ staff, county }: Reader, township: string): boolean =>
  staff === undefined || can(staff, 'see-figures', { county, township })

export const mayHandle = ({ staff, county }: Reader, township: string): boolean =>
  staff !== undefined && can(staff, 'handle-alerts', { county, township })

function numbersOf({ rule, numbers }: Alert): AlertView['numbers'] {
  return Object.entries(RULES[rule].numbers).flatMap(([id, unit]) => {
    const value = numbers[id]
    return value === undefined ? [] : [{ id, name: RULE_COPY[rule].numbers[id] ?? id, value, unit, text: UNIT_TEXT[unit](value) }]
  })
}

/**
 * An alert as its reader may see it. Who only sees figures is told of a handful of people that there is something in the county, not where, how
 * much and about whom.
 */
export function showAlert(alert: Alert, who: Reader): AlertView {
  const { rule, county, township, mutedBy } = alert
  const handles = mayHandle(who, township)
  const suppressed = !handles && isSmall(alert)
  const where = suppressed ? '' : township
  const numbers = suppressed ? [] : numbersOf(alert)
  const { title, definition } = RULE_COPY[rule]
  const told = suppressed ? [ALERT_WORDS.suppressed] : numbers.map(({ name, text }) => `${name}${text}`)
  const said = mutedBy === null ? told : [...told, ALERT_WORDS.mutedBy(SEASON_NAME[mutedBy])]
  return {
    ...{ id: alert.id, rule, title, definition, desk: DESK_NAME[RULES[rule].desk], urgent: RULES[rule].urgent },
    text: ALERT_WORDS.sentence({ title, where: where || ALERT_WORDS.everywhere, said }),
    ...{ state: alert.state, region: where || county, subject: handles && alert.subject !== '' ? alert.subject : null },
    ...{ from: alert.from, to: alert.to, numbers, suppressed, mutedBy, firedAt: instantText(alert.firedAt), demo: alert.demo },
    steps: alert.steps.map(({ at, state, by, note }) => ({ state, at: instantText(at), by, note: handles ? note : '' })),
  }
}
