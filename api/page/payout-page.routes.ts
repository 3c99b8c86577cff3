import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'
import { payoutLinkGone, payoutPage } from './payout-page.ts'
import type { PayoutPagePorts } from './payout-view.ts'

export const PAYOUT_PATH = '/payout'

export interface PayoutPageParts extends PayoutPagePorts {
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const ADDRESS = /^([0-9A-Za-z]{1,32})\/([\w-]{1,64})(?:\/(cancel))?$/

/** `/payout/ID/CODE` shows how a payout stands, has it confirmed, and takes it back. */
export function createPayoutPage({ links, payoutOf, takeBack, confirmBy, chatUrl, log }: PayoutPageParts): Mount {
  async function answer({ method, path }: PageRequest): Promise<PageAnswer | undefined> {
    const [, id, code, action] = ADDRESS.exec(path) ?? []
    if (id === undefined || code === undefined) return undefined
    const own = `${PAYOUT_PATH}/${id}/${code}`
    // Whoever comes back to the address of the button, by reloading or from his list of pages, sees how it stands.
    if (method === 'GET' && action !== undefined) return { goTo: own }
    if (method === 'POST' && action === undefined) return undefined
    const link = await links.find('payout', code)
    const asked = link?.payout === id ? { id, worker: link.person } : undefined
    if (asked === undefined) return { status: 404, page: payoutLinkGone(chatUrl) }
    const tooLate = method === 'POST' && !(await takeBack(asked)).ok
    if (method === 'POST' && !tooLate) return { goTo: own }
    const shown = await payoutOf(asked)
    return shown && { status: 200, page: payoutPage(shown, { path: own, confirmBy, chatUrl, tooLate }) }
  }

  return createPageMount({ prefix: PAYOUT_PATH, answer, log })
}
