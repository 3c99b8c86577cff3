import type { JobId, PersonId } from '../id.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'

/** How far staff trust an employer to pay afterwards, and which jobs have drawn on it. */
export interface CreditLine {
  readonly employer: PersonId
  readonly limitFen: Fen
  readonly lent: readonly { readonly job: JobId; readonly amountFen: Fen; readonly at: Temporal.Instant }[]
}

export const lentFen = ({ lent }: Pick<CreditLine, 'lent'>): Fen => addFen(NO_FEN, ...lent.map(({ amountFen }) => amountFen))

interface Loan {
  readonly job: JobId
  readonly amountFen: Fen
  readonly at: Temporal.Instant
}

/** Lets a job draw on the line, all of it or nothing. undefined: there is no room. A job that has drawn already draws no more. */
export function lend<L extends CreditLine>(line: L, loan: Loan): L | undefined {
  if (line.lent.some(({ job }) => job === loan.job)) return line
  if (lentFen(line) + loan.amountFen > line.limitFen) return undefined
  return { ...line, lent: [...line.lent, loan] }
}

/** A job that owes nobody anything any more gives its part back. */
export const giveBack = <L extends CreditLine>(line: L, job: string): L =>
  line.lent.some((loan) => loan.job === job) ? { ...line, lent: line.lent.filter((loan) => loan.job !== job) } : line
