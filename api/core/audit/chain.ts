import { instantText } from '../clock.ts'
import { cleanFacts, type Facts } from '../facts.ts'
import type { AskedAudit, AuditRow } from './audited.ts'

/** SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string

/** The end of the chain: what the next row is written behind. */
export type Tail = Pick<AuditRow, 'line' | 'hash'>

const VERSION = 'linggong-audit-1'
const NOTHING_BEFORE = '0'.repeat(64)
export const NO_ROWS: Tail = { line: 0, hash: NOTHING_BEFORE }

const sorted = (facts: Facts): readonly (readonly [string, string | number])[] => Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))

/** All that a row says, as one text that only this row has: a JSON array of a fixed order, facts by name, without spaces. */
export function canonicalText(row: Omit<AuditRow, 'hash'>): string {
  const { county, line, at, key, actor, action, subjects, facts, previous } = row
  return JSON.stringify([VERSION, county, line, instantText(at), key, actor.role, actor.id, action, subjects, sorted(facts), previous])
}

/** What somebody typed for an id may be a person's number; a row is never written over, so that is kept out. */
const LOOKS_PERSONAL = /\d{15}|^1[3-9]\d{9}$/

function cleaned(facts: Facts): Facts {
  const kept = Object.entries(cleanFacts(facts)).map(([name, fact]) => [name, LOOKS_PERSONAL.test(String(fact)) ? '?' : fact])
  return Object.fromEntries(kept)
}

const cleanId = (id: string): string => String(cleaned({ id })['id'])

interface Where {
  readonly county: string
  readonly at: Temporal.Instant
  readonly tail: Tail
}

/** The row that says what was asked, behind the end of the chain. */
export function rowBehind(asked: AskedAudit, { county, at, tail }: Where, sha256: Sha256): AuditRow {
  const { key, actor, action } = asked
  const about = { subjects: asked.subjects.map(cleanId), facts: cleaned(asked.facts) }
  const row = { county, line: tail.line + 1, at, key, actor, action, ...about, previous: tail.hash }
  return { ...row, hash: sha256(canonicalText(row)) }
}

/** Whether a row says just what is asked to be written. */
export function isSame(row: AuditRow, asked: AskedAudit): boolean {
  const { county, at, line, previous: hash } = row
  const again = rowBehind(asked, { county, at, tail: { line: line - 1, hash } }, (text) => text)
  return again.hash === canonicalText(row)
}
