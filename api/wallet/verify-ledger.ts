import { auditEntry, auditJobs, type Fault, newAudit } from '../core/ledger/audit.ts'
import type { FigureName } from '../core/ledger/figure.ts'
import { addFen, type Fen } from '../core/money.ts'
import type { Query, Store } from '../store/port.ts'
import { type EntryDoc, entries } from './entry.collection.ts'

const PAGE_ENTRIES = 500

interface Book {
  readonly store: Pick<Store, 'find'>
  readonly county: string
}

export interface LedgerReport {
  readonly entries: number
  readonly trialBalanceFen: Fen
  /** What all accounts of a kind come to: `worker` is what is owed to workers, `job` what lies in escrow. */
  readonly totalsFen: Readonly<Record<string, Fen>>
  /** Which entry or figure is wrong, and how. Empty when all is well. */
  readonly faults: readonly { readonly where: string; readonly fault: Fault }[]
}

/** Reads the whole book and recomputes everything that its entries carry. May run while others write. */
export async function verifyLedger(book: Book): Promise<LedgerReport> {
  const audit = newAudit()
  let count = 0
  for await (const booked of every(book, { index: 'line' })) {
    auditEntry(audit, booked)
    count += 1
  }
  auditJobs(audit)
  const figures = await Promise.all([...audit.figureFaults.keys()].map((name) => verifyFigure(book, name)))
  return {
    entries: count,
    trialBalanceFen: addFen(...audit.totalsFen.values()),
    totalsFen: Object.fromEntries(audit.totalsFen),
    faults: [...audit.entryFaults, ...figures.flat()].map(([where, fault]) => ({ where, fault })),
  }
}

/**
 * Lines of different accounts are not written in their order, so an entry written while we read may be overlooked and look like a gap.
 * The lines of one figure are: read alone, what is still wrong is wrong.
 */
async function verifyFigure(book: Book, name: FigureName): Promise<readonly (readonly [string, Fault])[]> {
  const audit = newAudit(name)
  for await (const booked of every(book, { index: 'figure', equals: { 'figures.name': name } })) auditEntry(audit, booked)
  auditJobs(audit)
  return [...audit.figureFaults]
}

async function* every({ store, county }: Book, query: Pick<Query, 'index' | 'equals'>): AsyncGenerator<EntryDoc> {
  for (let after: string | undefined; ; ) {
    const page = await store.find(entries, { ...query, county, limit: PAGE_ENTRIES, ...(after === undefined ? {} : { after }) })
    yield* page.docs
    after = page.next
    if (after === undefined) return
  }
}
