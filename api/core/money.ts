import { assert } from './assert.ts'

/** A whole number of fen (分). Yuan exist only in text. */
export type Fen = number & { readonly unit: 'fen' }

/** Brands a whole, safe number as fen; anything else is a bug of the caller, so it throws. */
export function fen(amount: number): Fen {
  assert(Number.isSafeInteger(amount), 'an amount of money is a whole number of fen')
  return (amount === 0 ? 0 : amount) as Fen
}

export const NO_FEN = fen(0)

/** Throws when the sum leaves the safe integers: money is never rounded. */
export const addFen = (...amounts: readonly Fen[]): Fen => amounts.reduce((sum, amount) => fen(sum + amount), NO_FEN)

export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)

export const timesFen = (amount: Fen, count: number): Fen => fen(amount * count)

export const negateFen = (amount: Fen): Fen => fen(-amount)

/** 12300 → "123", 12345 → "123.45"; without sign or unit, which belong to the sentence around it. */
export function yuanText(amount: Fen): string {
  const whole = Math.trunc(amount / 100)
  const rest = Math.abs(amount % 100)
  const sign = amount < 0 && whole === 0 ? '-' : ''
  return rest === 0 ? `${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0')}`
}
