import { type Audit, auditEntry, auditJobs, type Fault, newAudit } from '../core/ledger/audit.ts'
import type { FigureName } from '../core/ledger/figure.ts'
import { addFen, type Fen } from '../core/money.ts'
import { BadDocument, type Page, type Query, type Store } from '../store/port.ts'
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
  readonly faults: readonly { readonly where: string; readonly fault: Fault | 'unreadable' }[]
}

/** Reads the whole book and recomputes everything that its entries carry. May run while others write. */
export async function verifyLedger(book: Book): Promise<LedgerReport> {
  const audit = newAudit()
  const { count, unreadable } = await readInto(audit, every(book, { index: 'line' }))
  auditJobs(audit)
  const figures = await Promise.all([...audit.figureFaults.keys()].map((name) => verifyFigure(book, name)))
  return {
    entries: count,
    trialBalanceFen: addFen(...audit.totalsFen.values()),
    totalsFen: Object.fromEntries(audit.totalsFen),
    faults: [...audit.entryFaults, ...figures.flat(), ...unreadable].map(([where, fault]) => ({ where, fault })),
  }
}

type Found = readonly (readonly [string, Fault | 'unreadable'])[]

/** Up to the first entry that is none any more: what lies behind it cannot be judged without it. */
async function readInto(audit: Audit, booked: AsyncIterable<EntryDoc>): Promise<{ readonly count: number; readonly unreadable: Found }> {
  let [count, line] = [0, 0]
  try {
    for await (const each of booked) {
      auditEntry(audit, each)
      count += 1
      line = each.line
    }
    return { count, unreadable: [] }
  } catch (error) {
    if (!(error instanceof BadDocument)) throw error
    return { count, unreadable: [[`behind line ${line}`, 'unreadable']] }
  }
}

/**
 * Lines of different accounts are not written in their order, so an entry written while we read may be overlooked and look like a gap.
 * The lines of one figure are: read alone, what is still wrong is wrong.
 */
async function verifyFigure(book: Book, name: FigureName): Promise<Found> {
  const audit = newAudit(name)
  await readInto(audit, every(book, { index: 'figure', equals: { 'figures.name': name } }))
  auditJobs(audit)
  return [...audit.figureFaults]
}

async function* every({ store, county }: Book, query: Pick<Query, 'index' | 'equals'>): AsyncGenerator<EntryDoc> {
  for (let after: string | undefined; ; ) {
    const asked = { ...query, county, ...(after === undefined ? {} : { after }) }
    const page = await readable((limit) => store.find(entries, { ...asked, limit }))
    yield* page.docs
    after = page.next
    if (after === undefined) return
  }
}

/** A page as long as can be read; one document that cannot makes the whole of it unreadable. */
async function readable(read: (limit: number) => Promise<Page<EntryDoc>>): Promise<Page<EntryDoc>> {
  for (let limit = PAGE_ENTRIES; limit > 1; limit = Math.floor(limit / 2)) {
    try {
      return await read(limit)
    } catch (error) {
      if (!(error instanceof BadDocument)) throw error
    }
  }
  return await read(1)
}
