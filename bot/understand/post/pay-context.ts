import type { Span } from '../time/reading.ts'
import type { Token } from '../words/lex.ts'
import type { Amount } from './amount.ts'
import type { Measure } from './pay-unit.ts'
import type { Taken } from './taken.ts'
import type { TradeHit } from './trade.ts'

export interface PayContext {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Characters that time and phone already speak for. */
  readonly taken: Taken
  readonly trade: string | null
  /** Whether the trade was told by what is done, not by who does it. */
  readonly isTask: boolean
  /** The trade word over each position. */
  readonly cover: readonly (TradeHit | undefined)[]
}

export interface Candidate {
  readonly amount: Amount
  readonly measure: Measure | undefined
  readonly score: number
  readonly span: Span
}
