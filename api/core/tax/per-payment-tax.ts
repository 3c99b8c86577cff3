import { type Fen, fen, subtractFen } from '../money.ts'
import { percentOf, taxOn } from './bracket.ts'
import type { PerPaymentRules } from './tax-rules.ts'

/** The tax on one payment (每次收入) of 劳务报酬, as if it were the only one. */
export function perPaymentTax({ smallUpToFen, smallCostsFen, costsPercent, brackets }: PerPaymentRules, incomeFen: Fen): Fen {
  const costsFen = incomeFen <= smallUpToFen ? smallCostsFen : percentOf(incomeFen, costsPercent)
  return taxOn(brackets, fen(Math.max(0, subtractFen(incomeFen, costsFen))))
}
