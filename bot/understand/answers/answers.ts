import type { Lexicon } from '../lexicon.ts'
import type { JobDraft } from '../understanding.ts'
import { applyEdit, type EditAnswer } from './apply-edit.ts'
import { createSlotReader, type SlotReader } from './slot-reader.ts'

/** What a dialogue needs to read answers and edits, the county's words already inside. */
export interface Answers {
  readonly readSlot: SlotReader
  readonly applyEdit: (draft: JobDraft, text: string, now: Temporal.ZonedDateTime) => EditAnswer
}

export function createAnswers(lexicon: Lexicon): Answers {
  const readSlot = createSlotReader(lexicon)
  return { readSlot, applyEdit: (draft, text, now) => applyEdit(draft, text, { now, read: readSlot }) }
}
