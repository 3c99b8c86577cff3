import { isBefore } from '../clock.ts'
import type { StaffId } from '../id.ts'
import type { StaffAccount } from './account.ts'
import type { StaffActor } from './policy.ts'
import { STAFF_LIMIT } from './staff-limit.ts'

/** How a session travels: a program sends it in a header, a browser in a cookie. Neither takes the other's. */
export const CARRIERS = ['bearer', 'cookie'] as const
export type Carrier = (typeof CARRIERS)[number]

export interface StaffSession {
  readonly id: string
  readonly account: StaffId
  /** The account's epoch when it began. */
  readonly epoch: number
  readonly carrier: Carrier
  readonly beganAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly provenAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** What a session that begins now has of times. */
export const beginAt = (now: Temporal.Instant): Pick<StaffSession, 'beganAt' | 'seenAt' | 'provenAt' | 'endsAt'> => ({
  ...{ beganAt: now, seenAt: now, provenAt: now },
  endsAt: now.add({ hours: STAFF_LIMIT.sessionHours }),
})

/** A session is over at its end, when nobody used it for a while, and when its account has changed or may not work. */
export function isAlive(session: StaffSession, account: Pick<StaffAccount, 'id' | 'state' | 'epoch'>, now: Temporal.Instant): boolean {
  const isIdle = !isBefore(now, session.seenAt.add({ minutes: STAFF_LIMIT.sessionIdleMinutes }))
  if (isIdle || !isBefore(now, session.endsAt)) return false
  return account.id === session.account && account.state === 'active' && account.epoch === session.epoch
}

/** Whether it should be written down that the session was used. */
export const isSeenLate = ({ seenAt }: StaffSession, now: Temporal.Instant): boolean =>
  !isBefore(now, seenAt.add({ seconds: STAFF_LIMIT.seenEverySeconds }))

export const isProven = ({ provenAt }: Pick<StaffActor, 'provenAt'>, now: Temporal.Instant): boolean =>
  isBefore(now, provenAt.add({ minutes: STAFF_LIMIT.provenMinutes }))
