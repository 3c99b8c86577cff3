import type { Life } from '../life.ts'
import type { Fen } from '../money.ts'
import type { Refund } from './refund.ts'

/** `unknown`: we asked the provider to open it and no answer that could be believed came back. */
export type PaymentState = 'created' | 'unknown' | 'asked' | 'paid' | 'closed' | 'failed'

/** Money that has come in is never turned away: `paid` can be entered from everywhere. Nothing leaves it. */
export const NEXT_PAYMENT_STATE = {
  created: ['unknown', 'asked', 'paid', 'closed', 'failed'],
  unknown: ['asked', 'paid', 'closed', 'failed'],
  asked: ['paid', 'closed', 'failed'],
  closed: ['paid'],
  failed: ['paid', 'closed'],
  paid: [],
} as const satisfies Life<PaymentState>

/** By a code to scan, or on a page inside the payer's chat app. */
export const PAYMENT_WAYS = ['native', 'jsapi'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

/** What the payer's page hands to the chat app, as signed texts. */
export interface PagePay {
  readonly appId: string
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: string
  readonly paySign: string
}

export type PayMeans = { readonly way: 'native'; readonly codeUrl: string } | { readonly way: 'jsapi'; readonly page: PagePay }

export interface PaymentTerms {
  /** Ours at the provider: at most 32 letters and digits, derived from the key, for ever the same. */
  readonly id: string
  readonly county: string
  readonly demo: boolean
  readonly key: string
  readonly way: PaymentWay
  readonly amountFen: Fen
  readonly description: string
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  /** They live here because together they never exceed the payment. */
  readonly refunds: readonly Refund[]
}

export type PaymentStanding =
  /** `code`: why the last try came to nothing, where the provider said why. */
  | { readonly state: 'created' | 'unknown' | 'failed' | 'closed'; readonly code: string | null }
  | { readonly state: 'asked'; readonly means: PayMeans }
  | { readonly state: 'paid'; readonly transaction: string; readonly paidAt: Temporal.Instant; readonly paidOn: string }

export type Payment = PaymentTerms & PaymentStanding

/** Every payment ends paid or closed; a failed try may be followed by another until it expires. */
export const isOpenPayment = ({ state }: Pick<Payment, 'state'>): boolean => state !== 'paid' && state !== 'closed'
