import type { AuditRow } from '../core/audit/audited.ts'
import { NO_ROWS, type Tail } from '../core/audit/chain.ts'
import { type BadRow, type ChainFault, checkRow } from '../core/audit/check-chain.ts'
import type { Root, RootFault } from '../core/audit/root.ts'
import { BadDocument, type Store } from '../store/port.ts'
import { sha256 } from './audit.ts'
import { auditRows } from './audit-row.collection.ts'
import type { RootFiles } from './root-files.ts'

const PAGE_ROWS = 500

interface Chain {
  readonly store: Pick<Store, 'find'>
  readonly county: string
}

export interface AuditReport {
  /** How many rows are as they were written. */
  readonly rows: number
  readonly roots: number
  /** The first row that is wrong; what comes behind it was not looked at. */
  readonly bad: Bad | null
  /** Days whose root is not there, was written by somebody else, or with a key that the ring lacks. */
  readonly badDays: readonly { readonly day: string; readonly fault: RootFault }[]
}

interface Reading {
  readonly chain: Chain
  readonly roots: ReadonlyMap<number, Root>
  tail: Tail
  /** The days that the chain itself says were written out. */
  readonly days: Set<string>
}

/** Reads the whole chain and recomputes it, and holds it against the roots that were written out. May run while others write. */
export async function verifyAudit(chain: Chain, files: Pick<RootFiles, 'read'>): Promise<AuditReport> {
  const found = files.read()
  const ours = found.flatMap(({ root, fault }) => (root !== undefined && fault === undefined ? [root] : []))
  const reading: Reading = { chain, roots: new Map(ours.map((root) => [root.line, root])), tail: NO_ROWS, days: new Set() }
  const bad = (await firstBadRow(reading)) ?? truncated(reading)
  const doubted = found.flatMap(({ day, fault }) => (fault === undefined ? [] : [{ day, fault }]))
  /** Read once more: one may have been written while the rows were read. */
  const there = new Set(files.read().map(({ day }) => day))
  const missing = [...reading.days].filter((day) => !there.has(day)).map((day) => ({ day, fault: 'root-missing' as const }))
  return { rows: reading.tail.line, roots: ours.length, bad: bad ?? null, badDays: [...doubted, ...missing] }
}

/** A root that was written out stands for rows that must be there. */
function truncated({ roots, tail }: Reading): BadRow<RootFault> | undefined {
  return [...roots.keys()].some((line) => line > tail.line) ? { line: tail.line + 1, fault: 'truncated' } : undefined
}

type Bad = BadRow<ChainFault | RootFault>

/** Where a row was not written behind the one before, the next one tells which of the two does not belong. */
async function firstBadRow(reading: Reading): Promise<Bad | undefined> {
  let doubtful: { readonly line: number; readonly bad: Bad } | undefined
  for await (const row of every(reading.chain)) {
    if (row === 'unreadable') return doubtful?.bad ?? { line: reading.tail.line + 1, fault: row }
    if (doubtful !== undefined) return row.line === doubtful.line ? { line: row.line, fault: 'twice' } : doubtful.bad
    const bad = readRow(reading, row)
    if (bad?.fault === 'not-followed') doubtful = { line: row.line, bad }
    else if (bad !== undefined) return bad
  }
  return doubtful?.bad
}

function readRow(reading: Reading, row: AuditRow): Bad | undefined {
  const bad = checkRow(row, reading.tail, sha256)
  if (bad !== undefined) return bad
  if ((reading.roots.get(row.line)?.hash ?? row.hash) !== row.hash) return { line: row.line, fault: 'root-differs' }
  if (row.action === 'write-root') reading.days.add(String(row.facts['day']))
  reading.tail = row
  return undefined
}

/** The rows by line, up to the first that cannot be read. */
async function* every(chain: Chain): AsyncGenerator<AuditRow | 'unreadable'> {
  let limit = PAGE_ROWS
  for (let after: string | undefined; ; ) {
    const page = await pageOf(chain, { after, limit })
    if (page !== undefined) {
      yield* page.docs
      after = page.next
      if (after === undefined) return
    } else if (limit === 1) {
      yield 'unreadable'
      return
    } else {
      limit = 1
    }
  }
}

/** undefined: some row of the page is no row any more. */
async function pageOf({ store, county }: Chain, { after, limit }: { after: string | undefined; limit: number }) {
  try {
    return await store.find(auditRows, { index: 'line', county, limit, ...(after === undefined ? {} : { after }) })
  } catch (error) {
    if (error instanceof BadDocument) return undefined
    throw error
  }
}
