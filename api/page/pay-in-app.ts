import type { Log } from '../log.ts'
import type { PageAnswer } from './answer-page.ts'
import type { PayInApp } from './pay-view.ts'

/** The chat app's own browser names itself. */
export const isChatApp = (userAgent: string | undefined): boolean => userAgent?.includes('MicroMessenger') ?? false

const CODE = /^[\w-]{16,64}$/

/** `/pay/CODE/app` sends the payer to the chat app, which sends him back to `/pay/back` with a code of his account. */
export const askAccount = ({ login, publicUrl }: PayInApp, { path, code }: { path: string; code: string }): PageAnswer => ({
  goTo: login.loginUrl({ backTo: `${publicUrl()}${path}/back`, state: code }),
})

/** Orders what is to be paid for whoever came back. Where that does not work out he sees the page as it stands, with its code to scan. */
export async function orderForAccount(
  inApp: PayInApp,
  query: URLSearchParams,
  { path, log }: { path: string; log: Log },
): Promise<PageAnswer | undefined> {
  const [account, code] = [query.get('code') ?? '', query.get('state') ?? '']
  if (!CODE.test(code)) return undefined
  const known = await inApp.login.accountOf(account)
  if (known.state === 'unknown') log.warn({ route: path, code: known.code }, 'the chat app did not say whose account it is')
  const number = known.state === 'known' ? await inApp.order({ code, openid: known.openid }) : undefined
  return { goTo: number === undefined ? `${path}/${code}` : `${path}/${code}/app/${number}` }
}
