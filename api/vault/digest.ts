import { createHash } from 'node:crypto'
import { type Id, makeId } from '../core/id.ts'
import { nodeRandom, type RandomSource } from './random.ts'

const RANDOM_BYTES = 16
/** 48 bits of milliseconds are an instant that Temporal can still hold. */
const TIME_BYTES = 6
/** 250 is the largest multiple of ten in a byte: what lies above would favour the low digits. */
const FAIR_BELOW = 250

/**
 * An id of the usual shape that the same key always gives again, so inserting twice is inserting once. Kinds are kept apart.
 * Anyone who can guess the key can compute the id: personal data go through `blindIndex` first.
 */
export function deriveId<Kind extends string>(kind: Kind, key: string): Id<Kind> {
  const digest = createHash('sha256').update(`${kind}\0${key}`).digest()
  return makeId(Temporal.Instant.fromEpochMilliseconds(digest.readUIntBE(0, TIME_BYTES)), digest.subarray(TIME_BYTES))
}

export const randomId = <Kind extends string>(at: Temporal.Instant, random: RandomSource = nodeRandom): Id<Kind> =>
  makeId(at, random.bytes(RANDOM_BYTES))

/** Decimal digits, each of the ten as likely as any other. */
export function randomDigits(count: number, random: RandomSource = nodeRandom): string {
  let digits = ''
  while (digits.length < count) {
    const [byte = FAIR_BELOW] = random.bytes(1)
    if (byte < FAIR_BELOW) digits += String(byte % 10)
  }
  return digits
}
