import { TAX } from '../core/ledger/account.ts'
import { changeOn, type EntryKey } from '../core/ledger/entry.ts'
import { addFen, type Fen, NO_FEN } from '../core/money.ts'
import type { Ledger } from './ledger.ts'

/** What was withheld with these entries, as far as they are in the book. */
export async function taxOf(ledger: Pick<Ledger, 'entryOf'>, keys: readonly EntryKey[]): Promise<Fen> {
  const entries = await Promise.all(keys.map((key) => ledger.entryOf(key)))
  return addFen(NO_FEN, ...entries.map((entry) => (entry === undefined ? NO_FEN : changeOn(TAX, entry))))
}
