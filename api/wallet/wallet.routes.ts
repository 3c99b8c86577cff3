import type { Handlers } from '../contract/handler.ts'
import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { accept, refuse } from '../core/result.ts'
import { seeWallet, type WalletBook } from './see-wallet.ts'

export interface WalletRoutesParts extends WalletBook {
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<{ readonly id: PersonId } | undefined>
}

export const createWalletRoutes = ({ clock, personOf, ...book }: WalletRoutesParts): Pick<Handlers, 'seeWallet'> => ({
  async seeWallet({ caller }) {
    const person = await personOf(caller.contact)
    return person === undefined ? refuse('not-registered') : accept(await seeWallet(book, person.id, clock.now()))
  },
})
