import { say } from '../copy/sayings.ts'
import type { PostForm } from '../dialogue/session.ts'
import { type Outcome, privately, remembering, type Turn } from '../dialogue/turn.ts'

const MISSES_BEFORE_A_PERSON = 3

/** Asked once more; the third time in a row a person is offered, and the post waits as it is. */
export function missed(turn: Turn, form: PostForm, answer: Outcome): Outcome {
  const misses = form.misses + 1
  if (misses < MISSES_BEFORE_A_PERSON) return remembering(turn, answer, { form: { ...form, misses } })
  return remembering(turn, privately(say('stillNotUnderstood', turn.county.hall)), { form: { ...form, misses: 0 } })
}
