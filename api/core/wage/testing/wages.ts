import { fen } from '../../money.ts'
import { anOpenJob, at, LIAO, NOW } from '../../testing/builders.ts'
import { type PaidTake, type Wage, type WagePayment, wageOf } from '../wage.ts'

export const aPayment = (about: Partial<WagePayment> = {}): WagePayment => ({
  key: 'pay:take-1',
  at: at('2026-11-23T17:30:00+08:00'),
  grossFen: fen(20_000),
  taxFen: fen(0),
  by: 'wallet',
  ...about,
})

const TAKE: PaidTake = {
  id: 'take-1' as PaidTake['id'],
  worker: LIAO,
  startedAt: at('2026-11-23T09:00:00+08:00'),
  finishedAt: at('2026-11-23T17:00:00+08:00'),
  agreedFen: null,
  deals: [],
  confirmedAt: NOW,
}

/** A day's work at 200 yuan, as far as the test says nothing else. */
export const aWage = (
  take: Partial<PaidTake> = {},
  { payments = [aPayment()], ...terms }: { payments?: readonly WagePayment[] } & NonNullable<Parameters<typeof anOpenJob>[0]>['terms'] = {},
): Wage => {
  const job = anOpenJob({ terms: { pay: { amountFen: fen(20_000), unit: 'day' }, payPerTakeFen: fen(20_000), ...terms } })
  return wageOf(job, { ...TAKE, ...take }, payments)
}
