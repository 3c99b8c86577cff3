import type { ChatNumber } from '../chat-number.ts'
import type { TakeId } from '../id.ts'
import type { Job } from '../job/job.ts'
import { addFen, type Fen, NO_FEN, subtractFen } from '../money.ts'
import { payOf } from '../take/pay-agreed.ts'
import type { Take } from '../take/take.ts'
import { type WageItems, wageItems } from './wage-items.ts'
import { takeTime, type WorkTime } from './work-time.ts'

/** One movement of a seat's pay. */
export interface WagePayment {
  /** The natural name of its entry in the book, which is the proof of it. */
  readonly key: string
  readonly at: Temporal.Instant
  readonly grossFen: Fen
  readonly taxFen: Fen
  /** `cash`: from hand to hand, as both sides said. */
  readonly by: 'wallet' | 'cash'
}

/** What one seat was paid for which work, as it is told to the worker and written down for the authorities. */
export interface Wage extends Pick<Job, 'employer'>, Pick<Take, 'worker' | 'startedAt' | 'finishedAt'> {
  readonly take: TakeId
  readonly number: ChatNumber
  readonly trade: string
  readonly content: string
  readonly unit: Job['terms']['pay']['unit']
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly time: WorkTime
  readonly items: WageItems
  /** What the items come to, before tax. */
  readonly payFen: Fen
  /** The oldest first. */
  readonly payments: readonly WagePayment[]
}

export type PaidTake = Pick<Take, 'id' | 'worker' | 'startedAt' | 'finishedAt' | 'agreedFen' | 'deals' | 'confirmedAt'>

export function wageOf(job: Pick<Job, 'number' | 'employer' | 'terms'>, take: PaidTake, payments: readonly WagePayment[]): Wage {
  const { number, employer, terms } = job
  const { worker, startedAt, finishedAt, deals, confirmedAt } = take
  const payFen = payOf(job, take)
  const { trade, content, startsAt, endsAt } = terms
  return {
    ...{ take: take.id, number, employer, worker, trade, content, startsAt, endsAt, startedAt, finishedAt, payFen },
    unit: terms.pay.unit,
    time: takeTime(terms, take),
    items: wageItems({ termsFen: terms.payPerTakeFen, deals, confirmedAt, payFen }),
    payments: payments.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at) || (one.key < other.key ? -1 : 1)),
  }
}

export interface WageSum {
  readonly grossFen: Fen
  readonly taxFen: Fen
  readonly netFen: Fen
  /** What of the net sum was cash. */
  readonly cashFen: Fen
}

export function sumOfPayments(payments: readonly WagePayment[]): WageSum {
  const sum = (amounts: readonly WagePayment[], of: 'grossFen' | 'taxFen') => addFen(NO_FEN, ...amounts.map((payment) => payment[of]))
  const [grossFen, taxFen] = [sum(payments, 'grossFen'), sum(payments, 'taxFen')]
  const inCash = payments.filter(({ by }) => by === 'cash')
  return { grossFen, taxFen, netFen: subtractFen(grossFen, taxFen), cashFen: sum(inCash, 'grossFen') }
}
