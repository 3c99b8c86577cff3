import type { Job, Terms } from '../job/job.ts'
import { addFen, type Fen, fen } from '../money.ts'
import type { ProposalKind } from './proposal.ts'
import type { Take } from './take.ts'

/** What this seat is paid as things stand: as agreed, else as the terms say. */
export const payOf = ({ terms }: Pick<Job, 'terms'>, { agreedFen }: Pick<Take, 'agreedFen'>): Fen => agreedFen ?? terms.payPerTakeFen

/** What of a seat's pay lies in escrow; the rest the employer owes. */
export const heldOf = ({ terms, funding }: Pick<Job, 'terms' | 'funding'>, payFen: Fen): Fen =>
  fen(funding === 'escrow' ? Math.min(payFen, terms.payPerTakeFen) : 0)

/** How long the whole job is meant to take one worker. */
export function workHours({ startsAt, endsAt, days }: Pick<Terms, 'startsAt' | 'endsAt' | 'days'>): number {
  const total = endsAt.since(startsAt).total('hours')
  return (total - (days - 1) * 24) * days
}

/** The pay for a part of the work, down to the fen; all of it for more hours than were agreed. */
export function proRata(terms: Pick<Terms, 'startsAt' | 'endsAt' | 'days' | 'payPerTakeFen'>, hours: number): Fen {
  const whole = workHours(terms)
  return fen(hours >= whole ? terms.payPerTakeFen : Math.max(0, Math.floor((terms.payPerTakeFen * hours) / whole)))
}

/** All that a seat is paid for so many hours: worked instead of the agreed ones, or on top of them at the agreed rate. Cash: as agreed. */
export function payForHours(job: Pick<Job, 'terms'>, take: Take, { kind, hours }: { kind: ProposalKind; hours: number }): Fen {
  const payFen = payOf(job, take)
  if (kind === 'part-day') return proRata(job.terms, hours)
  return kind === 'overtime' ? addFen(payFen, fen(Math.floor((job.terms.payPerTakeFen * hours) / workHours(job.terms)))) : payFen
}
