import type { Life } from '../life.ts'
import type { Fen } from '../money.ts'

/** `abnormal`: the money could not reach the payer and waits for staff. `closed`: the provider gave up and the money stayed. */
export type RefundState = 'created' | 'unknown' | 'asked' | 'abnormal' | 'done' | 'closed'

export const NEXT_REFUND_STATE = {
  created: ['unknown', 'asked', 'abnormal', 'done', 'closed'],
  unknown: ['asked', 'abnormal', 'done', 'closed'],
  asked: ['abnormal', 'done', 'closed'],
  abnormal: ['done', 'closed'],
  done: [],
  closed: [],
} as const satisfies Life<RefundState>

export interface Refund {
  readonly number: string
  readonly key: string
  readonly amountFen: Fen
  readonly createdAt: Temporal.Instant
  readonly state: RefundState
  /** Why the last try came to nothing, where the provider said why. */
  readonly code: string | null
}

export const isOpenRefund = ({ state }: Refund): boolean => NEXT_REFUND_STATE[state].length > 0
