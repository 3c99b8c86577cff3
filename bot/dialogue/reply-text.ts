import { LIMIT } from '@linggong/api/core/limit.ts'
import { lines } from '../copy/format.ts'
import { inWords } from '../copy/sayings.ts'
import type { Reply } from './turn.ts'

/** A reply as it is sent. */
export const replyText = ({ saying, lead }: Omit<Reply, 'to'>, now: Temporal.Instant): string =>
  withinBytes(lines(lead && inWords(lead, now), inWords(saying, now)), LIMIT.chatReplyBytes)

/** A reply longer than the channel takes ends at a line. */
export function withinBytes(text: string, bytes: number): string {
  let shown = text.toWellFormed()
  while (Buffer.byteLength(shown) > bytes) {
    const end = shown.lastIndexOf('\n')
    shown = (end > 0 ? shown.slice(0, end) : shown.slice(0, Math.floor(shown.length / 2))).toWellFormed()
  }
  return shown
}
