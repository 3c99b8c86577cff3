import { chargeOf } from './charge/ask-charge.ts'
import { withdrawCharge } from './charge/change-charge.ts'
import { createChargeSubscriber } from './charge/charge.subscribers.ts'
import { inAppOf, orderInApp } from './charge/pay-in-app.ts'
import { type PayOrderPorts, payOrders } from './charge/pay-order.ts'
import { type PayPagePorts, payViewOf, renewCharge } from './charge/show-pay-page.ts'
import type { PayOrder } from './contract/job.contract.ts'
import type { Clock } from './core/clock.ts'
import type { PersonId } from './core/id.ts'
import type { Job } from './core/job/job.ts'
import { type Fen, fen } from './core/money.ts'
import { PAYMENT_LIMIT } from './core/payment/payment-limit.ts'
import type { OpenStaffTask } from './core/staff-task/staff-task.ts'
import type { TaxSettings } from './core/tax/withhold.ts'
import { createCreditSubscriber } from './credit/credit.subscribers.ts'
import { type CreditPorts, lendTo, setCreditLine } from './credit/credit.ts'
import type { Subscriber } from './event/handling.ts'
import type { JobDesk } from './job/edit-job.ts'
import { createJobMoney } from './job/job-money.ts'
import type { Log } from './log.ts'
import { createPayPage } from './page/pay-page.routes.ts'
import type { PayInApp, PayPorts } from './page/pay-view.ts'
import { windBillClock } from './payment/bill-clock.ts'
import { createCallbackMount } from './payment/callback.routes.ts'
import { receiveCallback } from './payment/callback.ts'
import { createPaymentTasks } from './payment/payment.tasks.ts'
import type { PaymentPorts } from './payment/payment-ports.ts'
import { payouts } from './payment/payout.collection.ts'
import type { PaymentProvider } from './payment/port.ts'
import { refundPayment } from './payment/refund-payment.ts'
import type { PayeeToOrder } from './person/payee-to-order.ts'
import type { Timers } from './schedule/timers.ts'
import { closeTaskOf } from './staff-task/close-staff-task.ts'
import { createMoneyTaskSubscriber } from './staff-task/money.subscribers.ts'
import { createPayoutTaskSubscriber } from './staff-task/payout.subscribers.ts'
import { CALLBACK_PATH, type PayeeDesk } from './start-payment.ts'
import type { Editor } from './store/editor.ts'
import type { Store } from './store/port.ts'
import type { Ledger } from './wallet/ledger.ts'
import { createPayoutSubscriber } from './wallet/payout.subscribers.ts'
import { createPayoutTasks } from './wallet/payout.tasks.ts'
import type { PayoutPorts } from './wallet/payout-ports.ts'
import { createWalletSubscriber } from './wallet/wallet.subscribers.ts'
import type { AskedRefund, WalletPorts } from './wallet/wallet-ports.ts'
import { createWithholding } from './wallet/withhold-tax.ts'

export interface MoneyParts {
  readonly store: Store
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly log: Log
  readonly desk: JobDesk
  readonly ledger: Ledger
  readonly timers: Pick<Timers, 'set'>
  /** undefined: pay changes hands outside. */
  readonly provider: PaymentProvider | undefined
  readonly publicUrl: () => string
  /** Where the chat is, when it is a page too. */
  readonly chatUrl?: string | undefined
  /** Pays an attempt, by its number, where money is play money. */
  readonly payInPlay?: ((number: string) => Promise<void>) | undefined
  /** How somebody shows which account of the chat app is his. */
  readonly payees?: PayeeDesk | undefined
  readonly tax: TaxSettings
  /** What a worker may have sent within a day before somebody of the hall looks at it. */
  readonly unlookedFen?: Fen | undefined
  readonly personById: (id: PersonId) => Promise<{ readonly township: string } | undefined>
  readonly newCode: () => string
  readonly openTask: OpenStaffTask
  readonly payeeOf: PayeeToOrder
}

