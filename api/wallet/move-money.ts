import { assert } from '../core/assert.ts'
import { PROVIDER } from '../core/ledger/account.ts'
import { changeOn, type Entry } from '../core/ledger/entry.ts'
import { negateFen } from '../core/money.ts'
import type { PaymentProvider } from './provider.ts'

interface MoveMoneyPorts {
  readonly provider: PaymentProvider
  readonly append: (entry: Entry) => Promise<void>
}

/** Makes a movement of money happen, in the book and at the provider, once, however often it is said and wherever it was interrupted. */
export type MoveMoney = (entry: Entry) => Promise<void>

/** A claim is written only when the money has come in, and is struck out before the money goes back: the provider never holds too little. */
export const createMoveMoney =
  ({ provider, append }: MoveMoneyPorts): MoveMoney =>
  async (entry) => {
    const { key, givesBack } = entry
    const outFen = changeOn(PROVIDER, entry)
    if (outFen < 0) await provider.payIn({ key, amountFen: negateFen(outFen) })
    await append(entry)
    if (outFen <= 0) return
    assert(givesBack !== null, 'money only goes back to where it came from')
    await provider.refund({ key, of: givesBack, amountFen: outFen })
  }
