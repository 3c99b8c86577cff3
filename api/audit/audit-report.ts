import type { AuditReport } from './verify-audit.ts'

const NAME_WIDTH = 18
const COUNT_WIDTH = 12
const DAYS_SHOWN = 100

const row = (name: string, count: number): string => `${name.padEnd(NAME_WIDTH)}${String(count).padStart(COUNT_WIDTH)}`

/** Whether every row is as it was written. */
export const isWhole = ({ bad, badDays }: AuditReport): boolean => bad === null && badDays.length === 0

/** The report as lines to read. */
export function auditLines(report: AuditReport): readonly string[] {
  const { rows, roots, bad, badDays } = report
  return [
    row('rows', rows),
    row('roots', roots),
    ...(bad === null ? [] : [`first bad row: line ${bad.line}: ${bad.fault}`]),
    ...badDays.slice(0, DAYS_SHOWN).map(({ day, fault }) => `root of ${day}: ${fault}`),
    isWhole(report) ? 'The audit is whole.' : 'THE AUDIT IS NOT WHOLE.',
  ]
}
