import type { AuditRow } from './audited.ts'
import { canonicalText, NO_ROWS, type Sha256, type Tail } from './chain.ts'

/**
 * `missing`: the line is not there. `twice`: it is there more than once. `changed`: it is not what its own hash was made of. `not-followed`:
 * it is not the row that the next one was written behind. `unreadable`: it is no row any more.
 */
export type ChainFault = 'missing' | 'twice' | 'changed' | 'not-followed' | 'unreadable'

export interface BadRow<Fault = ChainFault> {
  readonly line: number
  readonly fault: Fault
}

/** Looks at one row, which comes right behind the tail; undefined where all is well. */
export function checkRow(row: AuditRow, tail: Tail, sha256: Sha256): BadRow | undefined {
  if (row.line > tail.line + 1) return { line: tail.line + 1, fault: 'missing' }
  if (row.line < tail.line + 1) return { line: row.line, fault: 'twice' }
  if (row.hash !== sha256(canonicalText(row))) return { line: row.line, fault: 'changed' }
  if (row.previous === tail.hash) return undefined
  return tail.line === NO_ROWS.line ? { line: row.line, fault: 'changed' } : { line: tail.line, fault: 'not-followed' }
}
