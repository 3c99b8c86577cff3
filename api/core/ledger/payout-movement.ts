import { assert } from '../assert.ts'
import type { PersonId } from '../id.ts'
import type { Fen } from '../money.ts'
import { PAYOUTS, PROVIDER, workerAccount } from './account.ts'
import { changeOn, type Entry, type EntryKey, type EntryKind, entry, entryKey, reverse } from './entry.ts'

export interface AskedOut {
  /** Ours, for ever: whatever happens to this money happens under it. */
  readonly payout: string
  readonly worker: PersonId
  readonly amountFen: Fen
  readonly county: string
  readonly demo: boolean
  readonly at: Temporal.Instant
}

export const payoutKey = (payout: string): EntryKey => entryKey('payout', payout)

const PREFIX = payoutKey('')

/** `payout:ID` → `ID` */
export function payoutOfKey(key: string): string {
  assert(key.startsWith(PREFIX), 'a payout is named by its entry')
  return key.slice(PREFIX.length)
}

/** A worker's money leaves his wallet before anybody is asked to send it: what is on its way cannot be spent again. */
export function payOutOf({ payout, amountFen, ...about }: AskedOut): Entry {
  const memo = { ...about, key: payoutKey(payout), kind: 'payout', givesBack: null } as const
  return entry(memo).debit(workerAccount(about.worker), amountFen).credit(PAYOUTS).done()
}

const sequelOf = (out: Entry, kind: EntryKind, at: Temporal.Instant) => ({ key: entryKey(kind, payoutOfKey(out.key)), kind, at }) as const

/** It has left the provider and is his. */
export function payoutArrived(out: Entry, at: Temporal.Instant): Entry {
  const { postings: _, ...memo } = out
  return entry({ ...memo, ...sequelOf(out, 'payout-done', at) })
    .debit(PAYOUTS, changeOn(PAYOUTS, out))
    .credit(PROVIDER)
    .done()
}

/** It never left, and is in his wallet again. */
export const payoutCameBack = (out: Entry, at: Temporal.Instant): Entry => reverse(out, sequelOf(out, 'payout-back', at))
