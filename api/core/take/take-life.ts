import type { Life } from '../life.ts'
import type { TakeState } from './take.ts'

/** `missed` is the no-show: the seat was held and nobody came. */
export const NEXT_TAKE_STATE = {
  taken: ['started', 'cancelled', 'missed'],
  started: ['finished'],
  finished: ['confirmed'],
  confirmed: ['paid'],
  paid: [],
  cancelled: [],
  missed: [],
} as const satisfies Life<TakeState>
