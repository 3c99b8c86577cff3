import type { WalletView } from '../contract/wallet.contract.ts'
import { inCounty } from '../core/clock.ts'
import { ENTRY_COPY } from '../core/ledger/entry-copy.ts'
import { fen, yuanText } from '../core/money.ts'
import { PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { type Html, html } from './html.ts'
import { framePage } from './page-frame.ts'
import { button, wayBack } from './page-parts.ts'
import { PAYOUT_STATE, WALLET_COPY } from './wallet-copy.ts'

export interface WalletPageSetting {
  /** The page's own path. */
  readonly path: string
  readonly expiresAt: Temporal.Instant
  readonly chatUrl?: string | undefined
  /** Why what was tried came to nothing. */
  readonly alarm?: string
}

export const amountText = (amountFen: number): string => WALLET_COPY.amount(yuanText(fen(amountFen)))

const fact = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value}</dd>`

function factsOf({ outgoingFen, heldFen, earnedThisMonthFen, jobsPaidThisMonth }: WalletView): Html {
  const earned = `${amountText(earnedThisMonthFen)}${jobsPaidThisMonth > 0 ? WALLET_COPY.jobs(jobsPaidThisMonth) : ''}`
  return html`<dl class="facts">
${outgoingFen > 0 ? fact(WALLET_COPY.outgoing, amountText(outgoingFen)) : []}
${fact(WALLET_COPY.earned, earned)}${heldFen > 0 ? fact(WALLET_COPY.held, amountText(heldFen)) : []}
</dl>`
}

function openPayouts({ payouts }: WalletView, path: string): Html | readonly Html[] {
  if (payouts.length === 0) return []
  const rows = payouts.map(({ payout, amountFen, state }) => {
    const go = button({ action: `${path}/open`, words: WALLET_COPY.confirm, second: true, hidden: { payout } })
    return html`<p>${amountText(amountFen)}：${PAYOUT_STATE[state]}</p>${state === 'waiting' ? go : []}`
  })
  return html`<h2>${WALLET_COPY.open}</h2>${rows}`
}

/** The word says which way the money went, so no sign is needed. */
function rowOf({ at, kind, amountFen, job }: WalletView['entries'][number]): Html {
  const { month, day } = inCounty(Temporal.Instant.from(at))
  const about = job === null ? '' : ` ${WALLET_COPY.job(job)}`
  return html`<li><span>${`${month}月${day}日 ${ENTRY_COPY[kind]}`}<span class="faint">${about}</span></span><span>${amountText(Math.abs(amountFen))}</span></li>`
}

function newest({ entries }: WalletView): Html {
  return html`<h2>${WALLET_COPY.newest}</h2>${
    entries.length === 0 ? html`<p class="faint">${WALLET_COPY.nothing}</p>` : html`<ul class="rows">${entries.map(rowOf)}</ul>`
  }`
}

function payOut({ balanceFen, payeeFrom }: WalletView, path: string): Html {
  if (balanceFen < PAYMENT_LIMIT.leastPayoutFen) {
    return html`<p class="faint">${WALLET_COPY.tooLittle(yuanText(fen(PAYMENT_LIMIT.leastPayoutFen)))}</p>`
  }
  if (payeeFrom === null) return html`<p>${WALLET_COPY.noPayee}</p>`
  return html`<form method="post" action="${path}/ask">
<label for="yuan">${WALLET_COPY.howMuch}</label>
<input class="field" id="yuan" name="yuan" inputmode="decimal" autocomplete="off" maxlength="20" required aria-describedby="all" value="${yuanText(fen(balanceFen))}">
<p class="faint" id="all">${WALLET_COPY.all(yuanText(fen(balanceFen)))}</p>
<button class="button">${WALLET_COPY.payOut}</button></form>`
}

/** The page of a wallet: what there is, and one thing to do. */
export function walletPage(wallet: WalletView, setting: WalletPageSetting): string {
  const { alarm, chatUrl, expiresAt, path } = setting
  const clock = inCounty(expiresAt).toPlainTime().toString({ smallestUnit: 'minute' })
  const main = html`<p class="faint">${WALLET_COPY.balance}</p><p class="amount">${amountText(wallet.balanceFen)}</p>
${alarm === undefined ? [] : html`<p class="alarm" role="alert">${alarm}</p>`}
${payOut(wallet, path)}
${openPayouts(wallet, path)}
${factsOf(wallet)}
${newest(wallet)}
${wallet.payeeFrom !== null ? html`<p class="faint">${WALLET_COPY.change}</p>` : []}
<p class="faint">${WALLET_COPY.until(clock)}</p>
${wayBack({ chatUrl, words: WALLET_COPY.back, byHand: WALLET_COPY.backByHand })}`
  return framePage({ title: WALLET_COPY.title, main })
}

interface Sure {
  readonly path: string
  readonly amountFen: number
  /** However often the button is pressed, it is one payout. */
  readonly key: string
}

/** Says what is about to happen and waits for one more word. */
export const surePage = ({ path, amountFen, key }: Sure): string =>
  framePage({
    title: WALLET_COPY.sureTitle,
    main: html`<p class="amount">${amountText(amountFen)}</p><p>${WALLET_COPY.sure}</p>
${button({ action: `${path}/send`, words: WALLET_COPY.send, hidden: { fen: String(amountFen), key } })}
<a class="button second" href="${path}">${WALLET_COPY.dropped}</a>`,
  })

/** For an address that opens nothing any more. */
export const walletLinkGone = (chatUrl: string | undefined): string =>
  framePage({
    title: WALLET_COPY.goneTitle,
    main: html`<p>${WALLET_COPY.gone}</p>${wayBack({ chatUrl, words: WALLET_COPY.back, byHand: WALLET_COPY.backByHand })}`,
  })
