import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Office } from './books.ts'
import { PAGE_COPY } from './page-copy.ts'
import { payOrder } from './pay-in-desk.ts'
import { endTransfer } from './transfer-desk.ts'

const PATH = /^\/sandbox\/(pay|payout)\/([\w-]{1,64})$/
const STYLE = 'body{font:20px sans-serif;text-align:center;padding:3em 1em}button{font:inherit;padding:.6em 2em}'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const documentOf = (title: string, inner: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>` +
  `<style>${STYLE}</style><h1>${title}</h1>${inner}</html>`

interface Shown {
  readonly title: string
  readonly button: string
  readonly text: string
  readonly amountFen: number
  readonly isOpen: boolean
  act(): boolean
}

function shownOf(office: Office, kind: string, number: string): Shown | undefined {
  if (kind === 'pay') {
    const order = office.orders.get(number)
    if (order === undefined) return undefined
    const { description: text, totalFen: amountFen } = order
    const act = () => payOrder(office, number)
    return { title: PAGE_COPY.payTitle, button: PAGE_COPY.payButton, text, amountFen, isOpen: order.state === 'NOTPAY', act }
  }
  const row = office.transfers.get(number)
  if (row === undefined) return undefined
  const { remark: text, amountFen } = row
  const act = () => endTransfer(office, number, { state: 'SUCCESS' })
  return { title: PAGE_COPY.confirmTitle, button: PAGE_COPY.confirmButton, text, amountFen, isOpen: row.state === 'WAIT_USER_CONFIRM', act }
}

function innerOf(shown: Shown, isPost: boolean): string {
  const about = `<p>${escaped(shown.text)}</p><p>${(shown.amountFen / 100).toFixed(2)} ${PAGE_COPY.yuan}</p>`
  if (isPost) return `${about}<p>${shown.act() ? PAGE_COPY.done : PAGE_COPY.over}</p>`
  if (!shown.isOpen) return `${about}<p>${PAGE_COPY.over}</p>`
  return `${about}<form method="post"><button>${shown.button}</button></form>`
}

/** No other site's page, and no name that somebody makes point here, may press the button. */
function isOwn({ headers: { host = '', origin } }: IncomingMessage): boolean {
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host)) return false
  return origin === undefined || origin === `http://${host}`
}

/** Shows a payment or a payout with its one button. Says whether the request was for a page. */
export function answerPage(office: Office, request: IncomingMessage, response: ServerResponse): boolean {
  const [, kind, number] = PATH.exec((request.url ?? '').split('?')[0] ?? '') ?? []
  if (kind === undefined || number === undefined) return false
  const isPost = request.method === 'POST'
  const shown = isOwn(request) ? shownOf(office, kind, number) : undefined
  const page = shown === undefined ? documentOf(PAGE_COPY.missing, '') : documentOf(shown.title, innerOf(shown, isPost))
  request.resume()
  response.writeHead(shown === undefined ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  })
  response.end(page)
  return true
}
