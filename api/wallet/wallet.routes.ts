import type { Handlers } from '../contract/handler.ts'
import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { accept, refuse } from '../core/result.ts'
import type { Ledger } from './ledger.ts'
import type { MonthBooks } from './month-of.ts'
import { seeWallet } from './see-wallet.ts'
import type { PayoutBook } from './show-payout.ts'

export interface WalletRoutesParts extends PayoutBook {
  readonly ledger: Pick<Ledger, 'amountOf' | 'statement'>
  readonly clock: Clock
  readonly jobByNumber: MonthBooks['jobByNumber']
  readonly personOf: (contact: string) => Promise<{ readonly id: PersonId } | undefined>
}

export const createWalletRoutes = ({
  ledger,
  clock,
  personOf,
  jobByNumber,
  ...payouts
}: WalletRoutesParts): Pick<Handlers, 'seeWallet'> => ({
  async seeWallet({ caller }) {
    const person = await personOf(caller.contact)
    return person === undefined
      ? refuse('not-registered')
      : accept(await seeWallet({ ledger, payouts, jobByNumber }, person.id, clock.now()))
  },
})
