import { assert } from './assert.ts'

/** Storage ids are opaque texts; a brand keeps a worker's from standing where a job's should. */
export type Id<Kind extends string> = string & { readonly kind: Kind }
export type JobId = Id<'job'>
export type TakeId = Id<'take'>
export type PersonId = Id<'person'>
export type PolicyId = Id<'policy'>
/** An account of somebody who works for the county. */
export type StaffId = Id<'staff'>
/** `account/contact`: one chat contact as one channel account sees it. */
export type ContactId = Id<'contact'>

export const asId = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_CHARACTERS = 10
const RANDOM_BYTES = 16

/** 26 characters that sort by time: ten of milliseconds, sixteen of chance. `random` must hold at least 16 bytes. */
export function makeId<Kind extends string>(at: Temporal.Instant, random: Uint8Array): Id<Kind> {
  assert(random.length >= RANDOM_BYTES, `an id needs ${RANDOM_BYTES} bytes of chance`)
  let time = at.epochMilliseconds
  let text = ''
  for (let place = 0; place < TIME_CHARACTERS; place += 1) {
    text = CROCKFORD.charAt(time % 32) + text
    time = Math.floor(time / 32)
  }
  for (const byte of random.subarray(0, RANDOM_BYTES)) text += CROCKFORD.charAt(byte % 32)
  return asId(text)
}
