import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { at } from '../testing/builders.ts'
import type { AskedAudit, AuditRow } from './audited.ts'
import { canonicalText, isSame, NO_ROWS, rowBehind, type Tail } from './chain.ts'
import { checkRow } from './check-chain.ts'

/** Any function that tells texts apart will do here. */
const hashed = (text: string): string => `#${text}`
const WHERE = { county: '350428', at: at('2026-11-23T07:30:00+08:00') }

const asked = (about: Partial<AskedAudit<'set-credit-line'>> = {}): AskedAudit<'set-credit-line'> => ({
  key: 'k1',
  actor: { role: 'staff', id: 'hall' },
  action: 'set-credit-line',
  subjects: ['cai'],
  facts: { limitFen: 100 },
  ...about,
})

function chainOf(count: number): AuditRow[] {
  const rows: AuditRow[] = []
  let tail: Tail = NO_ROWS
  for (let n = 1; n <= count; n += 1) {
    const row = rowBehind(asked({ key: `k${n}`, facts: { limitFen: n } }), { ...WHERE, tail }, hashed)
    rows.push(row)
    tail = row
  }
  return rows
}

/** As verify reads it: by line. */
function firstBad(rows: readonly AuditRow[]) {
  let tail: Tail = NO_ROWS
  for (const row of rows.toSorted((a, b) => a.line - b.line)) {
    const bad = checkRow(row, tail, hashed)
    if (bad !== undefined) return bad
    tail = row
  }
  return undefined
}
const [first, second, third, fourth] = chainOf(4)
if (!first || !second || !third || !fourth) throw new Error('a chain of four has four rows')
const rehashed = (row: AuditRow): AuditRow => ({ ...row, hash: hashed(canonicalText(row)) })

describe('a row', () => {
  it('is one text, whatever the order of its facts', () => {
    const row = rowBehind(asked(), { ...WHERE, tail: NO_ROWS }, hashed)
    expect(canonicalText({ ...row, facts: { b: 1, a: '2' } })).toBe(canonicalText({ ...row, facts: { a: '2', b: 1 } }))
    expect(canonicalText(row)).toBe(
      `["linggong-audit-1","350428",1,"2026-11-22T23:30:00.000Z","k1","staff","hall","set-credit-line",["cai"],[["limitFen",100]],"${'0'.repeat(64)}"]`,
    )
  })

  it('is another text where anything in it is another', () => {
    const said = fc.record({ key: fc.string(), subjects: fc.array(fc.string()), facts: fc.dictionary(fc.string(), fc.string()) })
    const text = (about: object) => canonicalText({ ...first, ...about })
    fc.assert(
      fc.property(said, said, (a, b) => {
        const sortedFacts = (facts: object) => Object.entries(facts).toSorted(([x], [y]) => (x < y ? -1 : 1))
        const same = JSON.stringify([a.key, a.subjects, sortedFacts(a.facts)]) === JSON.stringify([b.key, b.subjects, sortedFacts(b.facts)])
        expect(text(a) === text(b)).toBe(same)
      }),
    )
  })

  it.each([
    ['J1', 'J1'],
    ['王小明', '?'],
    ['350428199001011234', '?'],
    ['task-350428199001011234', '?'],
    ['13800001234', '?'],
    ['01JD9VZ4E8Q7W2N5KX3M6RBTYC', '01JD9VZ4E8Q7W2N5KX3M6RBTYC'],
  ])('keeps of %s only %s, as a subject and as a fact', (typed, kept) => {
    const close = { ...asked(), action: 'close-staff-task', subjects: [typed], facts: { task: typed } } as const
    const row = rowBehind(close, { ...WHERE, tail: NO_ROWS }, hashed)
    expect([row.subjects, row.facts]).toEqual([[kept], { task: kept }])
    expect(isSame(row, close)).toBe(true)
  })

  it('says what was asked, and nothing else', () => {
    expect(isSame(first, asked())).toBe(false)
    expect(isSame(first, asked({ facts: { limitFen: 1 } }))).toBe(true)
    expect(isSame(first, asked({ facts: { limitFen: 1 }, subjects: ['liao'] }))).toBe(false)
    expect(isSame(first, asked({ facts: { limitFen: 1 }, actor: { role: 'operator', id: 'hall' } }))).toBe(false)
  })
})

describe('a chain', () => {
  it('holds as it was written', () => {
    expect(firstBad(chainOf(20))).toBeUndefined()
    expect(firstBad([])).toBeUndefined()
  })

  it.each<[string, readonly AuditRow[], object]>([
    ['the first row is gone', [second, third], { line: 1, fault: 'missing' }],
    ['a row is gone', [first, third, fourth], { line: 2, fault: 'missing' }],
    ['a row says something else', [first, { ...second, facts: { limitFen: 9 } }, third], { line: 2, fault: 'changed' }],
    ['somebody else did it', [first, { ...second, actor: { role: 'system', id: 'x' } }, third], { line: 2, fault: 'changed' }],
    ['a row was changed, and its hash with it', [first, rehashed({ ...second, key: 'k9' }), third], { line: 2, fault: 'not-followed' }],
    ['the first row was changed, and its hash', [rehashed({ ...first, key: 'k9' }), second], { line: 1, fault: 'not-followed' }],
    ['something stands before the first row', [rehashed({ ...first, previous: first.hash })], { line: 1, fault: 'changed' }],
    ['a row was put in beside another', [first, second, rehashed({ ...second, key: 'k9' }), third], { line: 2, fault: 'twice' }],
    [
      'a row was put in between, those behind it renumbered',
      [first, rehashed({ ...second, key: 'k9' }), { ...second, line: 3 }, { ...third, line: 4 }],
      { line: 3, fault: 'changed' },
    ],
    ['two rows changed places', [first, { ...third, line: 2 }, { ...second, line: 3 }, fourth], { line: 2, fault: 'changed' }],
    [
      'two rows changed places, and their hashes with them',
      [first, rehashed({ ...third, line: 2, previous: first.hash }), rehashed({ ...second, line: 3 }), fourth],
      { line: 2, fault: 'not-followed' },
    ],
  ])('that %s is found', (_what, rows, bad) => {
    expect(firstBad(rows)).toEqual(bad)
  })

  it('shows every change of one field of one row, at that row', () => {
    const changes: ((row: AuditRow) => AuditRow)[] = [
      (row) => ({ ...row, county: '350429' }),
      (row) => ({ ...row, at: row.at.add({ milliseconds: 1 }) }),
      (row) => ({ ...row, key: `${row.key}x` }),
      (row) => ({ ...row, action: 'erase-person' }),
      (row) => ({ ...row, subjects: [] }),
      (row) => ({ ...row, facts: {} }),
      (row) => ({ ...row, previous: row.hash }),
      (row) => ({ ...row, hash: hashed('x') }),
    ]
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom(...changes), (index, change) => {
        const rows = chainOf(10).map((row, n) => (n === index ? change(row) : row))
        expect(firstBad(rows)).toEqual({ line: index + 1, fault: 'changed' })
      }),
    )
  })
})
