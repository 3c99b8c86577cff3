import type { Clock } from '../core/clock.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'
import { askAccount, isChatApp, orderForAccount } from './pay-in-app.ts'
import { type InApp, payPage } from './pay-page.ts'
import type { PayPorts } from './pay-view.ts'

export const PAY_PATH = '/pay'

export interface PayPageParts extends PayPorts {
  readonly clock: Clock
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const ADDRESS = /^([\w-]{16,64})(?:\/(play|renew|app)(?:\/([0-9A-Za-z]{1,32}))?)?$/
const BACK = 'back'

type Act = ((code: string) => Promise<void>) | undefined

/** `/pay/CODE` shows what is to be paid and how it stands; its buttons post below it and lead back to it. */
export function createPayPage({ payViewOf, renew, payInPlay, inApp, clock, log, chatUrl }: PayPageParts): Mount {
  async function act(code: string, run: Act): Promise<PageAnswer | undefined> {
    if (run === undefined || (await payViewOf(code)) === undefined) return undefined
    await run(code)
    return { goTo: `${PAY_PATH}/${code}` }
  }

  async function show(code: string, app: InApp = 'none'): Promise<PageAnswer | undefined> {
    const view = await payViewOf(code)
    if (view === undefined) return undefined
    const setting = { path: `${PAY_PATH}/${code}`, now: clock.now(), inPlay: payInPlay !== undefined, chatUrl, app }
    return { status: 200, page: payPage(view, setting) }
  }

  /** The page of an order in the chat app; once that can be paid no more, the page itself. */
  async function showOrder(code: string, number: string): Promise<PageAnswer | undefined> {
    const order = await inApp?.orderOf({ code, number })
    return order === undefined ? { goTo: `${PAY_PATH}/${code}` } : show(code, order)
  }

  async function payInside({ code, number }: { code: string; number: string | undefined }): Promise<PageAnswer | undefined> {
    if (inApp === undefined || (await payViewOf(code)) === undefined) return undefined
    return number === undefined ? askAccount(inApp, { path: PAY_PATH, code }) : showOrder(code, number)
  }

  async function answer({ method, path, request }: PageRequest): Promise<PageAnswer | undefined> {
    if (path === BACK && method === 'GET' && inApp !== undefined)
      return orderForAccount(inApp, new URL(request.url ?? '', 'http://localhost').searchParams, { path: PAY_PATH, log })
    const [, code, action, number] = ADDRESS.exec(path) ?? []
    if (code === undefined || (number !== undefined && action !== 'app')) return undefined
    const offered = inApp !== undefined && isChatApp(request.headers['user-agent']) ? 'offered' : 'none'
    if (action === undefined) return method === 'GET' ? show(code, offered) : undefined
    if (action === 'app') return method === 'GET' ? payInside({ code, number }) : undefined
    // Whoever comes back to the address of a button, by reloading or from his list of pages, sees how it stands.
    if (method === 'GET') return { goTo: `${PAY_PATH}/${code}` }
    return act(code, action === 'play' ? payInPlay : renew)
  }

  return createPageMount({ prefix: PAY_PATH, answer, log })
}
