import type { JobId } from '../id.ts'
import { addFen, type Fen, NO_FEN, negateFen } from '../money.ts'
import { ACCOUNT_KINDS, type AccountKind, isOfKind, jobAccount } from './account.ts'
import { changeOn, type Entry, type EntryKey, type EntryKind, sumOf } from './entry.ts'
import { type Booked, changesOf, type FigureName, figureAfter, NOTHING_YET, type Standing } from './figure.ts'
import { flowsAsItShould } from './flow.ts'

/**
 * `wrong-accounts`: money went another way than entries of that kind go. `chain-broken`: a line is missing, there twice or out of order.
 * `held-differs`: what was put aside for a job is not what left it and what is open. `premium-differs`: more premium came back than went.
 */
export type Fault = 'unbalanced' | 'wrong-accounts' | 'chain-broken' | 'wrong-amount' | 'overdrawn' | 'held-differs' | 'premium-differs'

/** Recomputes from the postings alone what the entries carry along. With `only` it looks at one figure and overlooks the others. */
export interface Audit {
  readonly only: FigureName | undefined
  readonly entryFaults: Map<EntryKey, Fault>
  /** The first fault of each figure; what follows on the same figure is wrong with it. */
  readonly figureFaults: Map<FigureName, Fault>
  readonly standings: Map<FigureName, Standing>
  readonly kindsOfJob: Map<JobId, Map<EntryKind, Fen>>
  /** What all accounts of a kind come to; together they are the trial balance. */
  readonly totalsFen: Map<AccountKind, Fen>
}

export const newAudit = (only?: FigureName): Audit => ({
  only,
  entryFaults: new Map(),
  figureFaults: new Map(),
  standings: new Map(),
  kindsOfJob: new Map(),
  totalsFen: new Map(),
})

const addTo = <Key>(sums: Map<Key, Fen>, key: Key, amountFen: Fen): void => {
  sums.set(key, addFen(sums.get(key) ?? NO_FEN, amountFen))
}

/** Reads the next entry; they come in the order of their lines. */
export function auditEntry(audit: Audit, booked: Booked): void {
  const { entry } = booked
  const fault = faultOf(entry)
  if (fault !== undefined) audit.entryFaults.set(entry.key, fault)
  for (const kind of ACCOUNT_KINDS) {
    const ofKind = entry.postings.filter(({ account }) => isOfKind(kind, account))
    addTo(audit.totalsFen, kind, sumOf(ofKind))
  }
  if ('job' in entry) addToJob(audit, entry, entry.job)
  for (const [name, changeFen] of changesOf(entry)) {
    if (name === (audit.only ?? name)) auditFigure(audit, booked, { name, changeFen })
  }
}

function faultOf(entry: Entry): Fault | undefined {
  if (sumOf(entry.postings) !== 0) return 'unbalanced'
  return flowsAsItShould(entry) ? undefined : 'wrong-accounts'
}

function addToJob(audit: Audit, entry: Entry, job: JobId): void {
  const kinds = audit.kindsOfJob.get(job) ?? new Map<EntryKind, Fen>()
  addTo(kinds, entry.kind, changeOn(jobAccount(job), entry))
  audit.kindsOfJob.set(job, kinds)
}

function auditFigure(audit: Audit, { line, figures }: Booked, { name, changeFen }: { name: FigureName; changeFen: Fen }): void {
  const before = audit.standings.get(name) ?? NOTHING_YET
  const expected = figureAfter(name, before, changeFen)
  const carried = figures.find((figure) => figure.name === name)
  audit.standings.set(name, { line, amountFen: expected.amountFen })
  if (audit.figureFaults.has(name)) return
  if (carried?.follows !== expected.follows || line <= before.line) audit.figureFaults.set(name, 'chain-broken')
  else if (carried.amountFen !== expected.amountFen) audit.figureFaults.set(name, 'wrong-amount')
  else if (carried.amountFen < 0) audit.figureFaults.set(name, 'overdrawn')
}

const INTO_ESCROW: readonly EntryKind[] = ['hold', 'cover']
const PREMIUMS: readonly EntryKind[] = ['premium', 'premium-return']
const OUT_OF_ESCROW: readonly EntryKind[] = ['pay', 'compensate', ...PREMIUMS, 'return']

const sumOfKinds = (kinds: ReadonlyMap<EntryKind, Fen>, some: readonly EntryKind[]): Fen =>
  addFen(NO_FEN, ...some.map((kind) => kinds.get(kind) ?? NO_FEN))

/** After the last entry: of each job, what was held = paid + compensated + handed to the insurer + returned + open; nothing else touches it. */
export function auditJobs(audit: Audit): void {
  for (const [job, kinds] of audit.kindsOfJob) {
    const name = jobAccount(job)
    const openFen = audit.standings.get(name)?.amountFen
    if (openFen === undefined || audit.figureFaults.has(name)) continue
    const goneFen = negateFen(sumOfKinds(kinds, OUT_OF_ESCROW))
    if (sumOfKinds(kinds, INTO_ESCROW) !== addFen(goneFen, openFen)) audit.figureFaults.set(name, 'held-differs')
    else if (sumOfKinds(kinds, PREMIUMS) > 0) audit.figureFaults.set(name, 'premium-differs')
  }
}
