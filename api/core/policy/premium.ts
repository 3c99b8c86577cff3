import type { Terms } from '../job/job.ts'
import { type Fen, fen, timesFen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'

/** What a day of one worker costs by occupation class, 3–10 yuan. A default of ours, no insurer's tariff; class 6 finds no insurer. */
const PREMIUM_PER_DAY = new Map<number, Fen>([
  [1, fen(300)],
  [2, fen(400)],
  [3, fen(500)],
  [4, fen(700)],
  [5, fen(1000)],
])

export interface Quote {
  readonly perDayFen: Fen
  /** One worker, the whole job. */
  readonly perTakeFen: Fen
  /** Every seat of the job. */
  readonly totalFen: Fen
}

/** The class is the trade table's, never the employer's word: a wrong class is a refused claim. */
export function quotePremium({ riskClass, seats, days }: Pick<Terms, 'riskClass' | 'seats' | 'days'>): Result<Quote> {
  const perDayFen = PREMIUM_PER_DAY.get(riskClass)
  if (perDayFen === undefined) return refuse('trade-uninsurable', { riskClass })
  const perTakeFen = timesFen(perDayFen, days)
  return accept({ perDayFen, perTakeFen, totalFen: timesFen(perTakeFen, seats) })
}
