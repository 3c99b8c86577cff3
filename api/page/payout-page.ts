import { inCounty } from '../core/clock.ts'
import { fen, yuanText } from '../core/money.ts'
import { type Html, html } from './html.ts'
import { framePage } from './page-frame.ts'
import { button, TICK, wayBack } from './page-parts.ts'
import { FAILURE_NOTE, PAYOUT_COPY } from './payout-copy.ts'
import type { ConfirmBy, PayoutOnPage } from './payout-view.ts'

export interface PayoutPageSetting {
  /** The page's own path. */
  readonly path: string
  readonly confirmBy: ConfirmBy
  readonly chatUrl?: string | undefined
  /** What was tried came too late. */
  readonly tooLate?: boolean
}

const CONFIRM_HOURS = 24
/** In these it changes by itself. */
const CHANGING = ['sending', 'waiting', 'paying', 'cancelling'] as const
const isChanging = (state: string): state is (typeof CHANGING)[number] => CHANGING.some((each) => each === state)

function momentText(at: Temporal.Instant): string {
  const moment = inCounty(at)
  return `${moment.month}月${moment.day}日${moment.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** What a script shows when the chat app does not play along; without scripts the first is there for all to read. */
const notes = html`<noscript><p class="alarm">${PAYOUT_COPY.outside}</p></noscript>
<p class="alarm" data-note="outside" hidden>${PAYOUT_COPY.outside}</p>
<p class="alarm" data-note="too-old" hidden>${PAYOUT_COPY.tooOld}</p>
<p class="alarm" data-note="not-yet" hidden>${PAYOUT_COPY.notYet}</p>`

function wayToConfirm(packageInfo: string, { confirmBy }: PayoutPageSetting): Html {
  if (confirmBy.by === 'page') {
    return html`<p>${PAYOUT_COPY.waitingInPlay}</p><a class="button" href="${packageInfo}">${PAYOUT_COPY.confirm}</a>`
  }
  return html`<p>${PAYOUT_COPY.waiting}</p>
<button class="button" data-mchid="${confirmBy.mchid}" data-appid="${confirmBy.appid}" data-package="${packageInfo}">${PAYOUT_COPY.confirm}</button>
${notes}`
}

function waiting({ view, packageInfo }: PayoutOnPage, setting: PayoutPageSetting): Html {
  const until = Temporal.Instant.from(view.createdAt).add({ hours: CONFIRM_HOURS })
  const confirm = packageInfo === null ? html`<p>${PAYOUT_COPY.sending}</p>` : wayToConfirm(packageInfo, setting)
  return html`${confirm}<p class="faint">${PAYOUT_COPY.until(momentText(until))}</p>
${button({ action: `${setting.path}/cancel`, words: PAYOUT_COPY.takeBack, second: true })}`
}

function standing(shown: PayoutOnPage, setting: PayoutPageSetting): Html {
  const { state, failure } = shown.view
  const back = wayBack({ chatUrl: setting.chatUrl, words: PAYOUT_COPY.back, byHand: PAYOUT_COPY.backByHand })
  switch (state) {
    case 'waiting':
      return waiting(shown, setting)
    case 'held':
      return html`<p>${PAYOUT_COPY.held}</p>
${button({ action: `${setting.path}/cancel`, words: PAYOUT_COPY.takeBack, second: true })}`
    case 'done':
      return html`<p class="good">${PAYOUT_COPY.done}</p>${back}`
    case 'failed':
      return html`<p>${PAYOUT_COPY.failed}</p><p>${FAILURE_NOTE[failure ?? 'failed']}</p>${back}`
    default:
      return html`<p>${PAYOUT_COPY[state]}</p>`
  }
}

/** What a page waits in: a package that comes later than the state is a change too. */
const waitsIn = ({ view, packageInfo }: PayoutOnPage): string => `${view.state}${packageInfo === null ? '' : '-ready'}`

/** The page of one payout, as it stands now. */
export function payoutPage(shown: PayoutOnPage, setting: PayoutPageSetting): string {
  const { state, amountFen } = shown.view
  const main = html`${state === 'done' ? TICK : []}<p class="amount">${PAYOUT_COPY.amount(yuanText(fen(amountFen)))}</p>
${setting.tooLate === true ? html`<p class="alarm">${PAYOUT_COPY.tooLate}</p>` : []}
${standing(shown, setting)}`
  return framePage({
    title: shown.view.failure === 'taken-back' ? PAYOUT_COPY.takenBackTitle : PAYOUT_COPY.titles[state],
    main,
    ...(isChanging(state) ? { waitsIn: waitsIn(shown) } : {}),
    ...(state === 'waiting' && setting.confirmBy.by === 'app' ? { script: 'confirm-transfer' as const } : {}),
  })
}

/** For an address that opens nothing any more. */
export const payoutLinkGone = (chatUrl: string | undefined): string =>
  framePage({
    title: PAYOUT_COPY.missingTitle,
    main: html`<p>${PAYOUT_COPY.missing}</p>${wayBack({ chatUrl, words: PAYOUT_COPY.back, byHand: PAYOUT_COPY.backByHand })}`,
  })
