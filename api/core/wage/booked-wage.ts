import { assert } from '../assert.ts'
import { asId, type JobId, type PersonId, type TakeId } from '../id.ts'
import { isOfKind, TAX, workerAccount } from '../ledger/account.ts'
import { changeOn, type Entry, type EntryKind } from '../ledger/entry.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'
import type { WagePayment } from './wage.ts'

/** What is paid for work. A compensation is paid for work that was called off, so it is no wage and no tax is withheld from it. */
export const WAGE_KINDS = ['pay', 'due', 'cash'] as const satisfies readonly EntryKind[]

export interface BookedWage extends WagePayment {
  readonly take: TakeId
  readonly job: JobId
  readonly jobNumber: string
  readonly employer: PersonId
  readonly worker: PersonId
}

/** What an entry says of a wage; undefined where it is about other money. */
export function bookedWage(entry: Entry): BookedWage | undefined {
  if (!('job' in entry) || !WAGE_KINDS.some((kind) => kind === entry.kind)) return undefined
  const { key, at, job, jobNumber, employer } = entry
  const by = entry.kind === 'cash' ? 'cash' : 'wallet'
  const taxFen = changeOn(TAX, entry)
  return { key, at, job, jobNumber, employer, by, taxFen, ...earned(entry, taxFen), take: takeIn(key) }
}

/** One entry pays one worker. Cash only passes through his account, so what came in is looked at and not what is left. */
function earned({ postings }: Entry, taxFen: Fen): Pick<BookedWage, 'worker' | 'grossFen'> {
  const came = postings.filter(({ account, amountFen }) => amountFen > 0 && isOfKind('worker', account))
  const [account, ...others] = new Set(came.map((posting) => posting.account))
  assert(account !== undefined && others.length === 0, 'a wage is paid to one worker')
  const worker = asId<'person'>(account.slice(workerAccount(asId<'person'>('')).length))
  return { worker, grossFen: addFen(taxFen, NO_FEN, ...came.map(({ amountFen }) => amountFen)) }
}

/** `pay:TAKE`, `cash:TAKE`, `due:JOB:n:TAKE`. */
const takeIn = (key: string): TakeId => asId<'take'>(key.slice(key.lastIndexOf(':') + 1))
