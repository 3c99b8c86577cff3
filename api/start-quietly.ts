import { charges, newCharge } from './charge/charge.collection.ts'
import { attemptKey, chargeKey } from './core/charge/charge.ts'
import type { DomainEvent } from './core/event.ts'
import { asId } from './core/id.ts'
import { coverForJob, holdForJob } from './core/ledger/movement.ts'
import { type Fen, NO_FEN } from './core/money.ts'
import { PAYMENT_LIMIT } from './core/payment/payment-limit.ts'
import type { Subscriber } from './event/handling.ts'
import { EMPTY_OUTBOX } from './event/outbox.ts'
import { createJobSubscribers } from './job/job.subscribers.ts'
import type { JobMoney } from './job/job-money.ts'
import { payments } from './payment/payment.collection.ts'
import { paymentNumber } from './payment/payment-number.ts'
import { createPolicySubscriber } from './policy/policy.subscribers.ts'
import type { County } from './start-county.ts'
import { statisticsSubscriber } from './statistics/statistics.subscribers.ts'
import { deriveId } from './vault/digest.ts'
import type { Ledger } from './wallet/ledger.ts'
import { createWalletSubscriber } from './wallet/wallet.subscribers.ts'

/** The rooms of a county that something which happened before it opened must still reach. */
export type QuietCounty = Pick<
  County,
  'county' | 'store' | 'editor' | 'people' | 'desk' | 'timers' | 'ledger' | 'fold' | 'trust' | 'lookBack' | 'online'
>

/** Brings what happened to those who hear it, in order. Twice is once. */
export type Hear = (events: readonly DomainEvent[]) => Promise<void>

export function hearBy(subscribers: readonly Subscriber[]): Hear {
  return async (events) => {
    for (const event of events) {
      for (const { on, run } of subscribers) if (on.includes(event.type)) await run(event)
    }
  }
}

/**
 * Everybody hears what happened to a job that is loaded into a county, except people: its money is held, its clocks run and it is counted,
 * but no group is flooded with news that everybody is taken to know.
 */
export const hearQuietly = (county: QuietCounty): Hear =>
  hearBy([
    ...(county.online ? [toldPayments(county)] : []),
    ...quietWallet(county.ledger),
    createPolicySubscriber({ ...county, jobByNumber: county.desk.byNumber, moveMoney: county.ledger.append }),
    ...createJobSubscribers({ desk: county.desk, setTimer: county.timers.set }),
    ...county.trust.subscribers,
    statisticsSubscriber(county.fold),
  ])

/** A loaded job says itself what became of its money. */
const KNOWS_ALREADY: JobMoney = {
  fund: async () => undefined,
  cover: async () => undefined,
  payBill: async () => [],
  markPaid: async () => undefined,
}

/** Keeps the book of money that never moved, so no provider is asked and none is waited for. */
export const quietWallet = (ledger: Ledger): readonly Subscriber[] => [
  {
    name: 'told-holds',
    on: ['jobPublished', 'jobInsured'],
    async run(event) {
      if (event.type === 'jobPublished' && event.facts.holdFen > 0) await ledger.append(holdForJob(event))
      if (event.type === 'jobInsured') await ledger.append(coverForJob(event))
    },
  },
  createWalletSubscriber({
    ledger,
    chargeOf: async () => undefined,
    withdrawCharge: async () => undefined,
    refund: async () => undefined,
    jobMoney: KNOWS_ALREADY,
    withholding: async () => NO_FEN,
  }),
]

/** What goes on in the county will have to give back what is left, so the payments of a loaded job stand where real ones would. */
const toldPayments = (county: Pick<QuietCounty, 'editor' | 'county'>): Subscriber => ({
  name: 'told-payments',
  on: ['jobPublished', 'jobInsured'],
  async run(event) {
    if (event.type === 'jobPublished' && event.facts.holdFen > 0) await putPaid(county, event, event.facts.holdFen)
    if (event.type === 'jobInsured') await putPaid(county, event, event.facts.premiumFen)
  },
})

/** No bill of a provider has a row of them, so they stand under no day. */
const UNDER_NO_DAY = 'told'

async function putPaid(
  { editor, county }: Pick<QuietCounty, 'editor' | 'county'>,
  { type, at, demo, facts }: DomainEvent<'jobPublished' | 'jobInsured'>,
  amountFen: Fen,
): Promise<void> {
  const purpose = type === 'jobPublished' ? 'hold' : 'cover'
  const [job, employer] = [asId<'job'>(facts.job), asId<'person'>(facts.employer)]
  const wanted = { key: chargeKey[purpose](job), purpose, job, jobNumber: facts.number, employer, amountFen, demo } as const
  const charge = newCharge(wanted, { county, askedAt: at, code: deriveId('told-code', `${county}/${wanted.key}`) })
  const key = attemptKey(charge)
  const id = paymentNumber('payment', county, key)
  const expiresAt = at.add({ minutes: PAYMENT_LIMIT.openMinutes })
  const terms = { key, way: 'native', amountFen, description: wanted.key, createdAt: at, expiresAt, refunds: [] } as const
  const paid = { state: 'paid', transaction: `told-${id}`, paidAt: at, paidOn: UNDER_NO_DAY } as const
  await editor.insert(payments, { id, county, version: 1, ...EMPTY_OUTBOX, demo, ...terms, ...paid })
  await editor.insert(charges, { ...charge, state: 'paid', paidBy: key })
}
