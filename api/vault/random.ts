import { randomBytes } from 'node:crypto'

/** Where chance comes from, so that a test or a replay can say what falls. */
export interface RandomSource {
  bytes(count: number): Uint8Array
}

export const nodeRandom: RandomSource = { bytes: (count) => randomBytes(count) }
