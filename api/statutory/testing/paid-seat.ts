import { asId, type PersonId } from '../../core/id.ts'
import type { Due } from '../../core/job/due.ts'
import { cashForTake } from '../../core/ledger/cash.ts'
import type { Entry } from '../../core/ledger/entry.ts'
import { payDue, payForTake } from '../../core/ledger/movement.ts'
import { happened } from '../../core/ledger/testing/stories.ts'
import { fen } from '../../core/money.ts'
import type { Take } from '../../core/take/take.ts'
import { aTake, at } from '../../core/testing/builders.ts'

const CONFIRMED = at('2026-11-23T17:30:00+08:00')

/** What was paid for a seat: out of the escrow, what was owed beyond it, and from hand to hand. */
export interface PaidSeat {
  readonly worker: PersonId
  readonly take?: Partial<Take>
  readonly paidAt?: Temporal.Instant
  readonly payFen?: number
  readonly taxFen?: number
  /** `at` is when it came in; null while it is still owed. */
  readonly due?: { readonly amountFen: number; readonly at: Temporal.Instant | null }
  readonly cashFen?: number
}

interface SeatFacts {
  readonly job: string
  readonly number: string
  readonly employer: string
  readonly trade: string
  readonly township: string
  readonly riskClass: number
  readonly startsAt: string
  readonly take: string
  readonly worker: string
}

export const takeOfSeat = ({ worker, take, cashFen }: PaidSeat, id: string): Take =>
  aTake({
    ...{ id: asId<'take'>(id), worker, state: 'paid', confirmedAt: CONFIRMED, paidBy: cashFen === undefined ? 'wallet' : 'cash' },
    ...{ startedAt: at('2026-11-23T09:00:00+08:00'), finishedAt: at('2026-11-23T17:00:00+08:00') },
    ...take,
  })

export function dueOf(seat: PaidSeat | undefined, { id, worker }: Pick<Take, 'id' | 'worker'>): readonly Due[] {
  if (seat?.due === undefined) return []
  const state = seat.due.at === null ? 'open' : 'paid'
  return [{ take: id, worker, kind: 'pay', amountFen: fen(seat.due.amountFen), since: CONFIRMED, bill: 1, state, settledAt: seat.due.at }]
}

export function entriesOf(seat: PaidSeat | undefined, facts: SeatFacts): readonly Entry[] {
  if (seat === undefined) return []
  const { paidAt = CONFIRMED, cashFen, payFen = cashFen === undefined ? 10_000 : 0, taxFen = 0, due } = seat
  const money = { payFen: fen(payFen), heldFen: fen(payFen), automatic: false, cash: false, days: 1, minutesPerDay: 480 }
  return [
    ...(cashFen === undefined ? [] : [{ ...cashForTake(happened('takeCashed', { ...facts, amountFen: fen(cashFen) })), at: paidAt }]),
    ...(payFen === 0 ? [] : [{ ...payForTake(happened('takeConfirmed', { ...facts, ...money }), { taxFen: fen(taxFen) }), at: paidAt }]),
    ...(due === undefined || due.at === null ? [] : [dueEntry(facts, { amountFen: due.amountFen, at: due.at })]),
  ]
}

function dueEntry(
  { job, number, employer, take, worker }: SeatFacts,
  { amountFen, at: since }: { amountFen: number; at: Temporal.Instant },
): Entry {
  const about = { county: '350428', demo: false, job: asId<'job'>(job), jobNumber: number, employer: asId<'person'>(employer) }
  const charge = {
    ...about,
    key: `due:${job}:1`,
    purpose: 'due',
    amountFen: fen(amountFen),
    askedAt: since,
    attempt: 1,
    state: 'paid',
    paidBy: '-',
  } as const
  const seat = { take: asId<'take'>(take), worker: asId<'person'>(worker) }
  const paid = { kind: 'pay', bill: 1, state: 'paid', settledAt: since, taxFen: fen(0) } as const
  return payDue({ charge, at: since }, { ...seat, ...paid, amountFen: fen(amountFen), since })
}
