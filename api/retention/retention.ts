import { messages } from '../chat/message.collection.ts'
import { sessions } from '../chat/session.collection.ts'
import { helperCodes } from '../helper/helper-code.collection.ts'
import { notices } from '../notice/notice.collection.ts'
import { notifications } from '../payment/notification.collection.ts'
import { keptIdentities } from '../person/former.collection.ts'
import { timers } from '../schedule/timer.collection.ts'
import type { Collection, Query } from '../store/port.ts'

const DAY_HOURS = 24

/** How long something is kept that is over. */
interface Kept {
  readonly of: Collection
  /** Where it stands when it is over, and the instant since when it is. */
  readonly where: Pick<Query, 'index' | 'equals'>
  readonly since: string
  readonly keptHours: number
}

/**
 * What is forgotten once it is over, and when; a code or a page's address goes with its own room. The book and the jobs that wages are read
 * from, payments and policies stay, and so do the rows of the audit, which nobody can take out without its showing.
 */
export const RETENTION = {
  /** No channel repeats a line any more. */
  answeredLines: { of: messages, where: { index: 'state', equals: { state: 'answered' } }, since: 'at', keptHours: 72 },
  /** Nobody answers it any more. */
  unansweredLines: { of: messages, where: { index: 'state', equals: { state: 'received' } }, since: 'at', keptHours: 72 },
  /** A conversation slept too long to be gone on with. */
  conversations: { of: sessions, where: { index: 'age' }, since: 'at', keptHours: DAY_HOURS },
  /** What caused it is not told again. */
  sentNotices: { of: notices, where: { index: 'waiting', equals: { state: 'sent' } }, since: 'sendAt', keptHours: 90 * DAY_HOURS },
  /** Longer than any job, bill or day that somebody could wind it for again. */
  idleTimers: { of: timers, where: { index: 'idle', equals: { wakeAt: null } }, since: 'dueAt', keptHours: 400 * DAY_HOURS },
  /** The law asks for it no longer. */
  keptIdentities: { of: keptIdentities, where: { index: 'until' }, since: 'until', keptHours: 0 },
  /** Codes that open nothing any more. */
  helperCodes: { of: helperCodes, where: { index: 'age' }, since: 'until', keptHours: 1 },
  /** The provider tells the same for a day at most. */
  heardCallbacks: { of: notifications, where: { index: 'handledAt' }, since: 'handledAt', keptHours: 90 * DAY_HOURS },
} as const satisfies Readonly<Record<string, Kept>>

export const KEPT: readonly Kept[] = Object.values(RETENTION)
