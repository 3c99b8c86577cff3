import type { PayoutView } from '../contract/payout.contract.ts'
import type { Result } from '../core/result.ts'
import type { PageLinks } from './page-links.ts'

/** How a payee confirms: in the chat app, which is handed the package, or on the page that the package of a play provider is. */
export type ConfirmBy = { readonly by: 'app'; readonly mchid: string; readonly appid: string } | { readonly by: 'page' }

/** A payout as its page shows it. `packageInfo` is what it is confirmed with, while it waits. */
export interface PayoutOnPage {
  readonly view: PayoutView
  readonly packageInfo: string | null
}

/** What stands behind the page. Whoever has an address sees the payout it was made for, and no other. */
export interface PayoutPagePorts {
  readonly links: Pick<PageLinks, 'find'>
  readonly payoutOf: (asked: { readonly id: string; readonly worker: string }) => Promise<PayoutOnPage | undefined>
  readonly takeBack: (asked: { readonly id: string; readonly worker: string }) => Promise<Result<unknown>>
  readonly confirmBy: ConfirmBy
}
