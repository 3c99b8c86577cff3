import type { Span } from '../time/reading.ts'

/** Which characters of a text a field already speaks for, a bit each: a line of chat fits one or two numbers. */
export type Taken = readonly number[]

const BITS = 32

export const nothingTaken = (text: string): number[] => new Array<number>(Math.floor(text.length / BITS) + 1).fill(0)

export function take(taken: number[], span: Span | undefined): void {
  if (span === undefined) return
  for (let at = span.start; at < span.end; at += 1) taken[at >> 5] = (taken[at >> 5] ?? 0) | (1 << (at % BITS))
}

export const isTaken = (taken: Taken, at: number): boolean => (((taken[at >> 5] ?? 0) >> (at % BITS)) & 1) === 1