/** What follows a county's money: charges, the wallet's book, credit lines, and the provider behind them where there is one. */
export function startMoney(parts: MoneyParts) {
  const { store, editor, county, clock, desk, ledger, provider } = parts
  const book = { store, editor, county }
  const credit: CreditPorts = { ...book, clock, desk }
  const online = provider === undefined ? undefined : startOnline(parts, provider)
  const wallet: WalletPorts = {
    ledger,
    chargeOf: (key) => chargeOf(book, key),
    withdrawCharge: (key) => withdrawCharge(book, key),
    refund: online?.refund ?? nobodyPaid,
    jobMoney: createJobMoney({ desk, clock }),
    withholding: createWithholding({ ledger, tax: parts.tax }),
  }
  const subscribers: readonly Subscriber[] = [
    ...(online === undefined ? [] : [createChargeSubscriber(online.charge)]),
    createWalletSubscriber(wallet),
    createPayoutSubscriber({ ledger }),
    createCreditSubscriber(credit),
    createMoneyTaskSubscriber({ desk, openTask: parts.openTask }),
    createPayoutTaskSubscriber({
      ...{ openTask: parts.openTask, personById: parts.personById },
      closeTask: (key, done) => closeTaskOf(parts, key, done),
      isHeld: async (payout) => (await store.get(payouts, county, payout))?.state === 'held',
    }),
  ]
  return {
    subscribers,
    tasks: online?.tasks ?? {},
    /** Said at every start. */
    wind: online?.wind ?? (async () => undefined),
    mounts: online?.mounts ?? [],
    /** undefined: nothing can be sent to anybody. */
    payouts: online?.payouts,
    setCreditLine: (line: Parameters<typeof setCreditLine>[1]) => setCreditLine(credit, line),
    lend: (loan: Parameters<typeof lendTo>[1]) => lendTo(credit, loan),
    /** `isAgain`: the employer comes back to pay. */
    ordersOf: async (job: Job, { isAgain = false } = {}): Promise<readonly PayOrder[]> =>
      online === undefined ? [] : payOrders(online.charge, job, { isAgain }),
  }
}

const nobodyPaid = async ({ key }: AskedRefund): Promise<void> => {
  throw new Error(`nothing came in that ${key} could give back`)
}

/** Who comes to pay with play money finds the provider started anew now and then: what it has forgotten is ordered again first. */
function payPagePorts(charge: PayPagePorts, { payInPlay, payees, publicUrl }: MoneyParts): PayPorts {
  const playing = async (code: string): Promise<void> => {
    const asked = await renewCharge(charge, code)
    if (asked?.payment.state === 'asked') await payInPlay?.(asked.payment.id)
  }
  return {
    payViewOf: (code) => payViewOf(charge, code),
    renew: async (code) => void (await renewCharge(charge, code)),
    ...(payInPlay === undefined ? {} : { payInPlay: playing }),
    ...(payInPlay !== undefined || payees === undefined ? {} : { inApp: inAppPorts(charge, { login: payees.login, publicUrl }) }),
  }
}

const inAppPorts = (charge: PayPagePorts, at: Pick<PayInApp, 'login' | 'publicUrl'>): PayInApp => ({
  ...at,
  order: (asked) => orderInApp(charge, asked),
  orderOf: (asked) => inAppOf(charge, asked),
})

function startOnline(parts: MoneyParts, provider: PaymentProvider) {
  const { store, editor, county, clock, log, ledger, timers, publicUrl, newCode, openTask, payeeOf } = parts
  const payment: PaymentPorts = {
    ...{ store, editor, provider, clock, county, log, openTask },
    setTimer: timers.set,
    payeeOf,
  }
  const { unlookedFen = fen(PAYMENT_LIMIT.unlookedFen) } = parts
  const payouts: PayoutPorts = { ledger, payment, payeeOf, setTimer: timers.set, unlookedFen }
  const charge: PayOrderPorts & PayPagePorts = { store, editor, county, clock, payment, newCode, publicUrl }
  return {
    charge,
    payouts,
    tasks: { ...createPaymentTasks(payment), ...createPayoutTasks(payouts) },
    wind: () => windBillClock(payment),
    mounts: [
      createCallbackMount({ prefix: CALLBACK_PATH, receive: (raw) => receiveCallback(payment, raw), log }),
      createPayPage({ ...payPagePorts(charge, parts), clock, log, chatUrl: parts.chatUrl }),
    ],
    /** The provider is asked again by the room's own timers, so whatever it says now is enough. */
    async refund(asked: AskedRefund): Promise<void> {
      const promised = await refundPayment(payment, asked)
      if (!promised.ok) throw new Error(`a refund was refused: ${promised.refusal}`)
    },
  }
}
