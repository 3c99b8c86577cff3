import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import { type Fen, fen, timesFen } from '../money.ts'
import { PAYMENT_LIMIT } from '../payment/payment-limit.ts'
import { type WorkDays, workDays } from '../person/licence-rule.ts'
import { quotePremium } from '../policy/premium.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Terms } from './job.ts'

/** A working day when nobody said otherwise. */
export const USUAL_HOURS_PER_DAY = 8

export interface OfferedTerms extends Omit<Terms, 'payPerTakeFen' | 'endsAt' | 'pay'> {
  readonly pay: { readonly amountFen: number; readonly unit: 'day' | 'hour' | 'job' }
  /** null: nobody said how long a day is. */
  readonly hoursPerDay: number | null
}

/** Works out what one worker gets and when the work ends, and refuses what may not be published. */
export function agreeTerms(
  offered: OfferedTerms,
  { now, floorFenPerHour }: { now: Temporal.Instant; floorFenPerHour: Fen },
): Result<Terms> {
  const { hoursPerDay, ...terms } = offered
  if (!isBefore(now, terms.startsAt)) return refuse('start-in-past')
  const hours = hoursPerDay ?? USUAL_HOURS_PER_DAY
  const pay = { amountFen: fen(terms.pay.amountFen), unit: terms.pay.unit }
  const payPerTakeFen = payForWholeJob(pay, { days: terms.days, hours })
  const atMostFen = mostPerTakeFen(terms)
  if (payPerTakeFen <= 0 || payPerTakeFen > atMostFen) return refuse('pay-out-of-range', { atMostFen })
  const hoursAreKnown = pay.unit !== 'job' || hoursPerDay !== null
  if (hoursAreKnown && payPerTakeFen < Math.floor(floorFenPerHour * hours * terms.days))
    return refuse('pay-below-floor', { floorFenPerHour })
  return accept({ ...terms, pay, payPerTakeFen, endsAt: lastMoment(terms.startsAt, terms.days, hours) })
}

/** Nobody is promised more than can be put aside for all seats, with their cover, by one payment. */
function mostPerTakeFen(terms: Pick<Terms, 'seats' | 'riskClass' | 'days'>): Fen {
  const quote = quotePremium(terms)
  const premiumFen = quote.ok ? quote.value.perTakeFen : 0
  return fen(Math.min(LIMIT.payPerTakeFen, Math.floor(PAYMENT_LIMIT.amountFen / terms.seats) - premiumFen))
}

/** The days of the work, before anything else is agreed. */
export const workDaysOf = ({ startsAt, days, hoursPerDay }: Pick<OfferedTerms, 'startsAt' | 'days' | 'hoursPerDay'>): WorkDays =>
  workDays({ startsAt, endsAt: lastMoment(startsAt, days, hoursPerDay ?? USUAL_HOURS_PER_DAY) })

/** The last moment of the first work day; of a one-day job that is its end. Pay is for the whole job, so nobody joins it later. */
export const firstDayEnd = ({ endsAt, days }: Pick<Terms, 'endsAt' | 'days'>): Temporal.Instant =>
  endsAt.subtract({ hours: (days - 1) * 24 })

function payForWholeJob(pay: Terms['pay'], { days, hours }: { days: number; hours: number }): Fen {
  if (pay.unit === 'job') return pay.amountFen
  if (pay.unit === 'day') return timesFen(pay.amountFen, days)
  return fen(Math.round(pay.amountFen * hours * days))
}

/** County days have 24 hours, so adding hours and adding days are the same here. */
const lastMoment = (startsAt: Temporal.Instant, days: number, hours: number): Temporal.Instant =>
  startsAt.add({ hours: (days - 1) * 24, minutes: Math.round(hours * 60) })
