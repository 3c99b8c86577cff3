import { PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { html } from './html.ts'
import { framePage } from './page-frame.ts'
import { TICK, wayBack } from './page-parts.ts'
import { PAYEE_COPY, PAYEE_OUTCOME } from './payee-copy.ts'

export type PayeeOutcome = keyof typeof PAYEE_OUTCOME

export const isPayeeOutcome = (text: string): text is PayeeOutcome => Object.hasOwn(PAYEE_OUTCOME, text)

interface Asking {
  /** Masked. */
  readonly name: string
  readonly hasOne: boolean
  /** Where the chat app tells who holds the phone. */
  readonly loginUrl: string
}

/** Asks whether the account in hand is to be the one. */
export const payeePage = ({ name, hasOne, loginUrl }: Asking): string =>
  framePage({
    title: PAYEE_COPY.title,
    main: html`<p class="amount">${PAYEE_COPY.forWhom(name)}</p><p>${PAYEE_COPY.ask}</p>
${hasOne ? html`<p class="alarm">${PAYEE_COPY.change(PAYMENT_LIMIT.newPayeeHours)}</p>` : []}
<a class="button" href="${loginUrl}">${PAYEE_COPY.button}</a><p class="faint">${PAYEE_COPY.own}</p>`,
  })

/** What came of it; a page that may be loaded again without harm. */
export function payeeOutcomePage(outcome: PayeeOutcome, chatUrl: string | undefined): string {
  const { title, words } = PAYEE_OUTCOME[outcome]
  const isDone = outcome === 'bound' || outcome === 'changed'
  return framePage({
    title,
    main: html`${isDone ? TICK : []}<p>${words}</p>
${wayBack({ chatUrl, words: PAYEE_COPY.back, byHand: PAYEE_COPY.backByHand })}`,
  })
}
