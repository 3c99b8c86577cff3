import type { IncomingMessage, ServerResponse } from 'node:http'
import { fen, yuanText } from '../../core/money.ts'
import { answerPage as sendPage } from '../../page/answer-page.ts'
import { type Html, html } from '../../page/html.ts'
import { framePage } from '../../page/page-frame.ts'
import type { Office } from './books.ts'
import { isOwn } from './own-host.ts'
import { PAGE_COPY } from './page-copy.ts'
import { payOrder } from './pay-in-desk.ts'
import { endTransfer } from './transfer-desk.ts'

const PATH = /^\/sandbox\/(pay|payout)\/([\w-]{1,64})$/

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

function mainOf(shown: Shown, isPost: boolean): Html {
  const about = html`<p>${shown.text}</p><p class="amount">${PAGE_COPY.amount(yuanText(fen(shown.amountFen)))}</p>`
  if (isPost) return html`${about}<p>${shown.act() ? PAGE_COPY.done : PAGE_COPY.over}</p>`
  if (!shown.isOpen) return html`${about}<p>${PAGE_COPY.over}</p>`
  return html`${about}<form method="post"><button class="button">${shown.button}</button></form>`
}

const MISSING = { title: PAGE_COPY.missing, main: html`<p>${PAGE_COPY.forgotten}</p>` }

/** Shows a payment or a payout with its one button. Says whether the request was for a page. */
export function answerPage(office: Office, request: IncomingMessage, response: ServerResponse): boolean {
  const [, kind, number] = PATH.exec((request.url ?? '').split('?')[0] ?? '') ?? []
  if (kind === undefined || number === undefined) return false
  const isPost = request.method === 'POST'
  const shown = isOwn(request) ? shownOf(office, kind, number) : undefined
  const parts = shown === undefined ? MISSING : { title: shown.title, main: mainOf(shown, isPost) }
  request.resume()
  sendPage(response, { status: shown === undefined ? 404 : 200, page: framePage({ ...parts, playNote: PAGE_COPY.play }) })
  return true
}
