import { PAYOUTS } from '../ledger/account.ts'
import { changeOn, type Entry } from '../ledger/entry.ts'
import { addFen, type Fen, NO_FEN } from '../money.ts'
import { PAYMENT_LIMIT } from './payment-limit.ts'

/** What has left a wallet by some of its entries and has not come back. */
export function outOf(entries: readonly Entry[]): Fen {
  const back = new Set(entries.flatMap(({ kind, givesBack }) => (kind === 'payout-back' && givesBack !== null ? [givesBack] : [])))
  const out = entries.filter(({ kind, key }) => kind === 'payout' && !back.has(key))
  return addFen(NO_FEN, ...out.map((entry) => changeOn(PAYOUTS, entry)))
}

/** From when on what left the wallet counts together with a payout of this moment. */
export const countedFrom = (at: Temporal.Instant): Temporal.Instant => at.subtract({ hours: PAYMENT_LIMIT.unlookedHours })

/** Whether so much within a day is somebody's to look at. Cut into pieces it is no less. */
export const needsLook = (outFen: Fen, unlookedFen: Fen): boolean => outFen > unlookedFen
