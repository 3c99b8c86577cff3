import type { WalletView } from '../contract/wallet.contract.ts'
import type { PersonId } from '../core/id.ts'
import type { Result } from '../core/result.ts'
import type { PageLinks } from './page-links.ts'

/** What stands behind the page of a wallet. An address opens one person's, and says nothing of him. */
export interface WalletPagePorts {
  readonly links: Pick<PageLinks, 'find' | 'make'>
  readonly walletOf: (person: PersonId) => Promise<WalletView>
  /** Asks for money; gives the payout, which the same key gives again. */
  readonly withdraw: (asked: {
    readonly person: PersonId
    readonly amountFen: number
    readonly key: string
  }) => Promise<Result<{ readonly payout: string }>>
}
