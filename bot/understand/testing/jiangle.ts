import { JIANGLE } from '@linggong/seeds/reference/places.ts'
import { TRADES } from '@linggong/seeds/reference/trades.ts'
import type { Line } from '../line.ts'
import { createUnderstand } from '../understand.ts'
import type { JobDraft, Understanding } from '../understanding.ts'

/** Lines as the county of Jiangle reads them, with all its trades and places. */
export const understand = createUnderstand({ trades: TRADES, townships: JIANGLE.townships, landmarks: JIANGLE.landmarks })

/** A Monday morning. */
const NOW = Temporal.ZonedDateTime.from('2026-11-23T07:30[Asia/Shanghai]')

/** Said to the bot alone, then and by anybody, unless `line` says otherwise. */
export const say = (text: string, line: Partial<Line> = {}): Understanding =>
  understand({ text, channel: 'private', role: 'any', now: NOW, context: [], ...line })

/** The first job of a post; throws where the line is none. */
export function draftOf(text: string): JobDraft {
  const [first] = say(text).jobs
  if (first === undefined) throw new Error(`no post: ${text}`)
  return first
}
