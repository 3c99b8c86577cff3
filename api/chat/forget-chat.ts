import { instantText } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import { forget } from '../store/forget.ts'
import type { ChatParts } from './keep-messages.ts'
import { messages } from './message.collection.ts'
import { sessions } from './session.collection.ts'

/**
 * Forgets what chat needs no longer, a page of each at a time: lines that no channel repeats any more, answered or not, and conversations
 * that slept too long to be gone on with.
 */
export async function forgetChat({ store, county, clock }: Omit<ChatParts, 'vault'>): Promise<void> {
  const before = (hours: number) => ({ field: 'at', below: instantText(clock.now().subtract({ hours })) })
  const range = before(LIMIT.messageKeptHours)
  await forget(store, messages, { index: 'state', county, equals: { state: 'answered' }, range })
  await forget(store, messages, { index: 'state', county, equals: { state: 'received' }, range })
  await forget(store, sessions, { index: 'age', county, range: before(LIMIT.sessionKeptHours) })
}
