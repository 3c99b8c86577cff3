import type { ChargePurpose } from '../core/charge/purpose.ts'
import type { Fen } from '../core/money.ts'
import type { PagePay } from '../core/payment/payment.ts'
import type { AccountLogin } from '../payment/account-login.ts'

/** A line of the bill: so much each for so many, or a sum. */
export interface PayPart {
  readonly kind: 'pay' | 'premium'
  readonly amountFen: Fen
  readonly each?: { readonly people: number; readonly amountFen: Fen }
}

/** What is paid for, without a word about a person: whoever has the address sees it. */
export interface PayFacts {
  readonly purpose: ChargePurpose
  readonly jobNumber: string
  readonly trade: string
  readonly place: string
  readonly amountFen: Fen
  /** They come to the amount. */
  readonly parts: readonly PayPart[]
}

export type PayState =
  /** Can be paid by this code until then. */
  | { readonly state: 'asked'; readonly codeUrl: string; readonly expiresAt: Temporal.Instant }
  /** The provider has not given a code yet. */
  | { readonly state: 'preparing' }
  | { readonly state: 'paid' }
  /** The code was not used in time; another can be had. */
  | { readonly state: 'expired' }
  /** Nobody wants the money any more. */
  | { readonly state: 'withdrawn' }
  /** It was paid and has gone back, or is on its way. */
  | { readonly state: 'returned' }

export type PayView = PayFacts & PayState

/** What stands behind the page. A code belongs to one thing to be paid, for ever; it cannot be guessed and says nothing. */
export interface PayPorts {
  readonly payViewOf: (code: string) => Promise<PayView | undefined>
  /** Has another code to scan made where the last was not used in time. */
  readonly renew: (code: string) => Promise<void>
  /** Pays with play money, where there is no other: resolves when the county knows of it, or when it was too late. */
  readonly payInPlay?: (code: string) => Promise<void>
  /** Pays inside the chat app, where there is one that takes real money. */
  readonly inApp?: PayInApp
}

/** An employer with one telephone cannot scan what is on it: in the chat app's own browser he pays by an order for his account. */
export interface PayInApp {
  readonly login: AccountLogin
  readonly publicUrl: () => string
  /** The number of the order of a page for an account; undefined where nothing is to be paid. */
  readonly order: (asked: { readonly code: string; readonly openid: string }) => Promise<string | undefined>
  /** What the page hands to the app; undefined where the order is not the page's, or can be paid no more. */
  readonly orderOf: (asked: { readonly code: string; readonly number: string }) => Promise<PagePay | undefined>
}
