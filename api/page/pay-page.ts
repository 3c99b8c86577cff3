import { inCounty, isBefore } from '../core/clock.ts'
import { type Fen, yuanText } from '../core/money.ts'
import type { PagePay } from '../core/payment/payment.ts'
import { type Html, html } from './html.ts'
import { framePage } from './page-frame.ts'
import { AFTER_PAID, PART, PAY_COPY, payTitle, STATE_NOTE } from './pay-copy.ts'
import type { PayFacts, PayPart, PayView } from './pay-view.ts'
import { qrDrawing } from './qr-drawing.ts'

export interface PayPageSetting {
  /** The page's own path. */
  readonly path: string
  readonly now: Temporal.Instant
  /** Paid by a button, with play money. */
  readonly inPlay: boolean
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
  readonly app?: InApp
}

/** Whether it can be paid inside the chat app: not here, by asking for the account first, or by an order that is there. */
export type InApp = 'none' | 'offered' | PagePay

type Shown = PayView['state'] | 'checking'

const WAITING: readonly Shown[] = ['asked', 'checking', 'preparing']

const amount = (of: Fen): string => PAY_COPY.amount(yuanText(of))

const fact = (name: string, value: string): Html => html`<dt>${name}</dt><dd><bdi>${value}</bdi></dd>`

function partFact({ kind, amountFen, each }: PayPart): Html {
  const sum = amount(amountFen)
  return fact(PART[kind], each === undefined ? sum : `${PAY_COPY.each(yuanText(each.amountFen), each.people)} = ${sum}`)
}

function factsOf({ jobNumber, trade, place, parts, amountFen }: PayFacts): Html {
  const total = parts.length > 1 ? [fact(PAY_COPY.total, amount(amountFen))] : []
  return html`<dl class="facts">
${fact(PAY_COPY.job, jobNumber)}${fact(PAY_COPY.trade, trade)}${fact(PAY_COPY.place, place)}
${parts.map(partFact)}${total}
</dl>`
}

function timeLeft(expiresAt: Temporal.Instant, now: Temporal.Instant): Html {
  const minutes = Math.ceil(now.until(expiresAt).total('minutes'))
  const clock = inCounty(expiresAt).toPlainTime().toString({ smallestUnit: 'minute' })
  const left = PAY_COPY.left(Math.floor(minutes / 60), minutes % 60)
  return html`<p data-changes="left">${PAY_COPY.until(clock, left)}</p>`
}

const button = (action: string, words: string): Html =>
  html`<form method="post" action="${action}"><button class="button">${words}</button></form>`

interface Code {
  readonly codeUrl: string
  readonly expiresAt: Temporal.Instant
}

/** What a script shows when the chat app does not play along; without scripts the first is there for all to read. */
const NOTES = html`<noscript><p class="alarm">${PAY_COPY.outside}</p></noscript>
<p class="alarm" data-note="outside" hidden>${PAY_COPY.outside}</p>
<p class="alarm" data-note="not-yet" hidden>${PAY_COPY.notYet}</p>`

function payInside(app: 'offered' | PagePay, path: string): Html {
  if (app === 'offered') return html`<a class="button" href="${path}/app">${PAY_COPY.payInApp}</a>`
  return html`<button class="button" data-order="${JSON.stringify(app)}">${PAY_COPY.payInApp}</button>${NOTES}`
}

function waysToPay({ codeUrl, expiresAt }: Code, { path, now, inPlay, app = 'none' }: PayPageSetting): Html {
  const code = qrDrawing(codeUrl, PAY_COPY.code) ?? html`<p class="alarm">${PAY_COPY.noCode}</p>`
  if (inPlay) {
    return html`${button(`${path}/play`, PAY_COPY.payInPlay)}${timeLeft(expiresAt, now)}${code}<p class="faint">${PAY_COPY.noNeedToScan}</p>`
  }
  if (app !== 'none') return html`${payInside(app, path)}${timeLeft(expiresAt, now)}<p class="faint">${PAY_COPY.staysOpen}</p>`
  return html`${code}<p>${PAY_COPY.howToScan}</p>${timeLeft(expiresAt, now)}
<p class="faint">${PAY_COPY.onePhone}</p><p class="faint">${PAY_COPY.staysOpen}</p>`
}

const SIGN = html`<svg class="sign good" viewBox="0 0 32 32" aria-hidden="true"><circle cx="16" cy="16" r="16" fill="currentColor"/><path d="M9 16.5l5 5 9-11" fill="none" stroke="var(--paper)" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`

const wayBack = ({ chatUrl }: PayPageSetting): Html =>
  chatUrl === undefined ? html`<p>${PAY_COPY.backByHand}</p>` : html`<a class="button second" href="${chatUrl}">${PAY_COPY.back}</a>`

function standing(view: PayView, shown: Shown, setting: PayPageSetting): Html {
  if (shown === 'checking') return html`<p>${STATE_NOTE.checking}</p>`
  switch (view.state) {
    case 'asked':
      return waysToPay(view, setting)
    case 'preparing':
      return html`<p>${STATE_NOTE.preparing}</p>${button(`${setting.path}/renew`, PAY_COPY.tryAgain)}`
    case 'paid':
      return html`<p class="good">${AFTER_PAID[view.purpose]}</p>${wayBack(setting)}`
    case 'expired':
      return html`<p>${STATE_NOTE.expired(view.jobNumber)}</p>${button(`${setting.path}/renew`, PAY_COPY.renew)}`
    case 'withdrawn':
    case 'returned':
      return html`<p>${STATE_NOTE[view.state]}</p>${wayBack(setting)}`
  }
}

/** The page of one thing to be paid, as it stands now. */
export function payPage(view: PayView, setting: PayPageSetting): string {
  const isLate = view.state === 'asked' && !isBefore(setting.now, view.expiresAt)
  const shown: Shown = isLate ? 'checking' : view.state
  const main = html`${shown === 'paid' ? SIGN : []}<p class="amount">${amount(view.amountFen)}</p>
${standing(view, shown, setting)}
${factsOf(view)}
${shown === 'asked' && view.purpose === 'hold' ? html`<p class="faint">${PAY_COPY.safe}</p>` : []}`
  return framePage({
    title: payTitle(shown, view.purpose),
    main,
    ...(WAITING.includes(shown) ? { waitsIn: shown } : {}),
    ...(setting.inPlay ? { playNote: PAY_COPY.play } : {}),
    ...(shown === 'asked' && typeof setting.app === 'object' ? { script: 'pay-in-app' as const } : {}),
  })
}
