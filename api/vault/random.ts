import { randomBytes } from 'node:crypto'

/** Where chance comes from, so that a test or a replay can say what falls. */
export interface RandomSource {
  bytes(count: number): Uint8Array
}

const POOL_BYTES = 4096

/** Asking OpenSSL costs the same for one byte as for thousands, so it is asked for many; what is given out leaves no copy behind. */
function createPool(): RandomSource {
  let pool = Buffer.alloc(0)
  return {
    bytes(count) {
      if (count > POOL_BYTES) return randomBytes(count)
      if (pool.length < count) pool = randomBytes(POOL_BYTES)
      const given = Uint8Array.from(pool.subarray(0, count))
      pool.fill(0, 0, count)
      pool = pool.subarray(count)
      return given
    },
  }
}

export const nodeRandom: RandomSource = createPool()
