import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerPage } from '../../page/answer-page.ts'
import { html } from '../../page/html.ts'
import { framePage } from '../../page/page-frame.ts'
import type { Office } from './books.ts'
import { isLocal } from './desk.ts'
import { isOwn } from './own-host.ts'
import { PAGE_COPY } from './page-copy.ts'

const AUTHORIZE = '/connect/oauth2/authorize'
const TOKEN = '/sns/oauth2/access_token'
const NO_SUCH_CODE = 40_029
const CODE_USED = 40_163
const WRONG_SECRET = 40_125

/** The address to go back to, with a new code of a new account; undefined where the vendor would show an error. */
function wayBack({ keys, logins }: Office, query: URLSearchParams): string | undefined {
  const [backTo = '', state = ''] = [query.get('redirect_uri') ?? '', query.get('state') ?? '']
  const isRight = query.get('appid') === keys.appid && query.get('response_type') === 'code' && query.get('scope') === 'snsapi_base'
  if (!isRight || !isLocal(backTo) || !/^[\w-]{1,128}$/.test(state)) return undefined
  const code = randomBytes(16).toString('hex')
  logins.set(code, { openid: `o${randomBytes(18).toString('base64url')}`, used: false })
  const url = new URL(backTo)
  url.searchParams.set('code', code)
  url.searchParams.set('state', state)
  return url.href
}

/** One button stands for the chat app, which knows who holds the phone. */
function showLogin(office: Office, request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
  const back = isOwn(request) ? wayBack(office, query) : undefined
  const main =
    back === undefined
      ? html`<p>${PAGE_COPY.missing}</p>`
      : html`<p>${PAGE_COPY.login}</p><a class="button" href="${back}">${PAGE_COPY.loginButton}</a>`
  const page = framePage({ title: PAGE_COPY.loginTitle, main, playNote: PAGE_COPY.play })
  answerPage(response, { status: back === undefined ? 404 : 200, page })
}

function accountOf({ keys, logins }: Office, query: URLSearchParams): object {
  if (query.get('appid') !== keys.appid || query.get('secret') !== keys.appSecret)
    return { errcode: WRONG_SECRET, errmsg: 'invalid secret' }
  const login = logins.get(query.get('code') ?? '')
  if (login === undefined || query.get('grant_type') !== 'authorization_code') return { errcode: NO_SUCH_CODE, errmsg: 'invalid code' }
  if (login.used) return { errcode: CODE_USED, errmsg: 'code been used' }
  login.used = true
  return { access_token: 'play', expires_in: 7200, refresh_token: 'play', openid: login.openid, scope: 'snsapi_base' }
}

/** The two addresses of the vendor's login. Says whether the request was for one of them. */
export function answerLogin(office: Office, request: IncomingMessage, response: ServerResponse): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '/', office.baseUrl)
  if (request.method !== 'GET' || (pathname !== AUTHORIZE && pathname !== TOKEN)) return false
  request.resume()
  if (pathname === AUTHORIZE) showLogin(office, request, response, searchParams)
  else response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(accountOf(office, searchParams)))
  return true
}
