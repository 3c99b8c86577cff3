import type { PersonId } from '../core/id.ts'
import type { Result } from '../core/result.ts'
import type { Mount } from '../http/mounts.ts'
import type { Log } from '../log.ts'
import type { AccountLogin } from '../payment/account-login.ts'
import type { PageAnswer } from './answer-page.ts'
import type { PageLinks } from './page-links.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'
import { isPayeeOutcome, type PayeeOutcome, payeeOutcomePage, payeePage } from './payee-page.ts'

export const PAYEE_PATH = '/payee'

export interface PayeePageParts {
  readonly links: Pick<PageLinks, 'find' | 'use'>
  readonly login: AccountLogin
  readonly bindPayee: (binding: {
    readonly person: PersonId
    readonly openid: string
    readonly cause: string
  }) => Promise<Result<{ readonly changed: boolean }>>
  readonly payeeOf: (person: string) => Promise<unknown>
  readonly maskedNameOf: (person: PersonId) => Promise<string>
  readonly publicUrl: () => string
  readonly log: Log
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
}

const CODE = /^[\w-]{1,64}$/
const ENDS = 'end/'
const back = (outcome: PayeeOutcome): PageAnswer => ({ goTo: `${PAYEE_PATH}/${ENDS}${outcome}` })

/**
 * `/payee/CODE` sends whoever has the address to the chat app, which sends him back with a code of his account; the account is bound to the
 * person whose address it was. An address that only was looked at, as chat apps do, is not used up.
 */
export function createPayeePage(parts: PayeePageParts): Mount {
  const { links, login, publicUrl, chatUrl, log } = parts
  const gone: PageAnswer = { status: 404, page: payeeOutcomePage('gone', chatUrl) }

  async function ask(code: string): Promise<PageAnswer> {
    const link = await links.find('payee', code)
    if (link === undefined) return gone
    const [name, payee] = await Promise.all([parts.maskedNameOf(link.person), parts.payeeOf(link.person)])
    const loginUrl = login.loginUrl({ backTo: `${publicUrl()}${PAYEE_PATH}/back`, state: code })
    return { status: 200, page: payeePage({ name, hasOne: payee !== undefined, loginUrl }) }
  }

  /** The account is asked for before the address is used up, so that a chat app that does not answer costs no address. */
  async function bind(query: URLSearchParams): Promise<PageAnswer> {
    const [code, state] = [query.get('code') ?? '', query.get('state') ?? '']
    if (!CODE.test(state) || (await links.find('payee', state)) === undefined) return back('gone')
    const account = await login.accountOf(code)
    if (account.state !== 'known') {
      if (account.state === 'unknown') log.warn({ route: PAYEE_PATH, code: account.code }, 'the chat app did not say whose account it is')
      return back('failed')
    }
    const link = await links.use('payee', state)
    if (link === undefined) return back('gone')
    const bound = await parts.bindPayee({ person: link.person, openid: account.openid, cause: link.id })
    if (bound.ok) return back(bound.value.changed ? 'changed' : 'bound')
    return back(bound.refusal === 'payee-in-use' ? 'in-use' : 'failed')
  }

  async function answer({ method, path, request }: PageRequest): Promise<PageAnswer | undefined> {
    if (method !== 'GET') return undefined
    if (path === 'back') return bind(new URL(request.url ?? '', 'http://localhost').searchParams)
    const end = path.startsWith(ENDS) ? path.slice(ENDS.length) : ''
    if (isPayeeOutcome(end)) return { status: 200, page: payeeOutcomePage(end, chatUrl) }
    return CODE.test(path) ? ask(path) : undefined
  }

  return createPageMount({ prefix: PAYEE_PATH, answer, log })
}
