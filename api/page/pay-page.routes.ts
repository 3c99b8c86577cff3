import type { Clock } from '../core/clock.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'
import { payPage } from './pay-page.ts'
import type { PayPorts } from './pay-view.ts'

export const PAY_PATH = '/pay'

export interface PayPageParts extends PayPorts {
  readonly clock: Clock
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const ADDRESS = /^([\w-]{16,64})(?:\/(play|renew))?$/

type Act = ((code: string) => Promise<void>) | undefined

/** `/pay/CODE` shows what is to be paid and how it stands; its buttons post below it and lead back to it. */
export function createPayPage({ payViewOf, renew, payInPlay, clock, log, chatUrl }: PayPageParts): Mount {
  async function act(code: string, run: Act): Promise<PageAnswer | undefined> {
    if (run === undefined || (await payViewOf(code)) === undefined) return undefined
    await run(code)
    return { goTo: `${PAY_PATH}/${code}` }
  }

  async function show(code: string): Promise<PageAnswer | undefined> {
    const view = await payViewOf(code)
    if (view === undefined) return undefined
    const setting = { path: `${PAY_PATH}/${code}`, now: clock.now(), inPlay: payInPlay !== undefined, chatUrl }
    return { status: 200, page: payPage(view, setting) }
  }

  async function answer({ method, path }: PageRequest): Promise<PageAnswer | undefined> {
    const [, code, action] = ADDRESS.exec(path) ?? []
    if (code === undefined) return undefined
    if (action === undefined) return method === 'GET' ? show(code) : undefined
    // Whoever comes back to the address of a button, by reloading or from his list of pages, sees how it stands.
    if (method === 'GET') return { goTo: `${PAY_PATH}/${code}` }
    return act(code, action === 'play' ? payInPlay : renew)
  }

  return createPageMount({ prefix: PAY_PATH, answer, log })
}
