import { assert } from './assert.ts'

export type ChatNumber = string & { readonly kind: 'chat-number' }

const FIRST_COUNTER = 1000

/** Damm's quasigroup of order ten: one wrong digit or one swapped pair of neighbours always changes the check. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

const damm = (digits: string): number => [...digits].reduce((interim, digit) => DAMM[interim]?.[Number(digit)] ?? 0, 0)

/** The number people say and type: the counter (from 1000) with its check digit behind it. */
export function chatNumber(counter: number): ChatNumber {
  assert(Number.isSafeInteger(counter) && counter >= FIRST_COUNTER, 'chat numbers count from 1000')
  return `${counter}${damm(`${counter}`)}` as ChatNumber
}

/** Whether a text is a chat number as we give them out: no sign, no leading zero, right check digit. */
export const isChatNumber = (text: string): text is ChatNumber => /^[1-9]\d{4,11}$/.test(text) && damm(text) === 0
