import type { Fen } from '../core/money.ts'
import type { PaymentWay } from '../core/payment/payment.ts'
import type {
  OpenReport,
  PaymentReport,
  PayoutProgress,
  PayoutReport,
  RefundProgress,
  RefundReport,
  UnknownOutcome,
} from '../core/payment/report.ts'

/** `payer` is the payer's id with the chat app, needed on its pages only and never stored here. */
export interface PaymentOrder {
  readonly number: string
  readonly way: PaymentWay
  readonly amountFen: Fen
  readonly description: string
  readonly expiresAt: Temporal.Instant
  readonly payer?: string | undefined
}

export interface RefundOrder {
  readonly number: string
  readonly payment: string
  readonly amountFen: Fen
  readonly paymentFen: Fen
}

/** `name` is the payee's real name: from a certain amount on the provider compares it with the account's. */
export interface PayoutOrder {
  readonly number: string
  readonly amountFen: Fen
  readonly payee: string
  readonly name?: string | undefined
  readonly remark: string
  readonly jobType: string
  readonly payNote: string
}

export interface BillRow {
  readonly kind: 'payment' | 'refund'
  /** Our number of the payment or of the refund. */
  readonly number: string
  readonly payment: string
  readonly amountFen: Fen
}

/** `later`: not made yet. `forgotten`: not kept any more, or never. */
export type NoBill = { readonly state: 'later' | 'forgotten' } | UnknownOutcome
export type Bill = { readonly state: 'bill'; readonly rows: readonly BillRow[] } | NoBill

/** One movement on the merchant's account. Its numbers are the provider's, ours, or nobody's we know. */
export interface FlowRow {
  readonly direction: 'in' | 'out'
  readonly numbers: readonly string[]
  readonly amountFen: Fen
}
export type Flow = { readonly state: 'flow'; readonly rows: readonly FlowRow[] } | NoBill

/** A callback as it came over the wire: header names in lower case, the body's very bytes. */
export interface RawNotification {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Uint8Array
}

export type NotificationFact =
  | { readonly kind: 'payment'; readonly payment: string; readonly report: PaymentReport }
  | { readonly kind: 'refund'; readonly report: RefundProgress }
  | { readonly kind: 'payout'; readonly report: PayoutProgress }

/** Why a callback is not taken for the provider's word. */
export type NotGenuine =
  | 'headers-missing'
  | 'too-old'
  | 'serial-unknown'
  | 'signature-wrong'
  | 'unreadable'
  | 'not-decryptable'
  | 'other-merchant'
  | 'other-app'
  | 'other-currency'

export type ReadNotification =
  | { readonly ok: true; readonly id: string; readonly fact: NotificationFact }
  | { readonly ok: false; readonly why: NotGenuine }

/**
 * Where the money really lies. Nothing here throws for what the provider or the network does: every answer is a state, and `unknown` is
 * one. Numbers are ours; the same number is the same movement, however often it is ordered.
 */
export interface PaymentProvider {
  openPayment(order: PaymentOrder): Promise<OpenReport>
  askPayment(number: string): Promise<PaymentReport>
  /** `closed` once it can no longer be paid. A provider that would not close it leaves it `unknown`: its state has to be asked for. */
  closePayment(number: string): Promise<PaymentReport>
  refund(order: RefundOrder): Promise<RefundReport>
  askRefund(number: string): Promise<RefundReport>
  payOut(order: PayoutOrder): Promise<PayoutReport>
  askPayout(number: string): Promise<PayoutReport>
  /** Asks for a payout nobody has confirmed to be taken back. */
  cancelPayout(number: string): Promise<PayoutReport>
  /** What moved in on a county day, by the provider's own book. */
  bill(day: Temporal.PlainDate): Promise<Bill>
  /** What moved on our account on a county day, whatever for: payouts are in no other bill. */
  flow(day: Temporal.PlainDate): Promise<Flow>
  /** Believes a callback only with the provider's signature over its bytes, a fresh time and our merchant in it. */
  readNotification(raw: RawNotification, now: Temporal.Instant): ReadNotification
}
