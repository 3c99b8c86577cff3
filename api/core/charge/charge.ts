import type { DomainEvent, EventFacts } from '../event.ts'
import type { JobId, PersonId } from '../id.ts'
import type { Life } from '../life.ts'
import type { Fen } from '../money.ts'
import type { ChargePurpose } from './purpose.ts'

export const NEXT_CHARGE_STATE = { asked: ['paid', 'dropped'], paid: [], dropped: [] } as const satisfies Life<string>
export type ChargeState = keyof typeof NEXT_CHARGE_STATE
export const CHARGE_STATES = Object.keys(NEXT_CHARGE_STATE) as readonly ChargeState[]

/**
 * What an employer is asked to pay. A code to pay by lives for two hours, so there may be one attempt after another; the charge is what
 * makes sure that only one of them is taken and every other fen goes back.
 */
export interface Charge {
  /** `hold:JOB`, `cover:JOB`, `due:JOB:BILL`: asked for once. */
  readonly key: string
  readonly county: string
  readonly demo: boolean
  readonly purpose: ChargePurpose
  readonly job: JobId
  readonly jobNumber: string
  readonly employer: PersonId
  readonly amountFen: Fen
  readonly askedAt: Temporal.Instant
  /** How many attempts there were, the open one included. */
  readonly attempt: number
  readonly state: ChargeState
  /** The attempt whose money was taken. */
  readonly paidBy: string | null
}

export const chargeKey = {
  hold: (job: string): string => `hold:${job}`,
  cover: (job: string): string => `cover:${job}`,
  due: (job: string, bill: number): string => `due:${job}:${bill}`,
} as const

/** Every attempt is a payment of its own: the provider never takes a number twice. */
export const attemptKey = ({ key, attempt }: Pick<Charge, 'key' | 'attempt'>): string => `${key}#${attempt}`

/** The same attempt paid inside the chat app: such an order is for one account only, so each account that comes to pay has its own. */
export const inAppKey = (charge: Pick<Charge, 'key' | 'attempt'>, payer: string): string => `${attemptKey(charge)}@${payer}`

/** undefined: a payment that no charge asked for. */
export const chargeOfAttempt = (payment: string): string | undefined => /^((?:hold|cover|due):.+)#\d+(?:@[0-9A-Za-z]+)?$/.exec(payment)?.[1]

/** The bill that a charge asks for; undefined where it is none. */
export const billOf = ({ purpose, key }: Pick<Charge, 'purpose' | 'key'>): number | undefined =>
  purpose === 'due' ? Number(key.slice(key.lastIndexOf(':') + 1)) : undefined

export interface ChargeChange<C extends Charge> {
  readonly charge: C
  readonly events: readonly DomainEvent[]
}

export const factsOf = ({ key, purpose, job, jobNumber, employer, amountFen }: Charge, payment: string): EventFacts['chargePaid'] => ({
  ...{ charge: key, purpose, job, number: jobNumber, employer, amountFen, payment },
})

type Type = 'chargePaid' | 'chargeSurplus' | 'chargeExpired'

const eventOf = (charge: Charge, type: Type, { payment, at }: Attempt): DomainEvent => ({
  ...{ id: `${type}:${payment}`, type, county: charge.county, at, demo: charge.demo, facts: factsOf(charge, payment) },
})

interface Attempt {
  /** The key of the payment. */
  readonly payment: string
  readonly at: Temporal.Instant
}

/** Money has come in: the first that was still asked for pays the charge, everything else is surplus. Saying it twice changes nothing. */
export function hearMoney<C extends Charge>(charge: C, { payment, at }: Attempt): ChargeChange<C> {
  if (charge.paidBy === payment) return { charge, events: [] }
  if (charge.state !== 'asked') return { charge, events: [eventOf(charge, 'chargeSurplus', { payment, at })] }
  return { charge: { ...charge, state: 'paid', paidBy: payment }, events: [eventOf(charge, 'chargePaid', { payment, at })] }
}

/** An attempt has closed unpaid. Only the newest one leaves the employer without a code to pay by. */
export function hearClosed<C extends Charge>(charge: C, { payment, at }: Attempt): ChargeChange<C> {
  const isNewest = charge.state === 'asked' && attemptKey(charge) === payment
  return { charge, events: isNewest ? [eventOf(charge, 'chargeExpired', { payment, at })] : [] }
}

/** Nobody wants the money any more. A charge that is paid stays paid: what it brought goes back another way. */
export const dropCharge = <C extends Charge>(charge: C): C => (charge.state === 'asked' ? { ...charge, state: 'dropped' } : charge)

/** The next attempt, after the one that is named has closed; another caller may have made it already. */
export const tryAgain = <C extends Charge>(charge: C, closed: number): C =>
  charge.state === 'asked' && charge.attempt === closed ? { ...charge, attempt: closed + 1 } : charge
